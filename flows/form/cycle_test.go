package form_test

import (
	"testing"
	"time"

	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// ended is a whole cycle: two values, an effect, and the way on.
func ended(t *testing.T) (*desk, form.Path) {
	t.Helper()
	s, thing := atValues(t)
	s.moment(thing, "summer", 2, 7)
	s.moment(thing, "winter", 1, 3)
	s.give(form.At("MOMENTS", thing), pick("moment1", "moment2"))
	effect := s.add("EFFECTS", "fewer quarrels")
	s.give("EFFECTS", pick("effect1"))
	s.give(form.At("WHOM", effect), pick(string(thing)))
	s.give(form.At("HOW", effect), pick("good"))
	s.closes("end")
	s.give("WAY", pick("on"))
	s.give("AT", form.Value{Date: time.Date(2028, 1, 1, 0, 0, 0, 0, time.UTC)})
	s.closes("closed")
	return s, thing
}

func (s *desk) nextCycle(way string, want bool) {
	s.t.Helper()
	s.do("next cycle: "+way, func(d *form.Dossier) {
		if got := d.NextCycle(way, me()); got != want {
			s.t.Fatalf("the next cycle begins in the way %q: %v, want %v", way, got, want)
		}
	})
}

// TestNextCycle: what is taken along stays, the last value is the start, an
// effect is a change, moments are gone but not lost.
func TestNextCycle(t *testing.T) {
	s, thing := ended(t)
	s.nextCycle("pause", false)
	s.nextCycle("on", true)
	d := s.look()
	if h := d.Head(); h.Phase != "values" || h.Cycle != 1 || !d.IsClosed("plan") || d.IsClosed("values") || d.Ended() {
		t.Errorf("the cycle begins at %+v", h)
	}
	if a := d.Answer(form.At("START", thing)); a == nil || *a.Value.Number != 7 || a.Value.Unit != "hours" {
		t.Errorf("the start is %+v, want the last value in time", a)
	}
	if a := d.Answer(form.At("UNIT", thing)); a.State != form.Given {
		t.Errorf("the unit is %+v", a)
	}
	grown := thing.Join("part1")
	if it := d.Item(grown); it == nil || it.Label != "fewer quarrels" || it.From != "effect1" {
		t.Fatalf("the effect became %+v", it)
	}
	s.want(map[form.Place]form.Status{
		form.At("SIGN", grown): form.Settled, form.At("MORE", grown): form.Irrelevant,
		form.At("MOMENTS", thing): form.ToAsk, "EFFECTS": form.Settled,
	})
	if got := d.Items(collectionOf(s, "moment"), thing); len(got) > 0 {
		t.Errorf("the moments of the former cycle are still there: %v", got)
	}
	if a := d.Answer(form.At("VALUE", thing.Join("moment1"))); a == nil || *a.Value.Number != 7 {
		t.Errorf("the former value is lost: %+v", a)
	}
	if a := d.Answer("WAY"); a.State != form.Past || a.Value.Choices[0] != "on" {
		t.Errorf("the former answer is %+v", a)
	}
}

// TestNextCycleFromThePlan asks the plan anew with what was said beside it, and
// brings no former moment back under an old name.
func TestNextCycleFromThePlan(t *testing.T) {
	s, thing := ended(t)
	s.nextCycle("again", true)
	note := form.At("NOTE", thing)
	s.want(map[form.Place]form.Status{note: form.ToAsk})
	if len(s.look().Gaps()) == 0 {
		t.Error("the plan can be closed although the note is asked anew")
	}
	s.give(note, words("ask Noor"))
	s.want(map[form.Place]form.Status{note: form.Settled})
	s.closes("values")
	if got := s.look().Shelved(collectionOf(s, "moment"), thing); len(got) > 0 {
		t.Errorf("moments of the former cycle are offered again: %v", got)
	}
}

// TestNextCycleNeedsTheEnd of the one before.
func TestNextCycleNeedsTheEnd(t *testing.T) {
	s, _ := atValues(t)
	s.nextCycle("on", false)
}

func collectionOf(s *desk, id string) *form.Collection {
	c, _ := s.q.Collection(id)
	return c
}

// TestIndexOverCycles plays the real questionnaire to its end, begins a next
// cycle in every way, and does anything: the index holds at every step.
func TestIndexOverCycles(t *testing.T) {
	for _, way := range []string{"carry_on", "adapt", "new_question"} {
		t.Run(way, func(t *testing.T) {
			dice := formtest.Seeded(7)
			s := newDesk(t, realQuestionnaire())
			s.wholeCycle()
			s.nextCycle(way, true)
			for range 12 {
				s.anything(dice)
			}
		})
	}
}

// fill answers what is open in a phase.
func (s *desk) fill(p *form.Phase) {
	s.t.Helper()
	s.do("fill "+p.ID, func(d *form.Dossier) {
		fill := formtest.Filler{Author: me(), At: s.now, Items: map[string]int{"respondent": 2, "change": 1}}
		fill.Fill(d, form.Who{Respondent: "rp1", Role: "management"}, 900)
		fill.Author.Role = "worker"
		fill.Fill(d, form.Who{Respondent: "rp2", Role: "worker"}, 100)
		fill.Fill(d, form.Who{Role: "accompanist"}, 100)
	})
}

// collect brings what was planned forward to today.
func (s *desk) collect() {
	s.t.Helper()
	today := time.Date(s.now.Year(), s.now.Month(), s.now.Day(), 0, 0, 0, 0, time.UTC)
	for _, plan := range s.look().Head().Plans {
		s.give(form.At("P2-10", plan.Place.Path()), form.Value{Date: today})
	}
	s.do("collect", func(d *form.Dossier) { d.Collect() })
}

// wholeCycle answers everything, phase by phase.
func (s *desk) wholeCycle() {
	s.t.Helper()
	s.do("enrol", func(d *form.Dossier) { _, _ = d.Enrol(d.Join(form.Person{Address: "a"}).ID, "Kim", me()) })
	phases := s.q.Phases
	for i, p := range phases {
		s.fill(p)
		s.collect()
		s.fill(p)
		next := "closed"
		if i+1 < len(phases) {
			next = phases[i+1].ID
		}
		s.closes(next)
	}
}
