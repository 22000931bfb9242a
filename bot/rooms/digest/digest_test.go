package digest

import (
	"bytes"
	"encoding/json"
	"flag"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

var update = flag.Bool("update", false, "write down what digests say now; review the diff")

// TestSays holds what a digest says, in three languages, message and detail.
func TestSays(t *testing.T) {
	script, d := realScript(t), Compute(small())
	for _, lang := range form.Langs() {
		s := Speech{script, lang, time.UTC}
		var text strings.Builder
		for _, l := range append(append(s.Lines(d), s.Detail(d)...), body(s.Alt(d))) {
			text.WriteString(string(l.Style) + ": " + l.Text + "\n")
		}
		file := filepath.Join("testdata", "digest-"+lang+".txt")
		if *update {
			if err := os.WriteFile(file, []byte(text.String()), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(file); err != nil || string(want) != text.String() {
			t.Errorf("in %s a digest says\n%s\nwant\n%s(%v)", lang, text.String(), want, err)
		}
	}
}

// Nobody's words are in a digest but what was released, and where nothing
// happened there is nothing to report.
func TestSaysNoMore(t *testing.T) {
	all, err := json.Marshal(Compute(small()))
	if err != nil || strings.Contains(string(all), "secret") {
		t.Errorf("a digest holds %s (%v)", all, err)
	}
	quiet := View{Now: monday(), Since: ago(7), Seen: []Seen{{ID: "e1", Budget: 60, Used: 30}, {
		ID: "e2", Head: form.Head{Phase: "collection", Plans: []form.Plan{{Next: monday().AddDate(0, 0, 20)}}}, Last: &Step{"P2-10", ago(60)},
	}}}
	if d := Compute(quiet); !d.Nothing() {
		t.Errorf("there is %+v", d)
	}
}

// TestLastAnswer: an enterprise has stalled since somebody of it answered, not
// since who accompanies did, or since something fell due by itself.
func TestLastAnswer(t *testing.T) {
	said := func(place form.Place, days int, by form.Author) form.Record {
		return form.Record{Kind: form.RecordAnswer, At: ago(days), Author: by, Answer: &form.Answer{Place: place, State: form.Given}}
	}
	s := Seen{}
	for _, r := range []form.Record{
		said("P2-14.period", 1, form.Author{}), said("P2-12.checked", 2, form.Author{Person: "p3", Role: flows.RoleAccompanist}),
		said("P2-11", 20, form.Author{Person: "p1", Role: "worker"}), said("P2-10", 30, form.Author{Person: "p1"}),
	} {
		s.record(r, ago(7))
	}
	if s.Last == nil || s.Last.Question != "P2-11" || !s.Last.At.Equal(ago(20)) {
		t.Errorf("the last answer is %+v", s.Last)
	}
}

// TestChosen: an evaluation question is told only to whom it was released.
func TestChosen(t *testing.T) {
	for to, want := range map[string]bool{"partners": true, "public": true, "cohort": false, "financier": false, "": false} {
		s := Seen{}
		if to != "" {
			s.Head.Releases = []form.Release{{Part: "question", To: to, At: ago(1)}}
		}
		src := source{"P1-20": form.Answer{Place: "P1-20", State: form.Given, At: ago(50), Value: form.Value{Choices: []string{"ca1"}}}}
		s.chosen(src, Asks{Question: "P1-20", Part: "question"}, ago(7))
		if got := s.Chosen == "Whom do we reach?"; got != want {
			t.Errorf("released to %q: %q", to, s.Chosen)
		}
	}
}

// source is a dossier with some answers, and one candidate.
type source map[form.Place]form.Answer

func (source) Head() form.Head                      { return form.Head{} }
func (source) List(form.ListKey) (*form.List, bool) { return &form.List{}, false }
func (source) Answers() []form.Answer               { return nil }
func (source) Deliveries() []form.Delivery          { return nil }
func (source) Item(p form.Path) (*form.Item, bool) {
	return &form.Item{Label: "Whom do we reach?"}, p == "ca1"
}

func (s source) Answer(p form.Place) (*form.Answer, bool) {
	a, ok := s[p]
	return &a, ok
}

// The worst digest is one message on the strictest channel; its buttons are five.
func TestFits(t *testing.T) {
	script, d := realScript(t), Compute(worst())
	can := bot.Capabilities{TextMax: 4000, Buttons: 25, Row: 5, LabelMax: 75, Edits: true, Pictures: true}
	for _, lang := range form.Langs() {
		s := Speech{script, lang, time.UTC}
		card := flows.Card{ID: "digest-north-1", Lines: s.Lines(d), Media: &flows.Media{Kind: "picture", File: "x", Alt: s.Alt(d)}}
		if all := bot.Compose(card, can); len(all) != 1 {
			t.Errorf("in %s a digest of %d units makes %d messages", lang, bot.Length(card.Lines), len(all))
		}
		b, err := s.Picture(d)
		if err != nil {
			t.Fatal(err)
		}
		if p, err := png.Decode(bytes.NewReader(b)); err != nil || p.Bounds().Dx() != 720 || p.Bounds().Dy() > 1000 || len(b) > 200_000 {
			t.Errorf("in %s the picture is %v, %d bytes (%v)", lang, p.Bounds(), len(b), err)
		}
	}
}

// TestPlan: the next moment of a plan, over holidays and both clock changes.
func TestPlan(t *testing.T) {
	at, err := time.LoadLocation("Europe/Brussels")
	if err != nil {
		t.Fatal(err)
	}
	for after, want := range map[string]string{
		"2027-03-01 08:59": "2027-03-01T09:00:00+01:00",
		"2027-03-01 09:00": "2027-03-08T09:00:00+01:00",
		"2027-03-22 12:00": "2027-03-30T09:00:00+02:00", // Easter Monday, and summer time
		"2027-03-29 12:00": "2027-03-30T09:00:00+02:00",
		"2027-03-30 08:00": "2027-03-30T09:00:00+02:00", // asked again on the day it was moved to
		"2027-03-30 09:00": "2027-04-05T09:00:00+02:00",
		"2027-10-26 09:00": "2027-11-02T09:00:00+01:00", // winter time; All Saints
		"2027-12-27 09:00": "2028-01-03T09:00:00+01:00",
	} {
		from, err := time.ParseInLocation("2006-01-02 15:04", after, at)
		if err != nil {
			t.Fatal(err)
		}
		if got := Usual().Next(from, "BE").Format(time.RFC3339); got != want {
			t.Errorf("after %s it is %s, want %s", after, got, want)
		}
	}
}

// TestTogether: no cell of fewer than five is shown, and none can be found by
// taking away what is shown.
func TestTogether(t *testing.T) {
	for _, x := range []struct{ cells, want []int }{
		{[]int{5, 6}, []int{5, 6}},
		{[]int{1, 6, 9}, []int{9, 7}},
		{[]int{2, 3, 9}, []int{9, 5}},
		{[]int{1, 2, 1}, nil},
		{[]int{4, 5}, []int{9}},
		{nil, nil},
	} {
		var all []Cell
		for _, n := range x.cells {
			all = append(all, Cell{Of: "p", N: n})
		}
		got := together(all)
		if len(got) != len(x.want) {
			t.Errorf("%v is told as %v", x.cells, got)
			continue
		}
		for i, c := range got {
			if c.N != x.want[i] {
				t.Errorf("%v is told as %v", x.cells, got)
			}
		}
	}
}
