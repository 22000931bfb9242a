package form_test

import (
	"fmt"
	"testing"

	"visesbot/flows/form"
	. "visesbot/flows/form/formtest"
)

// yes, no and n are answers.
func yes() form.Value { return form.Value{Choices: []string{"yes"}} }
func no() form.Value  { return form.Value{Choices: []string{"no"}} }

func n(f float64) form.Value { return form.Value{Number: &f} }

func words(s string) form.Value { return form.Value{Text: s} }

func pick(ids ...string) form.Value { return form.Value{Choices: ids} }

// want compares what became of places, written "Q1=2 Q2=0".
func (s *desk) want(statuses map[form.Place]form.Status) {
	s.t.Helper()
	for p, want := range statuses {
		if got := s.look().Status(p); got != want {
			s.t.Fatalf("%s is %s, want %s", p, statusName(got), statusName(want))
		}
	}
}

func statusName(st form.Status) string {
	return [...]string{"irrelevant", "undecided", "to ask", "to check", "settled"}[st]
}

func (s *desk) not(p form.Place, state form.State) {
	s.t.Helper()
	s.put(form.Answer{Place: p, State: state, Author: me()})
}

// TestThreeValues: what hangs on an unanswered question waits; what hangs on
// one that will never be answered is not asked.
func TestThreeValues(t *testing.T) {
	q := Make(nil, Phase("p",
		Ask("A", form.YesNo, Name("a")), Ask("B", form.YesNo, Name("b")),
		Ask("ONE", form.YesNo, When("a")),
		Ask("AND", form.YesNo, When("a && b")),
		Ask("OR", form.YesNo, When("a || b")),
	))
	type statuses = map[form.Place]form.Status
	for _, c := range []struct {
		a, b string
		want statuses
	}{
		{"", "", statuses{"ONE": form.Undecided, "AND": form.Undecided, "OR": form.Undecided}},
		{"yes", "", statuses{"ONE": form.ToAsk, "AND": form.Undecided, "OR": form.ToAsk}},
		{"no", "", statuses{"ONE": form.Irrelevant, "AND": form.Irrelevant, "OR": form.Undecided}},
		{"unknown", "", statuses{"ONE": form.Undecided, "AND": form.Undecided, "OR": form.Undecided}},
		{"not applicable", "", statuses{"ONE": form.Irrelevant, "AND": form.Undecided, "OR": form.Undecided}},
		{"not applicable", "yes", statuses{"ONE": form.Irrelevant, "AND": form.Irrelevant, "OR": form.ToAsk}},
		{"declined", "no", statuses{"ONE": form.Irrelevant, "AND": form.Irrelevant, "OR": form.Irrelevant}},
	} {
		t.Run(fmt.Sprint(c.a, "/", c.b), func(t *testing.T) {
			s := newDesk(t, q)
			s.answerAs("A", c.a)
			s.answerAs("B", c.b)
			s.want(c.want)
		})
	}
}

// answerAs gives yes or no, or leaves a question in a state.
func (s *desk) answerAs(p form.Place, how string) {
	s.t.Helper()
	switch how {
	case "":
	case "yes", "no":
		s.give(p, pick(how))
	default:
		s.not(p, form.State(how))
	}
}

// TestBranchesComeAndGo: a closed branch archives its answers, and all that
// hangs on them; opened again they are as before.
func TestBranchesComeAndGo(t *testing.T) {
	q := Make(nil, Phase("p",
		Ask("A", form.YesNo, Name("a")),
		Ask("B", form.Number, Name("b"), When("a")),
		Ask("C", form.ShortTxt, When("b > 3.0")),
	))
	s := newDesk(t, q)
	s.give("A", yes())
	s.give("B", n(5))
	s.give("C", words("kept"))
	s.give("A", no())
	s.want(map[form.Place]form.Status{"B": form.Irrelevant, "C": form.Irrelevant})
	for _, p := range []form.Place{"B", "C"} {
		if !s.look().Answer(p).Archived {
			t.Errorf("%s is not archived", p)
		}
	}
	s.give("A", yes())
	s.want(map[form.Place]form.Status{"B": form.Settled, "C": form.Settled})
	if a := s.look().Answer("C"); a.Archived || a.Value.Text != "kept" || a.Revision != 1 {
		t.Errorf("C came back as %+v", a)
	}
}

// TestUnansweredQuestionPassesItOn: that a question is not asked any more
// reaches what hangs on it, although it was never answered itself.
func TestUnansweredQuestionPassesItOn(t *testing.T) {
	q := Make(nil, Phase("p",
		Ask("A", form.YesNo, Name("a")),
		Ask("B", form.YesNo, Name("b"), When("a")),
		Ask("C", form.YesNo, When("b")),
	))
	s := newDesk(t, q)
	s.give("A", yes())
	s.not("C", form.Unknown)
	s.want(map[form.Place]form.Status{"C": form.Undecided})
	s.give("A", no())
	s.want(map[form.Place]form.Status{"C": form.Irrelevant})
	if len(s.look().Head().Waiting) > 0 {
		t.Errorf("still waiting: %v", s.look().Head().Waiting)
	}
}

