package officetest_test

import (
	"testing"
	"time"

	"visesbot/bot"
	"visesbot/bot/register"
	officetest "visesbot/cmd/e2e/office"
	"visesbot/flows"
)

// fresh has odile's digest looked at in a job of this number, and counts the cards
// that this shows; the same number is the same visit, made again.
func fresh(t *testing.T, w *officetest.World, number int64) int {
	t.Helper()
	s, err := w.Store.Session(w.Ctx(), officetest.Address("odile"))
	if err != nil {
		t.Fatal(err)
	}
	ev := flows.Event{Kind: flows.Timer, Timer: "o~digest~fresh~north", At: w.Clock.Now().In(officetest.Brussels())}
	c := bot.Claim{Address: officetest.Address("odile"), Session: s, Job: bot.Job{ID: "t", Seq: number}}
	served, err := w.Office.Serve(w.Ctx(), c, ev)
	if err != nil {
		t.Fatal(err)
	}
	return len(served.Cards)
}

// A visit that was lost before it was committed is made again, and ends in the
// same: what it was to show is shown, and where it was to show nothing, nothing is.
func TestDigestMadeAgain(t *testing.T) {
	w := stalledWorld(t)
	w.Until(at(time.March, 15, 9).Add(time.Minute))
	if len(digests(w, "odile")) != 1 {
		t.Fatal(w.Channel.Last("odile"))
	}
	for range 3 {
		if n := fresh(t, w, 1001); n != 0 {
			t.Errorf("with nothing new %d cards are shown", n)
		}
	}
	if err := w.Store.PutEntries(w.Ctx(), register.Entry{Table: register.Hours, ID: "e2/1", Fields: map[string]string{"minutes": "90"}}); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if n := fresh(t, w, 1002); n != 2 {
			t.Errorf("with new hours %d cards are shown, want the message and its detail", n)
		}
	}
	if n := fresh(t, w, 1003); n != 0 {
		t.Errorf("the next visit shows %d cards", n)
	}
}
