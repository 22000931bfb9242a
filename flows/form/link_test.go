package form_test

import (
	"strings"
	"testing"

	"visesbot/flows/form"
	. "visesbot/flows/form/formtest"
)

// TestLinkFaults gives a questionnaire with one fault each.
func TestLinkFaults(t *testing.T) {
	a, b := Items("a", nil), Items("b", nil)
	inner := Items("in", a)
	for name, c := range map[string]struct {
		nodes []form.Node
		rule  string
		says  string
	}{
		"a question twice":             {[]form.Node{Ask("Q1", form.YesNo), Ask("Q1", form.YesNo)}, "duplicate", "Q1"},
		"a name twice":                 {[]form.Node{Ask("Q1", form.YesNo, Name("n")), Ask("Q2", form.YesNo, Name("n"))}, "name", "taken by Q1"},
		"the name of a list":           {[]form.Node{Ask("Q1", form.YesNo, Name("bs"))}, "name", "the collection b"},
		"an unknown name":              {[]form.Node{Ask("Q1", form.YesNo, When("nobody"))}, "expression", "nobody"},
		"not true or false":            {[]form.Node{Ask("Q1", form.Number, Name("n")), Ask("Q2", form.YesNo, When("n + 1.0"))}, "expression", "true or false"},
		"the wrong type":               {[]form.Node{Ask("Q1", form.YesNo, Name("n")), Ask("Q2", form.YesNo, When("n > 3"))}, "expression", "_>_"},
		"an item's answer from afar":   {[]form.Node{adding("Q1", b), Loop(b, "", Ask("Q2", form.YesNo, Name("n"))), Ask("Q3", form.YesNo, When("b.n"))}, "expression", "undeclared"},
		"a condition about the day":    {[]form.Node{Ask("Q1", form.YesNo, When("today.getFullYear() > 2020"))}, "expression", "today"},
		"a condition about itself":     {[]form.Node{Ask("Q1", form.YesNo, Name("n"), When("n"))}, "cycle", "Q1 -> Q1"},
		"conditions in a circle":       {[]form.Node{Ask("Q1", form.YesNo, Name("n"), When("m")), Ask("Q2", form.YesNo, Name("m"), When("n"))}, "cycle", "hangs on itself"},
		"an adder hanging on its item": {[]form.Node{Ask("Q1", form.Repeat, Adds(b), When("bs.n.exists(x, x)")), Loop(b, "", Ask("Q2", form.YesNo, Name("n")))}, "cycle", "hangs on itself"},
		"adding in the wrong place":    {[]form.Node{Ask("Q1", form.Repeat, Adds(inner))}, "adds", "stand in the loop"},
		"a loop in the wrong loop":     {[]form.Node{adding("Q1", b), Loop(b, "", Loop(a, "", Ask("Q2", form.YesNo)))}, "loop", "not part of"},
		"a pipe to nothing":            {[]form.Node{Ask("Q1", form.YesNo, Text("{what}?"))}, "pipe", "{what}"},
		"a pipe to an item not around": {[]form.Node{Ask("Q1", form.YesNo, Text("{b}?"))}, "pipe", "{b}"},
	} {
		t.Run(name, func(t *testing.T) {
			q := &form.Questionnaire{Collections: []*form.Collection{a, b, inner}, Phases: []*form.Phase{Phase("p", c.nodes...)}}
			for _, f := range q.Link() {
				if f.Rule == c.rule && strings.Contains(f.Message, c.says) {
					return
				}
			}
			t.Errorf("no fault %q that says %q in %v", c.rule, c.says, q.Link())
		})
	}
}

func adding(id string, c *form.Collection) form.Node { return Ask(id, form.Repeat, Adds(c)) }

