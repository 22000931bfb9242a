package form_test

import (
	"fmt"
	"testing"
	"time"

	"visesbot/flows/form"
	. "visesbot/flows/form/formtest"
)

// measured is a small questionnaire of things that are measured at moments, in
// a unit of their own, and of a next cycle.
func measured() *form.Questionnaire {
	thing := Items("thing", nil)
	part, moment, effect := Items("part", thing), Items("moment", thing), Items("effect", nil)
	thing.Frozen = &form.Frozen{Questions: []string{"UNIT"}, By: []string{"VALUE"}, Anew: []string{"START"}}
	moment.Dated = "WHEN"
	own := func(q *form.Question) { q.Unit = "thing.unit" }
	q := &form.Questionnaire{
		ID: "measured", Version: "v1", Collections: []*form.Collection{thing, part, moment, effect},
		Phases: []*form.Phase{
			Phase("plan", Ask("THINGS", form.Repeat, Adds(thing)), Loop(thing, "",
				Ask("UNIT", form.ShortTxt, Name("unit")), Ask("START", form.Number, Name("start"), own, Optional),
				Ask("NOTE", form.ShortTxt), Ask("PARTS", form.Repeat, Adds(part), Optional),
				Loop(part, "", Ask("SIGN", form.Single, Options("good", "bad")),
					Ask("MORE", form.YesNo, When(`part.from == ""`))))),
			Phase("values", Loop(thing, "",
				Ask("MOMENTS", form.Repeat, Adds(moment)),
				Loop(moment, "", Ask("WHEN", form.Period, Name("span")), Ask("VALUE", form.Number, Name("value"), own,
					Warn("earlier > 0.0 && value >= earlier * 10.0"), Warn("former > 0.0 && value >= former * 100.0")))),
				Ask("EFFECTS", form.Repeat, Adds(effect), Optional),
				Loop(effect, "", Ask("WHOM", form.Ref, Of(thing)), Ask("HOW", form.Single, Options("good", "bad")))),
			Phase("end", Ask("WAY", form.Single, Options("on", "again", "pause")), Ask("AT", form.Date)),
		},
		Cycle: &form.Cycle{
			By: "WAY", At: "AT",
			Ways:  []form.Way{{Option: "on", Begin: "values"}, {Option: "again", Begin: "plan", Renew: []string{"NOTE"}}},
			Renew: []string{"MOMENTS", "end"}, Shelve: []string{"moment", "effect"},
			Start: []form.Carry{{At: "START", Last: "VALUE"}},
			Grow:  &form.Grow{Each: "effect", Adds: "PARTS", Below: "WHOM", Copy: []form.Carry{{At: "SIGN", Last: "HOW"}}},
		},
	}
	if faults := q.Link(); len(faults) > 0 {
		panic(fmt.Sprint(faults))
	}
	return q
}

// quarter is a period of three months of 2027.
func quarter(n int) form.Value {
	from := time.Date(2027, time.Month(3*n-2), 1, 0, 0, 0, 0, time.UTC)
	return form.Value{Date: from, Until: from.AddDate(0, 3, -1)}
}

// atValues has one thing, counted in hours, and is in the phase of values.
func atValues(t *testing.T) (*desk, form.Path) {
	t.Helper()
	s := newDesk(t, measured())
	thing := s.add("THINGS", "visits")
	s.give("THINGS", pick("thing1"))
	s.give(form.At("UNIT", thing), words("hours"))
	s.give(form.At("NOTE", thing), words("ask Kim"))
	s.closes("values")
	return s, thing
}

func (s *desk) closes(next string) {
	s.t.Helper()
	s.do("close for "+next, func(d *form.Dossier) {
		if !d.Close(next, me()) {
			s.t.Fatalf("it does not close: %+v", d.Gaps())
		}
	})
}

// moment names a moment, dates it (quarter 0: not) and gives its value.
func (s *desk) moment(thing form.Path, label string, q int, value float64) form.Path {
	s.t.Helper()
	m := s.add(form.At("MOMENTS", thing), label)
	if q > 0 {
		s.give(form.At("WHEN", m), quarter(q))
	}
	if value != 0 {
		s.give(form.At("VALUE", m), n(value))
	}
	return m
}

// strike tries a value as a new answer, and gives the rule that strikes.
func (s *desk) strike(p form.Place, v form.Value) string {
	q, _ := s.q.Question(p.Question())
	if strike := s.look().Strikes(q, &form.Answer{Place: p, State: form.Given, Value: v, At: s.now}); strike != nil {
		return strike.Rule.ID
	}
	return ""
}
