package form_test

import (
	"testing"

	"visesbot/flows/form"
	. "visesbot/flows/form/formtest"
)

// TestAhead: what comes with items that nobody has named yet is counted with,
// and once they are named only what is open.
func TestAhead(t *testing.T) {
	in := Items("it", nil)
	list := Ask("I", form.Repeat, Adds(in), Choices(1, 4))
	list.Question.Usual = 2
	s := newDesk(t, Make([]*form.Collection{in}, Phase("a", list,
		Loop(in, "", Ask("A", form.ShortTxt), Ask("B", form.YesNo, Name("b")), Ask("O", form.ShortTxt, Optional),
			Ask("C", form.ShortTxt, When("it.b")), Ask("D", form.ShortTxt, When("!it.b")))),
		Phase("z", Ask("Z", form.YesNo))))
	ahead := func(want int) {
		t.Helper()
		if got := s.look().Ahead(form.Who{}).Questions; got != want {
			t.Errorf("%d are ahead, want %d", got, want)
		}
	}
	ahead(6) // of two: A, B, and one of C and D
	s.add("I", "calls")
	ahead(0) // the list is not closed, but has begun
	s.give("I", pick("it1"))
	ahead(0)
	if core, optional := s.look().Left(form.Who{}); core != 2 || optional != 1 {
		t.Errorf("%d and %d are left", core, optional)
	}
}