// TestLinkReferences gives a questionnaire one reference each that leads nowhere.
func TestLinkReferences(t *testing.T) {
	for says, spoil := range map[string]func(*form.Questionnaire){
		"undeclared":         func(q *form.Questionnaire) { find(q, "moment").Dated = "" },
		"cannot date":        func(q *form.Questionnaire) { find(q, "moment").Dated = "VALUE" },
		`"NOBODY"`:           func(q *form.Questionnaire) { find(q, "moment").Dated = "NOBODY" },
		"cannot be frozen":   func(q *form.Questionnaire) { find(q, "thing").Frozen.Questions = []string{"WAY"} },
		"no value of it":     func(q *form.Questionnaire) { find(q, "thing").Frozen.By = []string{"UNIT"} },
		"no text that":       func(q *form.Questionnaire) { ask(q, "START").Unit = "thing.start" },
		`no option "gone"`:   func(q *form.Questionnaire) { q.Cycle.Ways[0].Option = "gone" },
		"no such phase":      func(q *form.Questionnaire) { q.Cycle.Ways[0].Begin = "nowhere" },
		"no such collection": func(q *form.Questionnaire) { q.Cycle.Shelve = []string{"nothing"} },
		"has no last value":  func(q *form.Questionnaire) { q.Cycle.Start[0].Last = "NOTE" },
		"adds no items":      func(q *form.Questionnaire) { q.Cycle.Grow.Adds = "NOTE" },
		"chooses no items":   func(q *form.Questionnaire) { q.Cycle.Grow.Below = "NOTE" },
		`"renew" names`:      func(q *form.Questionnaire) { q.Cycle.Renew = []string{"gone"} },
	} {
		t.Run(says, func(t *testing.T) {
			q := measured()
			spoil(q)
			for _, f := range q.Link() {
				if strings.Contains(f.Message, says) {
					return
				}
			}
			t.Errorf("no fault says so: %v", q.Link())
		})
	}
}

func find(q *form.Questionnaire, id string) *form.Collection { c, _ := q.Collection(id); return c }

func ask(q *form.Questionnaire, id string) *form.Question { found, _ := q.Question(id); return found }

// TestLinkTwice: linking again changes nothing.
func TestLinkTwice(t *testing.T) {
	q := portrait()
	if faults := q.Link(); len(faults) > 0 {
		t.Fatal(faults)
	}
	s := newDesk(t, q)
	s.add("Q1", "neighbours")
	if got := s.look().Recount(); len(got) != 3 {
		t.Errorf("open after linking twice: %v", got)
	}
}

// portrait is a small questionnaire: stakeholders, their changes, and a loop
// over changes that stands outside that over stakeholders.
func portrait() *form.Questionnaire {
	st := Items("st", nil)
	ch := Items("ch", st)
	return Make([]*form.Collection{st, ch}, Phase("portrait",
		adding("Q1", st),
		Loop(st, "", Ask("Q2", form.Scale5, Name("affected")), adding("Q3", ch)),
		Loop(ch, "", Ask("Q4", form.YesNo, Name("good"), Text("{ch} for {st}?"))),
		Ask("Q5", form.LongTxt, When("chs.good.exists(g, !g)")),
	))
}

// TestExpressionsHaveACostLimit: what goes through lists within lists for ever is
// stopped, and does not hold; what real content asks is far below.
func TestExpressionsHaveACostLimit(t *testing.T) {
	st := Items("st", nil)
	digits := "[0,1,2,3,4,5,6,7,8,9]"
	long := "x >= 0"
	for _, name := range []string{"a", "b", "c", "d", "e", "x"} {
		long = digits + ".all(" + name + ", " + long + ")"
	}
	short := digits + ".all(a, " + digits + ".all(b, a + b >= 0))"
	q := Make([]*form.Collection{st}, Phase("p",
		Ask("LONG", form.YesNo, When(long+" && country == 'BE'")), Ask("SHORT", form.YesNo, When(short+" && country == 'BE'"))))
	d := newDesk(t, q).look()
	if d.Relevant("LONG") == form.Yes {
		t.Error("a condition of a million operations was gone through to its end")
	}
	if d.Relevant("SHORT") != form.Yes {
		t.Error("a condition of a hundred operations does not hold")
	}
}
