package main

import (
	"slices"
	"testing"
	"time"

	"visesbot/bot/rooms/digest"
	"visesbot/content"
	"visesbot/flows/definition"
	"visesbot/flows/engine"
	"visesbot/flows/flowtest"
	"visesbot/flows/form"
)

// TestExtrasStandWhereTheyShould: on whatever day the demo is opened, one other
// enterprise has something due in two weeks, one has been silent for longer
// than a digest is patient, and one has answered within the week.
func TestExtrasStandWhereTheyShould(t *testing.T) {
	script, problems := definition.Load(content.FS)
	if script == nil {
		t.Fatal(problems)
	}
	phases := map[string]string{"passerelle": "collection", "kruidentuin": "diagnosis", "rives": "mandate"}
	for _, now := range []time.Time{
		demoDay(t, "2026-07-19 23:30"), demoDay(t, "2026-12-28 10:00"), demoDay(t, "2028-02-29 09:00"), demoDay(t, "2031-05-02 12:00"),
	} {
		for _, x := range demoExtras() {
			if x.transcript == "" {
				continue
			}
			left, err := x.live(engine.Must(script), content.FS, now, 3, "web:partner-3")
			if err != nil {
				t.Fatalf("on %v: %v", now, err)
			}
			if h := left.Dossier.Head; h.Phase != phases[x.id] || h.Dossier != x.enterprise(3) {
				t.Errorf("on %v %s is %s in %s", now, x.id, h.Dossier, h.Phase)
			}
			silent := now.Sub(lastAnswer(left))
			if stalled := silent > digest.Patience; silent < 0 || stalled != (x.id == "kruidentuin") {
				t.Errorf("on %v %s has answered nothing for %v", now, x.id, silent)
			}
			if due := dueWithin(left, now.AddDate(0, 0, 1), digest.Ahead); due != (x.id == "passerelle") {
				t.Errorf("on %v something of %s is due: %v, %+v", now, x.id, due, left.Dossier.Head.Plans)
			}
		}
	}
}

func demoDay(t *testing.T, s string) time.Time {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Brussels")
	if err != nil {
		t.Fatal(err)
	}
	at, err := time.ParseInLocation("2006-01-02 15:04", s, zone)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func lastAnswer(left flowtest.Left) (last time.Time) {
	for _, r := range left.Dossier.Records {
		if r.Answer != nil && r.At.After(last) {
			last = r.At
		}
	}
	return last
}

func dueWithin(left flowtest.Left, now time.Time, ahead time.Duration) bool {
	return slices.ContainsFunc(left.Dossier.Head.Plans, func(p form.Plan) bool {
		return p.Next.After(now) && p.Next.Before(now.Add(ahead))
	})
}
