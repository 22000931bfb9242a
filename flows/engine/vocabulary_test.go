package engine_test

import (
	"slices"
	"strings"
	"testing"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// TestEveryTermIsFound: all 98, by their name in any language, and by it with a
// letter missing.
func TestEveryTermIsFound(t *testing.T) {
	script := realScript()
	if len(script.Terms) != 98 {
		t.Errorf("%d terms", len(script.Terms))
	}
	w := newWorld(t, formtest.Seeded(1), script)
	kim := w.joinIn("nl")
	w.enter(kim)
	for id, term := range script.Terms {
		for _, lang := range form.Langs() {
			label, _, _ := strings.Cut(term.Label.In(lang), " (")
			runes := []rune(label)
			asked := []string{label}
			if at := len(runes) / 2; len(runes) >= 9 && runes[at] != ' ' {
				asked = append(asked, string(slices.Delete(runes, at, at+1)))
			}
			for _, query := range asked {
				w.say(kim, "/term "+query)
				if !shownOrOffered(kim.newest, term, id) {
					t.Errorf("/term %s: %s", query, glimpse(kim.newest))
				}
			}
		}
	}
}

func shownOrOffered(c *flows.Card, t *flows.Term, id string) bool {
	if c.Lines[0].Text == t.Name("nl", "BE") {
		return true
	}
	return slices.ContainsFunc(slices.Concat(c.Buttons...), func(b flows.Button) bool { return b.Data == "term~"+id })
}

// TestWordsInTheMiddle: looking a word up leaves the question on the table as it
// was, and what is typed below the explanation is its answer.
func TestWordsInTheMiddle(t *testing.T) {
	w := talkOf(t, 1, formtest.Ask("A", form.ShortTxt))
	kim := w.people[0]
	w.press(kim, "q~A")
	for _, away := range []string{"/term", "/term impact", "/library", "/frameworks"} {
		w.say(kim, away)
		if got := w.memory(kim); got.Place != "A" || got.Mode != flows.Answering {
			t.Errorf("after %s the question is %q, the mode %s", away, got.Place, got.Mode)
		}
	}
	w.say(kim, "library")
	w.has("A", "given library")
}

// A framework is shown with a link only where one leads somewhere: that of the
// content, or the programme's own.
func TestLinkOfAFramework(t *testing.T) {
	w := newWorld(t, formtest.Seeded(1), realScript())
	p := w.join("worker")
	w.enter(p)
	for _, own := range []string{"", "https://example.org/imp"} {
		w.engine.Links = map[string]string{"imp": own}
		w.press(p, "frame~imp")
		var urls []string
		for _, l := range p.newest.Lines {
			if l.URL != "" {
				urls = append(urls, l.URL)
			}
		}
		if got := strings.Join(urls, " "); got != own || !strings.Contains(p.reads(), "Impact Management Project") {
			t.Errorf("with %q the card leads to %q: %s", own, got, p.reads())
		}
	}
}
