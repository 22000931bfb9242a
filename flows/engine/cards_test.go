package engine_test

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"visesbot/flows"
)

// carryOut shows the cards and keeps the mail.
func (w *world) carryOut(p *talker, ev flows.Event, wishes []flows.Wish) {
	shown := false
	for _, wish := range wishes {
		switch {
		case wish.Say != nil:
			w.checkCard(wish.Say)
			w.show(p, wish.Say)
			shown = true
		case wish.Let != nil:
			w.invites = append(w.invites, wish.Let.Invite)
		case wish.Tell != nil:
			w.mail = append(w.mail, *wish.Tell)
		case wish.Wait != nil && wish.Wait.Name == "remind":
			p.remind = wish.Wait.At
		case wish.Wait != nil:
			if p.timers == nil {
				p.timers = map[string]time.Time{}
			}
			p.timers[wish.Wait.Name] = wish.Wait.At
		}
	}
	if shown && (p.newest == nil || len(p.newest.Buttons) == 0 && p.newest.Input == flows.NoInput) {
		w.fail("dead end: nothing can be pressed or typed after %+v", p.newest)
	}
	w.checkWayOut(p, shown)
	if ev.Kind == flows.Said {
		w.checkTyped(p, ev.Text)
	}
	if !shown && ev.Kind == flows.Started {
		w.fail("nothing is said to whoever opens the talk")
	}
}

// checkWayOut sees that a question can be left, and not only answered.
func (w *world) checkWayOut(p *talker, shown bool) {
	s := w.memory(p)
	if !shown || s.Mode != flows.Answering || s.Held != nil {
		return
	}
	for _, row := range p.newest.Buttons {
		for _, b := range row {
			verb, _, _ := strings.Cut(b.Data, "~")
			if slices.Contains([]string{"m", "u", "s", "q", "back", "home", "later", "go", "lang"}, verb) {
				return
			}
		}
	}
	w.fail("no way out of %s", glimpse(p.newest))
}

// checkTyped sees that own words are kept: in a record, or with the session.
func (w *world) checkTyped(p *talker, text string) {
	mark := marked.FindString(text)
	if s := w.memory(p); s.Person == "" || s.Respondent == "" && s.Role != flows.RoleAccompanist {
		return // nothing is kept without consent
	}
	if mark == "" || bytes.Contains(p.session, []byte(mark)) {
		return
	}
	for key, raw := range w.mem.Docs() {
		if strings.HasPrefix(key, "record/") && bytes.Contains(raw, []byte(mark)) {
			return
		}
	}
	w.fail("%q was typed and is nowhere", mark)
}

// marked are words of which no two are the same.
var marked = regexp.MustCompile(`words-\d+`)

// show is the phone: the last new card, or the one replaced after it, is what
// the person looks at.
func (w *world) show(p *talker, c *flows.Card) {
	p.newest, p.said = c, append(p.said, c)
	for _, row := range c.Buttons {
		p.buttons = append(p.buttons, row...)
	}
	w.said = append(w.said, "      "+glimpse(c))
}

func glimpse(c *flows.Card) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s r=%v ", c.ID, c.Replace)
	for _, l := range c.Lines {
		b.WriteString(cut(l.Text, 90) + " / ")
	}
	for _, row := range c.Buttons {
		for _, btn := range row {
			fmt.Fprintf(&b, "[%s|%s] ", cut(btn.Label, 20), btn.Data)
		}
	}
	return b.String()
}

func cut(s string, n int) string {
	if len(s) > n {
		return s[:n]
	}
	return s
}

// checkCard sees that a card can be shown on any channel.
func (w *world) checkCard(c *flows.Card) {
	if len(c.Lines) == 0 {
		w.fail("card %s says nothing", c.ID)
	}
	for _, l := range c.Lines {
		if l.Text == "" {
			w.fail("an empty line on %s", glimpse(c))
		}
	}
	for _, row := range c.Buttons {
		for _, b := range row {
			w.checkButton(b)
		}
	}
}

func (w *world) checkButton(b flows.Button) {
	if b.Label == "" || b.Data == "" || len(b.Data) > 64 {
		w.fail("button %q has the data %q", b.Label, b.Data)
	}
	for _, c := range []byte(b.Data) {
		if c <= ' ' || c > '~' {
			w.fail("button %q has the data %q, which is not printable", b.Label, b.Data)
		}
	}
}
