package engine_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

const calls = form.Path("st1/ch1/in1") // the indicator of these tests

// collecting is the real questionnaire at the collection, with one indicator,
// a number of people, and somebody who speaks English.
func collecting(t *testing.T, answers map[string]form.Value) (*world, *talker) {
	t.Helper()
	w := newWorld(t, formtest.Seeded(1), realScript())
	w.now = time.Date(2027, 10, 1, 9, 0, 0, 0, time.UTC)
	kim := w.joinIn("en")
	w.enter(kim)
	w.fill("diagnosis", 0)
	w.fill("collection", 0)
	given := map[string]form.Value{"P2-02.nature": picks("number"), "P2-02.unit": {Text: "people"}, "P2-02.more": picks("no"), "P2-06": picks("new"), "P2-11": picks("no")}
	for id, v := range answers {
		given[id] = v
	}
	w.fill("", 2) // the criterion, and the list of indicators
	for _, id := range []string{"P2-02.nature", "P2-02.unit", "P2-02.more", "P2-02.high", "P2-06", "P2-11", "P2-11.kinds"} {
		if v, ok := given[id]; ok {
			w.give(form.At(id, calls), v)
		}
	}
	return w, kim
}

func picks(ids ...string) form.Value { return form.Value{Choices: ids} }

// fill answers what is open, and closes the phase for the next; so many answers
// where no phase is to be closed.
func (w *world) fill(next string, most int) {
	w.t.Helper()
	if most == 0 {
		most = 900
	}
	d := w.dossier()
	fill := formtest.Filler{Author: form.Author{Respondent: "rp1", Lang: "en"}, At: w.now, Items: map[string]int{"respondent": 2, "change": 1}}
	fill.Fill(d, form.Who{Respondent: "rp1", Role: "management"}, most)
	if next != "" {
		fill.Author.Role = "worker"
		fill.Fill(d, form.Who{Respondent: "rp2", Role: "worker"}, most)
		fill.Fill(d, form.Who{Role: "accompanist"}, most)
		if !d.Close(next, fill.Author) {
			w.t.Fatalf("%s does not begin: %+v", next, d.Gaps())
		}
	}
	w.keep(d.Changes())
}

func (w *world) give(p form.Place, v form.Value) {
	w.t.Helper()
	d := w.dossier()
	d.Put(form.Answer{Place: p, State: form.Given, Value: v, Author: form.Author{Respondent: "rp1", Lang: "en"}})
	w.keep(d.Changes())
}

// moment names a moment of the indicator, and gives its value.
func (w *world) moment(label string, from time.Month, value float64) form.Path {
	w.t.Helper()
	d := w.dossier()
	author := form.Author{Respondent: "rp1", Lang: "en"}
	m, err := d.Add(form.At("P2-14", calls), label, author)
	if err != nil {
		w.t.Fatalf("%v", err)
	}
	w.keep(d.Changes())
	start := time.Date(2027, from, 1, 0, 0, 0, 0, time.UTC)
	w.give(form.At("P2-14.period", m), form.Value{Date: start, Until: start.AddDate(0, 3, -1)})
	if value != 0 {
		w.give(form.At("P2-14.value", m), form.Value{Number: &value})
	}
	return m
}

// TestUnitIsFrozen by the first value: another one is refused with the reason,
// and makes a new version where that is wanted.
func TestUnitIsFrozen(t *testing.T) {
	w, kim := collecting(t, nil)
	unit := form.At("P2-02.unit", calls)
	w.press(kim, "q~"+string(unit))
	w.say(kim, "persons")
	w.has(unit, "given persons")
	w.moment("winter", 1, 12)
	for _, way := range []func(){
		func() { w.say(kim, "hours") },
		func() { w.press(kim, "u~"+string(unit)) },
		func() { w.press(kim, "n~"+string(unit)); w.say(kim, "no idea") },
	} {
		w.press(kim, "q~"+string(unit))
		way()
		w.has(unit, "given persons")
		w.press(kim, "home")
	}
	w.press(kim, "q~"+string(unit))
	w.say(kim, "hours")
	w.shows(kim, "can no longer change: 1 value(s)")
	w.shows(kim, "winter: 12 persons")
	w.press(kim, "v~"+string(unit))
	next := form.Path("st1/ch1/in2")
	w.has(form.At("P2-02.unit", next), "given hours")
	w.has(form.At("P2-02.nature", next), "given A number")
	w.has(unit, "given persons")
	if it := w.dossier().Item(next); it.From != calls || !strings.HasSuffix(it.Label, "(hours)") {
		t.Errorf("the new version is %+v", it)
	}
}

