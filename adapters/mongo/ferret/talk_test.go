package ferret_test

import (
	"errors"
	"testing"
	"time"

	"visesbot/adapters/mongo"
	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

func noon() time.Time { return time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC) }

// talk does with a store what a bot would.
type talk struct {
	t     *testing.T
	store *mongo.Store
	later time.Duration // since noon
}

func (l *talk) ok(err error) {
	l.t.Helper()
	if err != nil {
		l.t.Fatal(err)
	}
}

func (l *talk) is(err, want error) {
	l.t.Helper()
	if !errors.Is(err, want) {
		l.t.Fatalf("got error %v, want %v", err, want)
	}
}

func (l *talk) enqueue(a bot.Address, id string) {
	l.t.Helper()
	l.ok(l.store.Enqueue(l.t.Context(), a, bot.Job{
		ID: id, Kind: bot.JobUpdate, Due: noon(), Event: &flows.Event{Kind: flows.Said, At: noon(), Text: id},
	}))
}

func (l *talk) claim() bot.Claim {
	l.t.Helper()
	c, err := l.store.Claim(l.t.Context(), noon().Add(l.later), time.Minute)
	l.ok(err)
	return c
}

func (l *talk) view(c bot.Claim, dossier string) bot.View {
	l.t.Helper()
	v, err := l.store.Dossier(l.t.Context(), c, dossier)
	l.ok(err)
	return v
}

func (l *talk) commit(c bot.Claim, o bot.Outcome) {
	l.t.Helper()
	l.ok(l.store.Commit(l.t.Context(), c, o))
}

// answer is an outcome with an answer, its record, an item, a list, a session
// and a message.
func (l *talk) answer(v bot.View, c bot.Claim, place form.Place, text string) bot.Outcome {
	l.t.Helper()
	h := v.Head()
	h.Dossier, h.Version, h.Records = "d1", h.Version+1, h.Records+1
	number := 0.5
	a := form.Answer{
		Place: place, State: form.Given, At: noon(), Revision: 1, Due: noon().Add(time.Hour),
		Value: form.Value{Text: text, Number: &number, Date: noon()},
	}
	return bot.Outcome{
		Session: &flows.Session{Address: string(c.Address), Dossier: "d1", Mode: flows.Answering, Remind: noon()},
		Dossier: "d1",
		Changes: form.Changes{
			Head: &h, Answers: []form.Answer{a},
			Lists:   []form.List{{Collection: "stakeholder", Made: 1}},
			Items:   []form.Item{{Path: "st1", Collection: "stakeholder", Label: text, At: noon()}},
			Records: []form.Record{{Seq: h.Records, Kind: form.RecordAnswer, At: noon(), Answer: &a}},
		},
		Jobs: []bot.Job{{ID: "s-" + text, Kind: bot.JobSend, Due: noon(), Message: &bot.Message{
			Card: text, Buttons: [][]flows.Button{{{Label: "Ja", Data: "y"}}},
		}}},
		Receipts: map[string]bot.Receipt{"c1": "r1"},
	}
}
