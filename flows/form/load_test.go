package form_test

import (
	"testing"

	"visesbot/flows/form"
	. "visesbot/flows/form/formtest"
)

// TestLoad: a text takes longer than a button, what comes with items that are
// not named yet is counted with, and every type that is asked takes its time.
func TestLoad(t *testing.T) {
	in := Items("it", nil)
	list := Ask("I", form.Repeat, Adds(in), Choices(1, 4))
	list.Question.Usual = 2
	s := newDesk(t, Make([]*form.Collection{in}, Phase("a",
		Ask("Y", form.YesNo), list, Loop(in, "", Ask("A", form.LongTxt), Ask("B", form.Single, Options("x"))),
	)))
	if got, want := s.look().Load(form.Who{}), (form.Load{Questions: 6, Seconds: 15 + 90 + 2*(90+20)}); got != want {
		t.Errorf("it is %+v, want %+v", got, want)
	}
	if got := s.look().Load(form.Who{}).Minutes(); got != 5 {
		t.Errorf("it takes %d minutes", got)
	}
	for _, kind := range form.Types() {
		if kind == form.Calc {
			continue
		}
		one := newDesk(t, Make(nil, Phase("a", Ask("Q", kind, Options("x")))))
		if l := one.look().Load(form.Who{}); l.Questions != 1 || l.Seconds < 15 || l.Minutes() < 1 {
			t.Errorf("a question of type %s is %+v", kind, l)
		}
	}
}
