package lifetime

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// stage is how far an enterprise is when the programme begins to live.
type stage struct {
	name  string
	phase string
	first time.Time // of what is collected
	often string
	dates []time.Time // of what was decided
}

func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

// stages are the different ways in which enterprises begin. Some of their days
// are Sundays, holidays, and those around a change of the clocks.
func stages() []stage {
	return []stage{
		{name: "fresh", phase: "mandate"},
		{name: "monthly", phase: "collection", first: day(2027, time.March, 28), often: "month"},
		{name: "deciding", phase: "analysis", dates: []time.Time{day(2027, time.May, 6), day(2027, time.October, 31), day(2027, time.November, 9)}},
		{name: "quarterly", phase: "collection", first: day(2027, time.March, 31), often: "quarter"},
		{name: "far", phase: "analysis", dates: []time.Time{day(2027, time.July, 14), day(2028, time.March, 27), day(2028, time.March, 28)}},
		{name: "half-yearly", phase: "collection", first: day(2027, time.November, 10), often: "half"},
	}
}

// staff is how many of an enterprise answer questions; one more accompanies it.
const staff = 2

// written is the dossier of a stage as a store keeps it. For another enterprise
// only the names differ: see of.
type written string

// nameless stands for the enterprise in what is written.
const nameless = "ENTERPRISE"

func (w written) of(t *testing.T, e *enterprise) form.Changes {
	var c form.Changes
	if err := json.Unmarshal([]byte(strings.ReplaceAll(string(w), nameless, e.id)), &c); err != nil {
		t.Fatal(err)
	}
	c.Head.Enterprise.Country = e.partner.country
	return c
}

// write fills in a dossier up to a stage.
func (s stage) write(t *testing.T, q *form.Questionnaire) written {
	t.Helper()
	d := form.Open(q, formtest.New(), begins().AddDate(0, 0, -1))
	d.Begin(nameless, form.Enterprise{ID: nameless, Name: "Atelier " + nameless})
	for n := 1; n <= staff; n++ {
		p := d.Join(form.Person{Address: fmt.Sprintf("phone:%s-%d", nameless, n), Role: "worker", Lang: "fr"})
		if _, err := d.Enrol(p.ID, fmt.Sprint("colleague ", n), s.author(n)); err != nil {
			t.Fatal(err)
		}
	}
	d.Join(form.Person{Address: fmt.Sprintf("phone:%s-%d", nameless, staff+1), Role: flows.RoleAccompanist, Lang: "fr"})
	for _, p := range q.Phases {
		if p.ID == s.phase {
			break
		}
		s.fill(d)
		d.Collect()
		s.fill(d)
		d.Sign("", s.author(1))
		d.Sign("", form.Author{Person: "p3", Role: flows.RoleAccompanist})
		if next, ok := flows.PhaseAfter(p.ID, "close"); !ok || !d.Close(next, s.author(1)) {
			t.Fatalf("%s does not close: %+v", p.ID, d.Gaps())
		}
	}
	s.plan(d)
	raw, err := json.Marshal(d.Changes())
	if err != nil {
		t.Fatal(err)
	}
	return written(raw)
}

func (s stage) author(n int) form.Author {
	return form.Author{Person: fmt.Sprint("p", n), Respondent: fmt.Sprint("rp", n), Role: []string{"", "management", "worker"}[n], Lang: "fr"}
}

// fill answers what is open, by everybody.
func (s stage) fill(d *form.Dossier) {
	f := formtest.Filler{At: begins(), Items: map[string]int{"respondent": staff, "change": 1, "decision": len(s.dates)}}
	for n := 1; n <= staff; n++ {
		f.Author = s.author(n)
		s.answer(d, f, form.Who{Respondent: f.Author.Respondent, Role: f.Author.Role}, 900)
	}
	f.Author = form.Author{Person: "p3", Role: flows.RoleAccompanist, Lang: "fr"}
	s.answer(d, f, form.Who{Role: flows.RoleAccompanist}, 100)
}

// answer answers with what is allowed; what is collected before the programme
// lives is collected the day before.
func (s stage) answer(d *form.Dossier, f formtest.Filler, who form.Who, most int) {
	for range most {
		p, open := d.Next(who)
		if !open {
			return
		}
		if p.Question() == "P2-10" && s.phase != "collection" {
			d.Put(form.Answer{Place: p, State: form.Given, Value: form.Value{Date: day(2027, time.February, 20)}, Author: f.Author})
			continue
		}
		f.Answer(d, p)
	}
}

// plan answers what the days to come hang on.
func (s stage) plan(d *form.Dossier) {
	f := formtest.Filler{Author: s.author(1), At: begins(), Items: map[string]int{"decision": len(s.dates), "indicator": 2}}
	who := form.Who{Respondent: "rp1", Role: "management"}
	decided, planned := 0, 0
	for range 900 {
		p, open := d.Next(who)
		if !open || s.phase == "mandate" {
			return
		}
		give := func(v form.Value) {
			d.Put(form.Answer{Place: p, State: form.Given, Value: v, Author: f.Author, Confirmed: []string{"late"}})
		}
		switch p.Question() {
		case "P2-10":
			give(form.Value{Date: s.first})
		case "P2-10.often":
			give(form.Value{Choices: []string{s.often}})
		case "P2-10.who":
			planned++
			give(form.Value{Choices: []string{fmt.Sprint("rp", 1+planned%staff)}})
		case "P3-17.who":
			give(form.Value{Choices: []string{fmt.Sprint("rp", 1+decided%staff)}})
		case "P3-17.when":
			give(form.Value{Date: s.dates[decided]})
			if decided++; decided == len(s.dates) {
				return
			}
		default:
			f.Answer(d, p)
		}
	}
}
