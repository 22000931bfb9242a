package engine_test

import (
	"fmt"
	"runtime/debug"
	"testing"
	"time"

	"visesbot/content"
	"visesbot/flows"
	"visesbot/flows/definition"
	"visesbot/flows/engine"
	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

func realEngine(tb testing.TB) *engine.Engine {
	tb.Helper()
	script, problems := definition.Load(content.FS)
	if script == nil {
		tb.Fatal(problems)
	}
	return engine.Must(script)
}

// benchTime is when the benchmark's conversation takes place.
func benchTime() time.Time { return time.Date(2027, 3, 1, 10, 0, 0, 0, time.UTC) }

// filled is a dossier of the real questionnaire with about n answers, and the
// session of a person to whom a choice on a scale, or of an option, has just
// been put.
func filled(tb testing.TB, e *engine.Engine, n, stakeholders int) (*formtest.Memory, flows.Session, form.Place) {
	tb.Helper()
	d := form.Open(e.Script.Questionnaire, formtest.New(), benchTime())
	d.Begin("d1", form.Enterprise{ID: "d1", Name: "Atelier Horizon", Country: "BE"})
	me := d.Join(form.Person{Address: "test:me", Role: "management", Lang: "nl"})
	by := form.Author{Person: me.ID, Respondent: "rp1", Role: "management", Lang: "nl"}
	if _, err := d.Enrol(me.ID, "coördinatie", by); err != nil {
		tb.Fatal(err)
	}
	f := formtest.Filler{Author: by, At: benchTime(), Items: map[string]int{"stakeholder": stakeholders, "change": 5}}
	who := form.Who{Respondent: "rp1", Role: "management"}
	answered := 0
	for answered < n || !tapped(e, d, who) {
		if f.Fill(d, who, 1) == 0 && !d.Close(nextPhase(d), by) {
			tb.Fatalf("nothing open after %d answers, gaps %v", answered, d.Gaps())
		}
		answered++
	}
	m := formtest.New()
	m.Apply(d.Changes())
	p, _ := d.Next(who)
	s := flows.Session{
		Address: "test:me", Dossier: "d1", Person: me.ID, Respondent: "rp1", Role: "management", Lang: "nl",
		Mode: flows.Answering, Content: e.Script.Version, Consent: "yes", Place: p, Card: "c41", Cards: 41,
		Trail: []form.Place{"P1-05", "P1-06", "P1-07"}, Remind: time.Date(2027, 3, 4, 9, 0, 0, 0, time.UTC),
	}
	return m, s, p
}

func nextPhase(d *form.Dossier) string {
	next, _ := flows.PhaseAfter(d.Head().Phase, "close")
	return next
}

// tapped tells whether the next question is answered by one tap.
func tapped(e *engine.Engine, d *form.Dossier, who form.Who) bool {
	p, ok := d.Next(who)
	q, _ := e.Script.Questionnaire.Question(p.Question())
	return ok && (q.ID == "P1-16" || q.Phase.ID == "mandate" && q.Type == form.Single)
}

// BenchmarkStep is one answer in the middle of the real questionnaire: the
// session and the documents the step asks for are decoded from their stored
// form (JSON), and what it leaves behind is encoded to it. Garbage is collected
// as in the program (see main in cmd/visesbot).
func BenchmarkStep(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	e := realEngine(b)
	for _, size := range []struct{ answers, stakeholders int }{{12, 3}, {100, 3}, {600, 20}} {
		m, s, p := filled(b, e, size.answers, size.stakeholders)
		stored, err := form.Encode(&s)
		if err != nil {
			b.Fatal(err)
		}
		q, _ := e.Script.Questionnaire.Question(p.Question())
		press := "a~" + string(p) + "~3"
		if q.Type == form.Single {
			press = "a~" + string(p) + "~" + q.Options[0].ID
		}
		ev := flows.Event{Kind: flows.Pressed, Press: press, At: benchTime(), Channel: "test"}
		b.Run(fmt.Sprintf("answers=%d", size.answers), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				benchStep(b, e, m, stored, ev)
			}
		})
	}
}

func benchStep(b *testing.B, e *engine.Engine, m *formtest.Memory, stored []byte, ev flows.Event) {
	var s flows.Session
	if err := form.Decode(stored, &s); err != nil {
		b.Fatal(err)
	}
	turn, err := e.Step(s, m, ev)
	if err != nil || turn.Changes.Empty() {
		b.Fatal("the step recorded nothing", err)
	}
	encode(b, &turn.Session, &turn.Changes)
}

func encode(b *testing.B, s *flows.Session, c *form.Changes) {
	docs := append(make([]any, 0, 12), s, c.Head)
	for i := range c.Answers {
		docs = append(docs, &c.Answers[i])
	}
	for i := range c.Lists {
		docs = append(docs, &c.Lists[i])
	}
	for i := range c.Items {
		docs = append(docs, &c.Items[i])
	}
	for i := range c.Records {
		docs = append(docs, &c.Records[i])
	}
	for _, doc := range docs {
		if _, err := form.Encode(doc); err != nil {
			b.Fatal(err)
		}
	}
}
