package engine_test

import (
	"strings"
	"testing"

	"visesbot/flows"
	"visesbot/flows/form/formtest"
)

// Nothing is said to somebody who shut the bot out, and no reminder is kept;
// whoever accompanies the enterprise is told once. It goes on when they come
// back.
func TestShutOut(t *testing.T) {
	w := newWorld(t, formtest.Seeded(1), realScript())
	partner := w.join(flows.RoleAccompanist)
	p := w.joinIn("nl")
	w.press(p, "consent~yes")
	w.say(p, "Noor")
	if p.remind.IsZero() {
		t.Fatal("no reminder is kept to begin with")
	}
	w.deliver()
	w.press(partner, "lang~nl")
	for range 2 {
		w.step(p, flows.Event{Kind: flows.Left})
	}
	if !p.remind.IsZero() {
		t.Errorf("a reminder stays, at %v", p.remind)
	}
	told := 0
	for _, m := range w.mail {
		if m.To == partner.address && m.Note.Kind == "unreached" {
			told++
		}
	}
	if told != 1 {
		t.Errorf("the accompanist is told %d times: %v", told, w.mail)
	}
	w.deliver()
	if last := partner.newest.Lines[0].Text; !strings.Contains(last, "Noor") || !strings.Contains(last, "komen niet meer aan") {
		t.Errorf("the accompanist reads %q", last)
	}
	shown := p.newest
	w.step(p, flows.Event{Kind: flows.Told, Note: &flows.Note{Kind: "content", Text: "2"}})
	w.step(p, flows.Event{Kind: flows.Timer, Timer: "remind"})
	if p.newest != shown {
		t.Errorf("it was said all the same: %+v", p.newest.Lines)
	}
	w.step(p, flows.Event{Kind: flows.Returned})
	if p.remind.IsZero() || p.newest != shown {
		t.Errorf("after the return: reminder %v, said %v", p.remind, p.newest != shown)
	}
	w.say(p, "menu")
	if p.newest == shown {
		t.Error("it stays silent")
	}
}
