package telegram_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"visesbot/bot"
	"visesbot/flows/form"
)

// A press after which everything looks as before is answered with a word, and so is
// one that nobody can have meant; any other is answered by what is shown.
func TestEveryPressSaysSomething(t *testing.T) {
	r := newRig(t, false)
	noor := r.people[0]
	card := message("Zullen we?", button("Ja", "y"), button("Nee", "n"))
	receipt, err := r.channel.Send(t.Context(), noor.Address(), card)
	if err != nil {
		t.Fatal(err)
	}
	press := func(label, want string, then func()) {
		t.Helper()
		before := len(r.platform.Toasts())
		seen := len(r.of(noor.Address()))
		if err := noor.Press(label); err != nil {
			t.Fatal(err)
		}
		if then != nil {
			if on := r.got(noor.Address(), seen+1)[seen].On; on != receipt {
				t.Errorf("it was pressed on %q, want %q", on, receipt)
			}
			then()
		}
		r.eventually("it is answered", func() bool { return len(r.platform.Toasts()) > before })
		toasts := slices.DeleteFunc(r.platform.Toasts(), func(s string) bool { return s == "" })
		if want == "" && len(toasts) > 0 || want != "" && !slices.Contains(toasts, want) {
			t.Errorf("it says %q, want %q", toasts, want)
		}
	}
	show := func(m bot.Message) func() {
		return func() {
			if _, err := r.channel.Send(t.Context(), noor.Address(), m); err != nil {
				t.Error(err)
			}
		}
	}
	same := card
	same.Replace = string(receipt)
	press("Ja", "", show(message("Bewaard.")))
	press("Nee", "", func() { show(same)(); show(message("En verder?"))() })
	r.clock.Move(time.Second)
	press("Ja", "Staat al zo.", func() { show(same)(); r.clock.Move(time.Second) })
	r.mu.Lock()
	r.fail = func(bot.Update) error { return &bot.Unmeant{Say: form.Text{NL: "Dat is al genoteerd."}} }
	r.mu.Unlock()
	press("Nee", "Dat is al genoteerd.", nil)
	if n := r.platform.Unanswered() + r.platform.Pending(); n > 1 { // the last one is confirmed with the next call
		t.Errorf("%d are left", n)
	}
}

// A press is answered before long when nothing is shown, and when it is not stored.
func TestAPressStopsSpinning(t *testing.T) {
	r := newRig(t, false)
	noor := r.people[0]
	if _, err := r.channel.Send(t.Context(), noor.Address(), message("Zullen we?", button("Ja", "y"))); err != nil {
		t.Fatal(err)
	}
	if err := noor.Press("Ja"); err != nil {
		t.Fatal(err)
	}
	r.got(noor.Address(), 1)
	r.clock.Move(900 * time.Millisecond)
	r.eventually("it stops", func() bool { return r.platform.Unanswered() == 0 })
	failed := make(chan struct{}, 100)
	r.mu.Lock()
	r.fail = func(bot.Update) error { failed <- struct{}{}; return errors.New("the disk is full") }
	r.mu.Unlock()
	if err := noor.Press("Ja"); err != nil {
		t.Fatal(err)
	}
	<-failed
	r.eventually("it stops, though it is not stored", func() bool { return r.platform.Unanswered() == 0 })
}
