package form_test

import (
	"slices"
	"testing"

	"visesbot/flows/form"
)

// TestEarlier: a value is compared with that of the moment before, by the dates
// and not by the order of naming.
func TestEarlier(t *testing.T) {
	s, thing := atValues(t)
	third := s.moment(thing, "autumn", 3, 0)
	first := s.moment(thing, "winter", 1, 200)
	value := form.At("VALUE", third)
	for v, want := range map[float64]string{1999: "", 2000: "w0", 5: ""} {
		if got := s.strike(value, n(v)); got != want {
			t.Errorf("%v after 200 strikes %q, want %q", v, got, want)
		}
	}
	s.moment(thing, "spring", 2, 20)
	if got := s.strike(value, n(200)); got != "w0" {
		t.Errorf("200 after 20 strikes %q", got)
	}
	if got := s.strike(form.At("VALUE", first), n(100000)); got == "w0" {
		t.Error("the first moment has no earlier one")
	}
	if got := s.strike(form.At("VALUE", s.moment(thing, "some day", 0, 0)), n(1e6)); got != "" {
		t.Errorf("a moment without a date strikes %q", got)
	}
}

// TestFormer: a new answer is compared with the one that stands there; what
// stands is not compared with anything it replaced.
func TestFormer(t *testing.T) {
	s, thing := atValues(t)
	value := form.At("VALUE", s.moment(thing, "winter", 1, 3))
	if got := s.strike(value, n(300)); got != "w1" {
		t.Errorf("300 in the place of 3 strikes %q", got)
	}
	s.give(value, n(300))
	s.want(map[form.Place]form.Status{value: form.Settled})
}

// TestConfirmedAsThingsStand: a confirmation holds while what was compared
// reads the same, and no longer.
func TestConfirmedAsThingsStand(t *testing.T) {
	s, thing := atValues(t)
	before := form.At("VALUE", s.moment(thing, "winter", 1, 20))
	m := s.moment(thing, "spring", 2, 0)
	value := form.At("VALUE", m)
	s.put(form.Answer{Place: value, State: form.Given, Value: n(400), Confirmed: []string{"w0"}, Author: me()})
	s.want(map[form.Place]form.Status{value: form.Settled})
	s.give(before, n(30))
	s.want(map[form.Place]form.Status{value: form.ToCheck})
	s.do("confirm", func(d *form.Dossier) { d.Confirm(value, "w0", me()) })
	s.want(map[form.Place]form.Status{value: form.Settled})
	if got := s.look().Answer(value).Confirmed; len(got) != 1 {
		t.Errorf("one warning was confirmed, but %v is kept", got)
	}
	s.give(form.At("WHEN", m), quarter(1))
	s.archive(m.Parent().Join("moment1"))
	s.want(map[form.Place]form.Status{value: form.Settled})
}

// TestSequence: moments stand in the order of their dates, those without one
// last.
func TestSequence(t *testing.T) {
	s, thing := atValues(t)
	for i, q := range []int{0, 3, 1, 2} {
		s.moment(thing, string(rune('a'+i)), q, 1)
	}
	c, _ := s.q.Collection("moment")
	var got []string
	for _, p := range s.look().Sequence(c, thing) {
		got = append(got, s.look().Label(p, "en"))
	}
	if want := []string{"c", "d", "b", "a"}; !slices.Equal(got, want) {
		t.Errorf("in time they are %v, want %v", got, want)
	}
}
