package form_test

import (
	"strings"
	"testing"
	"time"

	"visesbot/flows/form"
	. "visesbot/flows/form/formtest"
)

// TestShow: values as each language writes them.
func TestShow(t *testing.T) {
	st := Items("st", nil)
	q := Make([]*form.Collection{st}, Phase("p",
		Ask("YES", form.YesNo), Ask("SCALE", form.Scale5), Ask("MONEY", form.Money), Ask("NUMBER", form.Number, Units("hours")),
		Ask("DAY", form.Date), Ask("SPAN", form.Period), Ask("MANY", form.Multi, Options("x", "y")),
		Ask("FILE", form.FileType), adding("LIST", st), Ask("REF", form.Ref, Of(st)), Ask("OWN", form.LongTxt),
	))
	s := newDesk(t, q)
	s.add("LIST", "neighbours")
	s.add("LIST", "workers")
	first, last := time.Date(2027, 3, 1, 0, 0, 0, 0, time.UTC), time.Date(2027, 12, 31, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		place      form.Place
		value      form.Value
		fr, nl, en string
	}{
		{"YES", yes(), "Oui", "Ja", "Yes"},
		{"SCALE", n(4), "4/5", "4/5", "4/5"},
		{"MONEY", n(12345.5), "12 345,50 €", "12.345,50 €", "12,345.50 €"},
		{"NUMBER", form.Value{Number: n(1234.25).Number, Unit: "hours"}, "1 234,25 hours", "1.234,25 hours", "1,234.25 hours"},
		{"NUMBER", n(1987), "1987", "1987", "1987"},
		{"DAY", form.Value{Date: first}, "1er mars 2027", "1 maart 2027", "1 March 2027"},
		{"SPAN", form.Value{Date: first, Until: last}, "1er mars 2027 – 31 décembre 2027", "1 maart 2027 – 31 december 2027", "1 March 2027 – 31 December 2027"},
		{"MANY", pick("y", "x"), "y, x", "y, x", "y, x"},
		{"MANY", form.Value{}, "aucun", "geen", "none"},
		{"REF", form.Value{}, "aucun", "geen", "none"},
		{"FILE", form.Value{Files: []form.File{{ID: "f1", Name: "plan.pdf"}}}, "plan.pdf", "plan.pdf", "plan.pdf"},
		{"LIST", pick("st1", "st2"), "neighbours [NL], workers [NL]", "neighbours, workers", "neighbours [NL], workers [NL]"},
		{"REF", pick("st2"), "workers [NL]", "workers", "workers [NL]"},
		{"OWN", words("{st} *x*"), "{st} *x*", "{st} *x*", "{st} *x*"},
	} {
		for lang, want := range map[string]string{"fr": c.fr, "nl": c.nl, "en": c.en} {
			if got := spaces(s.look().ShowValue(c.place, c.value, lang)); got != want {
				t.Errorf("%s in %s reads %q, want %q", c.place, lang, got, want)
			}
		}
	}
}

// spaces makes the narrow spaces of numbers plain ones.
func spaces(s string) string { return strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(s) }

// TestPipesShowOwnWordsAsTheyAre: what is piped in is never read for pipes.
func TestPipesShowOwnWordsAsTheyAre(t *testing.T) {
	st := Items("st", nil)
	q := Make([]*form.Collection{st}, Phase("p",
		Ask("M", form.ShortTxt, Name("mission")), adding("LIST", st),
		Loop(st, "", Ask("Q", form.ShortTxt, Name("word"), Text("{st}, {mission}, {M}?"))),
		Ask("ALL", form.ShortTxt, Text("all: {sts.word}")),
	))
	s := newDesk(t, q)
	s.add("LIST", "{mission}")
	question, _ := q.Question("Q")
	if got := s.look().Text(question.Text, "Q@st1", "nl"); got != "{mission}, …, …?" {
		t.Errorf("before the answer it reads %q", got)
	}
	s.give("M", words("{st}"))
	if got := s.look().Text(question.Text, "Q@st1", "nl"); got != "{mission}, {st}, {st}?" {
		t.Errorf("it reads %q", got)
	}
	s.give("Q@st1", words("quiet"))
	s.add("LIST", "two")
	s.give("Q@st2", words("loud"))
	all, _ := q.Question("ALL")
	if got := s.look().Text(all.Text, "ALL", "nl"); got != "all: quiet, loud" {
		t.Errorf("the list reads %q", got)
	}
}

