package form_test

import (
	"strings"
	"testing"

	"visesbot/flows/form"
)

// TestFrozenByTheFirstValue: the unit can be changed until there is a value.
func TestFrozenByTheFirstValue(t *testing.T) {
	s, thing := atValues(t)
	unit := form.At("UNIT", thing)
	q, _ := s.q.Question("UNIT")
	m := s.moment(thing, "winter", 1, 0)
	if got := s.look().Freezes(q, unit); len(got) > 0 {
		t.Errorf("frozen by %v before there is a value", got)
	}
	s.give(form.At("VALUE", m), n(3))
	if got := s.look().Freezes(q, unit); len(got) != 1 || got[0].Value.Unit != "hours" {
		t.Errorf("frozen by %v, want one value in hours", got)
	}
	s.archive(m)
	if got := s.look().Freezes(q, unit); len(got) > 0 {
		t.Errorf("frozen by %v, which is taken away", got)
	}
}

// TestRenew: a new version stands beside the old one, takes over what is not
// asked anew, and shows a break.
func TestRenew(t *testing.T) {
	s, thing := atValues(t)
	s.give(form.At("START", thing), n(1))
	s.moment(thing, "winter", 1, 3)
	var next form.Path
	s.do("renew", func(d *form.Dossier) { next, _ = d.Renew(thing, "visits (days)", me()) })
	d := s.look()
	if got := d.Answer(form.At("NOTE", next)); got == nil || got.Value.Text != "ask Kim" {
		t.Errorf("the note of the new version is %v", got)
	}
	for _, id := range []string{"UNIT", "START", "MOMENTS"} {
		if got := d.Answer(form.At(id, next)); got != nil {
			t.Errorf("%s was taken over: %v", id, got.Value)
		}
	}
	if old := d.Item(thing); old.Into != next || d.Item(next).From != thing || old.Archived {
		t.Errorf("the versions are not linked: %+v, %+v", old, d.Item(next))
	}
	s.give(form.At("UNIT", next), words("days"))
	s.moment(next, "spring", 2, 5)
	if got, want := s.look().Series(next, "en"), "winter: 3 hours"+form.Break+"spring: 5 days"; got != want {
		t.Errorf("the series reads %q, want %q", got, want)
	}
	if got := s.look().Series(thing, "en"); strings.Contains(got, "days") {
		t.Errorf("the old version shows values of the new one: %q", got)
	}
	s.do("renew again", func(d *form.Dossier) {
		if p, ok := d.Renew(thing, "x", me()); ok {
			t.Errorf("a version that has a newer one was renewed into %s", p)
		}
	})
}

// TestOwnUnit: a number is kept in the unit that was answered, and refused in
// another.
func TestOwnUnit(t *testing.T) {
	s, thing := atValues(t)
	p := form.At("VALUE", s.moment(thing, "winter", 1, 0))
	q, _ := s.q.Question("VALUE")
	for unit, refused := range map[string]bool{"": false, "Hours": false, "hour": false, "people": true} {
		v := n(3)
		v.Unit = unit
		r := s.look().CheckAt(q, p, v)
		if (r != nil) != refused || refused && (r.Kind != form.OtherUnit || r.Unit != "hours") {
			t.Errorf("3 %s: %+v", unit, r)
		}
	}
	s.give(p, n(3))
	if got := s.look().Show(s.look().Answer(p), "en"); got != "3 hours" {
		t.Errorf("shown as %q", got)
	}
}
