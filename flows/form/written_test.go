package form_test

import (
	"testing"

	"visesbot/flows/form"
	. "visesbot/flows/form/formtest"
)

// TestOwnWordsKeepTheirLanguage wherever they are piped: shown as they were
// written, with a mark for who reads another language.
func TestOwnWordsKeepTheirLanguage(t *testing.T) {
	who, st := Items("respondent", nil), Items("st", nil)
	q := Make([]*form.Collection{who, st}, Phase("p",
		Ask("PEOPLE", form.Repeat, Adds(who)),
		Loop(who, "", Ask("ROLE", form.ShortTxt, Text("Role of {respondent}?"))),
		Ask("GOAL", form.LongTxt, Name("goal")), Ask("SIDE", form.Single, Name("side"), Options("x")),
		Ask("LIST", form.Repeat, Adds(st)),
		Loop(st, "", Ask("WHY", form.ShortTxt, Text("{st}, {goal}, {side}"))),
		Ask("WHICH", form.Ref, Of(st), Name("which")), Ask("WHO", form.Ref, Of(who), Name("who")),
		Ask("SURE", form.YesNo, Text("{which} by {who}?")),
	))
	s := newDesk(t, q) // everybody writes Dutch there
	s.give("GOAL", words("meer moed"))
	s.give("SIDE", pick("x"))
	item, person := s.add("LIST", "de buurt"), s.add("PEOPLE", "Noor")
	for lang, want := range map[string]string{"nl": "de buurt, meer moed, x", "fr": "de buurt [NL], meer moed [NL], x"} {
		why, _ := q.Question("WHY")
		if got := s.look().Text(why.Text, form.At("WHY", item), lang); got != want {
			t.Errorf("in %s it reads %q, want %q", lang, got, want)
		}
	}
	s.give("WHICH", pick(string(item)))
	s.give("WHO", pick(string(person)))
	for lang, want := range map[string]string{"nl": "de buurt by Noor?", "fr": "de buurt [NL] by Noor?"} {
		sure, _ := q.Question("SURE")
		if got := s.look().Text(sure.Text, "SURE", lang); got != want {
			t.Errorf("in %s it reads %q, want %q", lang, got, want)
		}
	}
	role, _ := q.Question("ROLE")
	if got := s.look().Text(role.Text, form.At("ROLE", person), "fr"); got != "Role of Noor?" {
		t.Errorf("a name is marked: %q", got)
	}
}
