package digest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"visesbot/content"
	"visesbot/flows"
	"visesbot/flows/definition"
	"visesbot/flows/form"
)

// monday is when the digests of the tests are made.
func monday() time.Time { return time.Date(2027, 3, 8, 9, 0, 0, 0, time.UTC) }

func ago(days int) time.Time { return monday().AddDate(0, 0, -days) }

func realScript(t testing.TB) *flows.Script {
	t.Helper()
	script, problems := definition.Load(content.FS)
	if script == nil {
		t.Fatal(problems)
	}
	return script
}

// small is a cohort of three, with something of each kind.
func small() View {
	return View{
		Cohort: "north", Name: "Nord", Now: monday(), Since: ago(7), Checks: []string{"P2-11.checked"}, Blocks: map[string]int{"M1": 2},
		Meetings: []time.Time{monday().AddDate(0, 0, 3), monday().AddDate(0, 0, 30)},
		Seen: []Seen{
			{
				ID: "e1", Name: "Atelier Un", Used: 150, Budget: 600, Chosen: "Qui vient plus souvent ?",
				Head: form.Head{
					Phase: "collection", Open: []string{"P2-20"}, Below: form.Tallies{{Question: "P2-11.checked", Open: 2}, {Question: "P2-14", Open: 3}},
					Closed: []form.Closed{{Phase: "mandate", At: ago(90)}, {Phase: "diagnosis", At: ago(2)}},
					Plans:  []form.Plan{{Next: monday().AddDate(0, 0, 5)}, {Next: monday().AddDate(0, 0, 50)}},
				},
				Last: &Step{"P2-10", ago(1)}, Worries: map[string]int{WorryTrust: 1, WorryFew: 2},
				Records: []form.Record{
					{Delivery: &form.Delivery{Person: "p1", Module: "M1", Block: "a", Version: "0123456789ab"}},
					{Delivery: &form.Delivery{Person: "p1", Module: "M1", Block: "b", Version: "0123456789ab"}},
					{Delivery: &form.Delivery{Person: "p2", Module: "M1", Block: "a", Version: "0123456789ab"}},
					{Feedback: &form.Feedback{On: "P1-05", Verdict: "unclear"}},
					{Feedback: &form.Feedback{On: "P1-05", Verdict: "unclear", Text: "secret words"}},
				},
			},
			{
				ID: "e2", Name: "Atelier Deux", Budget: 600, Helps: []time.Time{ago(1)},
				Head: form.Head{Phase: "mandate", Open: []string{"P0-02"}}, Last: &Step{"P0-02", ago(20)},
			},
			{
				ID: "e3", Name: "Atelier Trois", Budget: 600,
				Head: form.Head{
					Phase: "analysis", Signed: []form.Sign{{Phase: "analysis", At: ago(3)}}, Open: []string{"P3-01"},
					Promises: []form.Promise{{On: monday().AddDate(0, 0, 1)}, {On: monday().AddDate(0, 0, 2), Fate: "done"}},
					Backs:    []form.Back{{Kind: form.RecordReopen, Phase: "collection", At: ago(4), Reason: "secret words"}},
				},
				Last: &Step{"P3-01", ago(30)},
			},
		},
	}
}

// worst is a cohort of ten in which everything is at its worst.
func worst() View {
	v := small()
	v.Name, v.Seen = strings.Repeat("Cohorte ", 20), nil
	for i := range 10 {
		s := Seen{
			ID: fmt.Sprintf("e%d", i), Name: strings.Repeat("Coopérative ", 12), Used: 12345, Budget: 60000, Chosen: strings.Repeat("Question ", 100),
			Head: form.Head{
				Phase: "collection", Open: []string{"P2-11.checked"}, Below: form.Tallies{{Question: "P2-11.checked", Open: 99}},
				Signed: []form.Sign{{Phase: "collection", At: ago(3)}},
			},
			Last: &Step{"P2-20", ago(40)}, Worries: map[string]int{WorryTrust: 99, WorryFew: 99, WorrySensitive: 99}, Helps: []time.Time{ago(1), ago(2)},
		}
		if i%2 == 0 {
			s.Head.Signed = nil
		}
		for d := range 10 {
			s.Head.Closed = append(s.Head.Closed, form.Closed{Phase: "diagnosis", At: ago(1)})
			s.Head.Backs = append(s.Head.Backs, form.Back{Kind: form.RecordReopen, Phase: "diagnosis", At: ago(2)})
			s.Head.Plans = append(s.Head.Plans, form.Plan{Next: monday().AddDate(0, 0, d)})
			s.Head.Promises = append(s.Head.Promises, form.Promise{On: monday().AddDate(0, 0, d)})
			s.Records = append(s.Records,
				form.Record{Delivery: &form.Delivery{Person: "p1", Module: fmt.Sprintf("M%d", d), Block: "a", Version: "0123456789ab"}},
				form.Record{Feedback: &form.Feedback{On: fmt.Sprintf("P1-%02d.something", d), Verdict: "irrelevant"}})
		}
		v.Seen = append(v.Seen, s)
	}
	return v
}