// TestEarlierValuesAreShown when the next is asked, in the order of time, those
// of a former version above a visible break.
func TestEarlierValuesAreShown(t *testing.T) {
	w, kim := collecting(t, nil)
	w.moment("summer", 7, 20)
	w.moment("winter", 1, 12)
	last := w.moment("autumn", 10, 0)
	w.press(kim, "q~"+string(form.At("P2-14.value", last)))
	w.shows(kim, "Noted so far: / winter: 12 people / summer: 20 people")
	d := w.dossier()
	next, _ := d.Renew(calls, "calls (hours)", form.Author{Respondent: "rp1"})
	w.keep(d.Changes())
	w.give(form.At("P2-02.nature", next), picks("number"))
	w.give(form.At("P2-02.unit", next), form.Value{Text: "hours"})
	d = w.dossier()
	m, _ := d.Add(form.At("P2-14", next), "2028", form.Author{})
	w.keep(d.Changes())
	w.press(kim, "q~"+string(form.At("P2-14.value", m)))
	w.shows(kim, "summer: 20 people / ⫽ The unit changes here")
}

// TestOnlyTheNewestVersionIsRead: where the unit changed, its reading is asked
// once, of the newest version, with the values of the former one beside and a
// break between them. Two versions are no two sources.
func TestOnlyTheNewestVersionIsRead(t *testing.T) {
	w, kim := collecting(t, nil)
	w.moment("winter", 1, 12)
	w.give(form.At("P2-14", calls), picks("me1"))
	d := w.dossier()
	next, _ := d.Renew(calls, "calls (hours)", form.Author{Respondent: "rp1"})
	w.keep(d.Changes())
	w.give(form.At("P2-02.nature", next), picks("number"))
	w.give(form.At("P2-02.unit", next), form.Value{Text: "hours"})
	d = w.dossier()
	m, _ := d.Add(form.At("P2-14", next), "summer", form.Author{})
	w.keep(d.Changes())
	start := time.Date(2027, 7, 1, 0, 0, 0, 0, time.UTC)
	w.give(form.At("P2-14.period", m), form.Value{Date: start, Until: start.AddDate(0, 3, -1)})
	w.give(form.At("P2-14.value", m), form.Value{Number: new(5.0)})
	w.give(form.At("P2-14", next), picks("me1"))
	w.fill("analysis", 0)
	d = w.dossier()
	for p, want := range map[form.Place]form.Status{
		form.At("P3-01", calls): form.Irrelevant, form.At("P3-01", next): form.ToAsk, form.At("P3-04", calls.Parent()): form.Irrelevant,
	} {
		if got := d.Status(p); got != want {
			t.Errorf("%s stands at %d, want %d", p, got, want)
		}
	}
	w.press(kim, "q~"+string(form.At("P3-01", next)))
	w.shows(kim, "winter: 12 people"+form.Break+"summer: 5 hours")
	d.Archive(next, form.Author{})
	if got := d.Status(form.At("P3-01", calls)); got != form.ToAsk {
		t.Errorf("with the new version gone, the one before stands at %d", got)
	}
}

// TestTenTimes: a value ten times the last is asked again, and kept if
// confirmed.
func TestTenTimes(t *testing.T) {
	w, kim := collecting(t, nil)
	w.moment("winter", 1, 12)
	value := form.At("P2-14.value", w.moment("spring", 4, 0))
	w.press(kim, "q~"+string(value))
	for said, asked := range map[string]bool{"119": false, "120": true, "1": true} {
		w.press(kim, "q~"+string(value))
		w.say(kim, said)
		if got := strings.Contains(glimpse(kim.newest), "Last time it was 12 people"); got != asked {
			t.Errorf("%s after 12: asked again is %v", said, got)
		}
	}
	w.press(kim, "q~"+string(value))
	w.say(kim, "120")
	w.press(kim, "y~"+string(value)+"~jump")
	w.has(value, "given 120 people")
}

// TestBadFigures are refused with the reason, and nothing is kept.
func TestBadFigures(t *testing.T) {
	for name, c := range map[string]struct {
		answers map[string]form.Value
		id      string
		said    string
		says    string
	}{
		"a period that ends before it starts": {nil, "P2-14.period", "from 31 March 2027 to 1 January 2027", "The end comes before the start"},
		"more than a hundred per cent":        {map[string]form.Value{"P2-02.unit": {Text: "% of those asked"}}, "P2-14.value", "130 %", "A percentage goes from 0 to 100"},
		"above the highest":                   {map[string]form.Value{"P2-02.more": picks("yes"), "P2-02.high": {Number: new(60.0)}}, "P2-14.value", "61", "You noted 60 people as the highest value"},
		"another unit":                        {nil, "P2-14.value", "8 hours", "counts in “people”"},
		"a list":                              {nil, "P2-14.value", "Jan 12\nPiet 14", "Only the total here"},
		"a story":                             {nil, "P2-14.value", "Jan is 14, lives with his mother, and has been ill since the summer", "Only the total here"},
	} {
		t.Run(name, func(t *testing.T) {
			w, kim := collecting(t, c.answers)
			m := w.moment("some time", 1, 0)
			p := form.At(c.id, m)
			before := w.value(p)
			w.press(kim, "q~"+string(p))
			w.say(kim, c.said)
			w.shows(kim, c.says)
			w.has(p, before)
		})
	}
}