// TestCheck: what can never be an answer, and why.
func TestCheck(t *testing.T) {
	low, high := 1.0, 10.0
	limited := func(q *form.Question) { q.Low, q.High = &low, &high }
	day := time.Date(2027, 3, 1, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		node  form.Node
		value form.Value
		want  string
	}{
		{Ask("Q", form.Number, limited), n(0), form.TooLow},
		{Ask("Q", form.Number, limited), n(11), form.TooHigh},
		{Ask("Q", form.Number, limited), n(10), ""},
		{Ask("Q", form.Number), form.Value{}, form.Empty},
		{Ask("Q", form.Scale5), n(6), form.TooHigh},
		{Ask("Q", form.Multi, Options("x", "y"), Choices(2, 2)), pick("x"), form.TooFew},
		{Ask("Q", form.Multi, Options("x", "y", "z"), Choices(1, 2)), pick("x", "y", "z"), form.TooMany},
		{Ask("Q", form.Single, Options("x")), pick("q"), form.NoSuch},
		{Ask("Q", form.Single, Options("x")), pick("x"), ""},
		{Ask("Q", form.ShortTxt), words(strings.Repeat("é", form.MaxText)), ""},
		{Ask("Q", form.ShortTxt), words(strings.Repeat("é", form.MaxText+1)), form.TooLong},
		{Ask("Q", form.LongTxt), words(strings.Repeat("é", form.MaxLongText+1)), form.TooLong},
		{Ask("Q", form.ShortTxt), words(""), form.Empty},
		{Ask("Q", form.Date), form.Value{}, form.Empty},
		{Ask("Q", form.Period), form.Value{Date: day, Until: day.AddDate(0, 0, -1)}, form.EndsEarly},
		{Ask("Q", form.Period), form.Value{Date: day, Until: day}, ""},
		{Ask("Q", form.FileType), form.Value{}, form.Empty},
		{Ask("Q", form.YesNo), form.Value{}, form.TooFew},
		{Ask("Q", form.YesNo), yes(), ""},
		{Ask("Q", form.YesNo), pick("perhaps"), form.NoSuch},
		{Ask("Q", form.Calc), words("x"), form.NoSuch},
	} {
		got := ""
		if r := c.node.Question.Check(c.value); r != nil {
			got = r.Kind
		}
		if got != c.want {
			t.Errorf("%s %+v: %q, want %q", c.node.Question.Type, c.value, got, c.want)
		}
	}
}

// TestHint: a sentence that would say what nobody has answered is left out.
func TestHint(t *testing.T) {
	st := Items("st", nil)
	q := Make([]*form.Collection{st}, Phase("p",
		Ask("H", form.LongTxt, Name("hopes"), Optional),
		adding("LIST", st), Loop(st, "", Ask("Q", form.ShortTxt, Name("word"))),
		Ask("U", form.Scale5, Text("Useful? {hopes} {sts.word}")),
	))
	for _, c := range []struct{ help, before, after, heard string }{
		{"1: no. 5: very. You hoped: {hopes}", "1: no. 5: very.", "1: no. 5: very. You hoped: less. Or more?", "quiet"},
		{"You hoped: {hopes}", "", "You hoped: less. Or more?", "quiet"},
		{"Heard: {sts.word}. Say more.", "Say more.", "Heard: quiet. Say more.", "quiet."},
		{"Noted: {sts.word}. None? Say so!", "None? Say so!", "Noted: quiet. None? Say so!", "quiet"},
		{"Nothing is piped. At all", "Nothing is piped. At all", "Nothing is piped. At all", "quiet"},
	} {
		help := form.Text{FR: c.help, NL: c.help, EN: c.help}
		one := newDesk(t, q)
		if got := one.look().Hint(help, "U", "nl"); got != c.before {
			t.Errorf("%q reads %q, want %q", c.help, got, c.before)
		}
		one.give("H", words("less. Or more?"))
		one.add("LIST", "neighbours")
		one.give("Q@st1", words(c.heard))
		if got := one.look().Hint(help, "U", "nl"); got != c.after {
			t.Errorf("%q reads %q, want %q", c.help, got, c.after)
		}
	}
}
