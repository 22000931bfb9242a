package engine_test

import (
	"strings"
	"testing"
	"time"

	"visesbot/flows"
	"visesbot/flows/form/formtest"
	"visesbot/flows/learning"
)

// officeTold are the kinds of notes that the office was told since it was last asked,
// with some of their fields.
func officeTold(w *world, push string) (all []string) {
	for _, m := range w.mail {
		if m.To == flows.PushBox(push) {
			what := strings.TrimPrefix(m.Note.Kind, "o~push~")
			for _, field := range []string{"hash", "block", "right", "wrong", "cause"} {
				if v := m.Note.Fields[field]; v != "" {
					what += " " + field + "=" + v
				}
			}
			all = append(all, what)
		}
	}
	w.mail = nil
	return all
}

func (w *world) wants(push string, want ...string) {
	w.t.Helper()
	if got := officeTold(w, push); strings.Join(got, "; ") != strings.Join(want, "; ") {
		w.fail("the office was told %q, want %q", got, want)
	}
}

// pushes offers a module to somebody.
func (w *world) pushes(p *talker, module, push string) {
	w.step(p, flows.Event{Kind: flows.Told, Note: &flows.Note{
		Kind: flows.NotePushed, Text: module, Fields: map[string]string{flows.FieldPush: push, flows.FieldNote: "before Thursday"},
	}})
}

// TestPushedModule: a phone tells the office when a module that was pushed is
// opened, how its checks are answered and when it is finished; and nothing of
// one that was not pushed. Another module in between changes nothing.
func TestPushedModule(t *testing.T) {
	w, kim := school(t)
	m := w.engine.Script.Modules[0]
	m.Version = "v7"
	m.Blocks = m.Blocks[:2:2]
	m.Blocks = append(m.Blocks, &flows.Block{ID: "check", Kind: flows.CheckBlock, Title: formtest.Say("a check"), Text: formtest.Say("which?"), Options: []flows.Choice{
		{ID: "a", Text: formtest.Say("this"), Right: true, Feedback: formtest.Say("yes")},
		{ID: "b", Text: formtest.Say("that"), Feedback: formtest.Say("no")},
	}})
	w.pushes(kim, "M1", "north-1")
	w.shows(kim, "before Thursday")
	if kim.newest.Push != "north-1" {
		w.fail("the card does not say which push it shows: %+v", kim.newest)
	}
	w.wants("north-1")
	w.press(kim, "learn~M1")
	w.wants("north-1", "started hash=v7")
	w.press(kim, "next~0")
	w.press(kim, "learn~M2")
	w.press(kim, "learn~M1")
	w.press(kim, "next~1")
	w.wants("north-1")
	w.press(kim, "check~2~b")
	w.press(kim, "learn~M1")
	w.press(kim, "check~2~a")
	w.wants("north-1", "quiz block=check right=no wrong=b", "quiz block=check right=yes")
	w.press(kim, "next~2")
	w.wants("north-1", "finished hash=v7")
	w.press(kim, "learn~M1")
	w.wants("north-1")

	w.pushes(kim, "M1", "north-2") // while it is on the table
	w.press(kim, "learn~M1")
	w.wants("north-2", "started hash=v7")
	w.pushes(kim, "M0", "north-3")
	w.wants("north-3", "missed cause=refused")
	w.step(kim, flows.Event{Kind: flows.Left})
	w.pushes(kim, "M1", "north-4")
	w.wants("north-4", "missed cause=blocked")
}

// TestPushedAtNight: what is pushed at night, at the weekend or on a holiday is
// shown on the next working morning, also when the timer comes late.
func TestPushedAtNight(t *testing.T) {
	w, kim := school(t)
	before := kim.newest
	w.now = time.Date(2027, 3, 5, 21, 0, 0, 0, time.UTC) // a Friday
	w.pushes(kim, "M1", "north")
	if kim.newest != before || len(w.memory(kim).Pushes) != 1 {
		w.fail("it is shown at night: %s", glimpse(kim.newest))
	}
	w.now = time.Date(2027, 3, 6, 10, 0, 0, 0, time.UTC)
	w.step(kim, flows.Event{Kind: flows.Timer, Timer: "pushed"})
	if kim.newest != before {
		w.fail("it is shown on a Saturday: %s", glimpse(kim.newest))
	}
	w.now = time.Date(2027, 3, 8, 8, 0, 0, 0, time.UTC)
	w.step(kim, flows.Event{Kind: flows.Timer, Timer: "pushed"})
	w.shows(kim, "M1 · ")
	if len(w.memory(kim).Pushes) != 0 {
		w.fail("it is kept although it was shown")
	}
	w.now = time.Date(2027, 5, 1, 10, 0, 0, 0, time.UTC)
	w.pushes(kim, "M2", "may")
	w.step(kim, flows.Event{Kind: flows.Told, Note: &flows.Note{
		Kind: flows.NotePushed, Say: formtest.Say("hello all"), Fields: map[string]string{flows.FieldPush: "words"},
	}})
	if n := len(w.memory(kim).Pushes); n != 2 {
		w.fail("on a holiday %d are kept", n)
	}
	w.now = time.Date(2027, 5, 3, 8, 0, 0, 0, time.UTC)
	w.step(kim, flows.Event{Kind: flows.Timer, Timer: "pushed"})
	w.shows(kim, "hello all")
	if kim.newest.Push != "words" {
		w.fail("the message does not say which push it shows: %+v", kim.newest)
	}
	w.now = time.Date(2027, 5, 8, 10, 0, 0, 0, time.UTC)
	w.step(kim, flows.Event{Kind: flows.Told, Note: &flows.Note{Kind: flows.NotePushed, Text: "M3"}})
	w.shows(kim, "M3 · ") // of an operator who knows what they do
}

// TestPushedWithoutConsent: modules are shown to whoever did not agree that
// answers are kept; messages are not.
func TestPushedWithoutConsent(t *testing.T) {
	w, _ := school(t)
	sam := w.join("worker")
	for range 3 {
		switch s := w.memory(sam); {
		case s.Lang == "":
			w.press(sam, "lang~en")
		case s.Consent == "":
			w.press(sam, "consent~no")
		}
	}
	before := sam.newest
	w.step(sam, flows.Event{Kind: flows.Told, Note: &flows.Note{Kind: flows.NotePushed, Say: formtest.Say("hello all")}})
	if sam.newest != before {
		w.fail("a message was shown: %s", glimpse(sam.newest))
	}
	w.step(sam, flows.Event{Kind: flows.Told, Note: &flows.Note{
		Kind: flows.NotePushed, Say: formtest.Say("hello all"), Fields: map[string]string{flows.FieldPush: "words"},
	}})
	if sam.newest != before {
		w.fail("a message was shown: %s", glimpse(sam.newest))
	}
	w.wants("words", "missed cause=refused")
	w.pushes(sam, "M1", "north")
	w.shows(sam, "M1 · ")
}

// TestFirstCard: what is seen first of a module, in the language of the reader.
func TestFirstCard(t *testing.T) {
	w, _ := school(t)
	c, ok := learning.FirstCard(w.engine.Script, "m1", "nl")
	if !ok || c.Lang != "nl" || len(c.Buttons) != 0 || len(c.Lines) < 3 || c.Lines[1].Text != formtest.Say("M1 one").NL {
		t.Errorf("the first card is %+v", c)
	}
	if _, ok := learning.FirstCard(w.engine.Script, "M77", "nl"); ok {
		t.Error("a module that is not there has a card")
	}
}