// TestReachedAboveAsked is refused, naming the other answer.
func TestReachedAboveAsked(t *testing.T) {
	w, kim := collecting(t, nil)
	m := w.moment("winter", 1, 12)
	w.give(form.At("P2-15", m), form.Value{Number: new(10.0), Unit: "people"})
	p := form.At("P2-15.reached", m)
	w.press(kim, "q~"+string(p))
	w.say(kim, "11")
	w.shows(kim, "You asked 10 people")
	w.has(p, "")
}

// TestSensitiveDataAreTotals: with special categories or minors nothing but a
// total is asked; a record is refused with the reason, and not even kept.
func TestSensitiveDataAreTotals(t *testing.T) {
	for _, kind := range []string{"health", "minors"} {
		w, kim := collecting(t, map[string]form.Value{
			"P2-02.nature": picks("story"), "P2-11": picks("yes"), "P2-11.kinds": picks(kind),
		})
		m := w.moment("winter", 1, 0)
		for _, id := range []string{"P2-14.words", "P2-16", "P2-17"} {
			if got := w.dossier().Status(form.At(id, m)); got != form.Irrelevant {
				t.Errorf("%s: %s is asked all the same (%d)", kind, id, got)
			}
		}
		total := form.At("P2-14.total", m)
		w.press(kim, "q~"+string(total))
		w.step(kim, flows.Event{Kind: flows.Said, Files: []form.File{{ID: "f1", Name: "people.pdf", Type: "application/pdf"}}})
		w.shows(kim, "never a list, a record, a photo")
		w.say(kim, "Jan was ill in May\nPiet too")
		w.shows(kim, "never a list, a record, a photo")
		if s := w.memory(kim); len(s.Drafts) > 0 {
			t.Errorf("%s: a record was kept: %+v", kind, s.Drafts)
		}
		w.say(kim, "7")
		w.has(total, "given 7 people")
	}
}

// TestOwnWordsOfAnotherLanguage are shown as they are, with their language.
func TestOwnWordsOfAnotherLanguage(t *testing.T) {
	w := newWorld(t, formtest.Seeded(1), realScript())
	noor, kim := w.joinIn("nl"), w.joinIn("en")
	w.enter(noor)
	w.enter(kim)
	w.fill("diagnosis", 0)
	p := form.Place("P1-05")
	w.press(noor, "q~"+string(p))
	w.say(noor, "Te weinig werk voor wie traag leest.")
	w.press(kim, "q~"+string(p))
	own := slices.IndexFunc(kim.newest.Lines, func(l flows.Line) bool { return l.Style == flows.Own })
	if own < 0 {
		t.Fatalf("her words are not on the card: %s", glimpse(kim.newest))
	}
	if l := kim.newest.Lines[own]; l.Text != "Te weinig werk voor wie traag leest. [NL]" || l.Lang != "nl" {
		t.Errorf("her words are shown as %q in %q", l.Text, l.Lang)
	}
	w.press(noor, "q~"+string(p))
	w.shows(noor, "Te weinig werk voor wie traag leest. /")
}

// TestLoadOfAPlan: three changes with two indicators each are a path that can
// be gone: so many questions have to be answered before the first value, and
// with each value.
func TestLoadOfAPlan(t *testing.T) {
	w, _ := collecting(t, nil)
	core := map[form.Path]int{}
	phase, _ := realScript().Questionnaire.Phase("collection")
	m := w.moment("winter", 1, 0)
	w.dossier().Walk(phase, func(at form.Placed) {
		if at.Question.Core && at.Status >= form.ToAsk {
			core[at.Place.Path()]++
		}
	})
	change, indicator, moment := core["st1/ch1"], core[calls], core[m]
	if plan := 3 * (change + 2*indicator); plan > 60 {
		t.Errorf("%d questions to plan three changes with two indicators each: %v", plan, core)
	}
	if moment > 4+1 { // the period is read from the name of the moment where it can be
		t.Errorf("%d questions about one moment: %v", moment, core)
	}
}
