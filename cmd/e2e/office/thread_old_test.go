package officetest_test

import (
	"testing"

	officetest "visesbot/cmd/e2e/office"
)

// However many cards come after a call for help, what is written in its thread
// goes on to the other side, and stands in that thread.
func TestThreadStaysKnown(t *testing.T) {
	w := officetest.New(t)
	w.Partner("odile")
	answering(t, w, "s-e1")
	w.Presses("s-e1", "⋯")
	w.Presses("s-e1", "J'ai besoin d'aide")
	w.Says("s-e1", "Nous ne comprenons pas le mot")
	call, mine := last(w, "odile"), last(w, "s-e1")
	for range 60 {
		w.Fills("odile", "o~front", nil)
		w.Says("s-e1", "menu")
	}
	w.Replies("odile", call.Receipt, "Je vous appelle demain")
	if m := last(w, "odile"); m.Under != string(call.Receipt) {
		t.Errorf("the receipt of her words stands below %q, not %q:\n%s", m.Under, call.Receipt, m.Text())
	}
	sees(t, w, "s-e1", "Odile vous écrit", "Je vous appelle demain")
	w.Replies("s-e1", mine.Receipt, "Entre nous, merci")
	sees(t, w, "odile", "Entre nous, merci")
	if m := last(w, "odile"); m.Under != string(call.Receipt) {
		t.Errorf("the answer stands below %q, not %q", m.Under, call.Receipt)
	}
}
