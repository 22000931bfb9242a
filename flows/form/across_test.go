package form_test

import (
	"testing"

	"visesbot/flows/form"
	. "visesbot/flows/form/formtest"
)

// TestListsReachAcrossItems: what hangs on the answers of all items is looked
// at in every one of them, asked directly or through a calculation; the desk
// compares the index with a full count after each step.
func TestListsReachAcrossItems(t *testing.T) {
	st := Items("st", nil)
	ch := Items("ch", st)
	q := Make([]*form.Collection{st, ch}, Phase("p",
		Ask("WHO", form.Repeat, Adds(st)),
		Ask("ANY", form.Calc, Name("any"), Calc("sts.inside.exists(x, x)")),
		Loop(st, "",
			Ask("IN", form.YesNo, Name("inside")),
			Ask("WHAT", form.Repeat, Adds(ch)),
			Ask("DIRECT", form.ShortTxt, When("sts.inside.exists(x, x)")),
			Ask("CALC", form.ShortTxt, When("any == true")),
			Loop(ch, "",
				Ask("BIG", form.YesNo, Name("big")),
				Ask("SISTER", form.ShortTxt, When("chs.big.exists(x, x)")),
			),
		),
	))
	s := newDesk(t, q)
	one, two := s.add("WHO", "one"), s.add("WHO", "two")
	s.give("WHO", form.Value{})
	s.give(form.At("IN", two), no())
	s.want(map[form.Place]form.Status{form.At("DIRECT", two): form.Undecided, form.At("CALC", two): form.Undecided})
	s.give(form.At("IN", one), yes())
	s.want(map[form.Place]form.Status{form.At("DIRECT", two): form.ToAsk, form.At("CALC", two): form.ToAsk})
	a, b := s.add(form.At("WHAT", one), "a"), s.add(form.At("WHAT", one), "b")
	other := s.add(form.At("WHAT", two), "other")
	s.give(form.At("BIG", b), no())
	s.give(form.At("BIG", a), yes())
	s.want(map[form.Place]form.Status{
		form.At("SISTER", b): form.ToAsk, form.At("SISTER", other): form.Undecided,
	})
	s.give(form.At("IN", one), no())
	s.want(map[form.Place]form.Status{form.At("DIRECT", one): form.Irrelevant, form.At("CALC", two): form.Irrelevant})
}