// TestConstraintsAndWarnings: a constraint may look at later answers; then the
// question is asked again when they offend it. A warning is confirmed once.
func TestConstraintsAndWarnings(t *testing.T) {
	st := Items("st", nil)
	q := Make([]*form.Collection{st}, Phase("p",
		Ask("LIST", form.Repeat, Adds(st), Must("sum(sts.share) <= 100.0")),
		Loop(st, "", Ask("SHARE", form.Number, Name("share"))),
		Ask("ODD", form.Number, Warn("value > 10.0"), Warn("value > 20.0")),
	))
	s := newDesk(t, q)
	s.add("LIST", "one")
	s.add("LIST", "two")
	s.give("LIST", pick("st1", "st2"))
	s.give("SHARE@st1", n(70))
	s.want(map[form.Place]form.Status{"LIST": form.Settled})
	s.give("SHARE@st2", n(40))
	s.want(map[form.Place]form.Status{"LIST": form.ToCheck})
	s.give("SHARE@st2", n(30))
	s.want(map[form.Place]form.Status{"LIST": form.Settled})

	s.give("ODD", n(25))
	s.want(map[form.Place]form.Status{"ODD": form.ToCheck})
	s.do("confirm", func(d *form.Dossier) { d.Confirm("ODD", "w0", me()) })
	s.want(map[form.Place]form.Status{"ODD": form.ToCheck})
	s.do("confirm", func(d *form.Dossier) { d.Confirm("ODD", "w1", me()) })
	s.want(map[form.Place]form.Status{"ODD": form.Settled})
	s.give("ODD", n(26))
	s.want(map[form.Place]form.Status{"ODD": form.ToCheck})
}

// TestPipedAnswers: an answer is checked again when what stands in its question
// reads differently; a renamed item means the same.
func TestPipedAnswers(t *testing.T) {
	st := Items("st", nil)
	q := Make([]*form.Collection{st}, Phase("p",
		Ask("M", form.ShortTxt, Name("mission")),
		Ask("WHY", form.LongTxt, Text("Why {mission}?")),
		adding("LIST", st),
		Loop(st, "", Ask("FOR", form.ShortTxt, Text("What of {st}?"))),
	))
	s := newDesk(t, q)
	s.give("M", words("soup"))
	s.give("WHY", words("hunger"))
	s.want(map[form.Place]form.Status{"WHY": form.Settled})
	s.give("M", words("bread"))
	s.want(map[form.Place]form.Status{"WHY": form.ToCheck})
	s.give("M", words("soup"))
	s.want(map[form.Place]form.Status{"WHY": form.Settled})

	s.add("LIST", "neighbours")
	s.give("FOR@st1", words("quiet"))
	s.do("rename", func(d *form.Dossier) { d.Rename("st1", "the street", me()) })
	s.want(map[form.Place]form.Status{"FOR@st1": form.Settled})
	if got := s.look().Text(q.Questions()[3].Text, "FOR@st1", "nl"); got != "What of the street?" {
		t.Errorf("the question reads %q", got)
	}
}

// TestPipedItems: renaming what a piped answer names changes no meaning;
// choosing something else does.
func TestPipedItems(t *testing.T) {
	cq := Items("cq", nil)
	q := Make([]*form.Collection{cq}, Phase("p",
		adding("LIST", cq),
		Ask("CHOICE", form.Ref, Name("chosen"), Of(cq)),
		Ask("VOTE", form.Scale5, Text("{chosen}: how well?")),
	))
	s := newDesk(t, q)
	s.add("LIST", "one")
	s.add("LIST", "two")
	s.give("CHOICE", pick("cq1"))
	s.give("VOTE", n(4))
	s.do("rename", func(d *form.Dossier) { d.Rename("cq1", "uno", me()) })
	s.want(map[form.Place]form.Status{"VOTE": form.Settled})
	s.give("CHOICE", pick("cq2"))
	s.want(map[form.Place]form.Status{"VOTE": form.ToCheck})
}

// TestCalc: a calculation is never asked, and what hangs on it follows what it
// looks at.
func TestCalc(t *testing.T) {
	q := Make(nil, Phase("p",
		Ask("A", form.Single, Name("first"), Options("wi", "several")),
		Ask("B", form.Single, Name("second"), Options("wi", "other"), When(`first == "several"`)),
		Ask("POOL", form.Calc, Name("pool"), Calc(`first == "several" ? second : first`)),
		Ask("C", form.YesNo, When(`pool == "wi"`)),
	))
	s := newDesk(t, q)
	pool, _ := q.Question("POOL")
	for _, step := range []struct {
		place form.Place
		pick  string
		pool  string
		c     form.Status
	}{
		{"A", "several", "", form.Undecided},
		{"B", "other", "other", form.Irrelevant},
		{"B", "wi", "wi", form.ToAsk},
		{"A", "wi", "wi", form.ToAsk},
	} {
		s.give(step.place, pick(step.pick))
		s.want(map[form.Place]form.Status{"C": step.c, "POOL": form.Settled})
		if got := s.look().Computed(pool, "POOL"); got != step.pool || s.look().Pool() != step.pool {
			t.Errorf("after %s=%s the pool is %q, shown %q; want %q", step.place, step.pick, s.look().Pool(), got, step.pool)
		}
	}
}
