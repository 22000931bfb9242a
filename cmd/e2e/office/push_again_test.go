package officetest_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"strings"
	"testing"
	"time"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/rooms"
	"visesbot/bot/rooms/push"
	officetest "visesbot/cmd/e2e/office"
	"visesbot/flows"
)

// interrupted makes a visit to the office, and does not commit what comes of it.
func interrupted(t *testing.T, w *officetest.World, a bot.Address, ev flows.Event) bot.Served {
	t.Helper()
	s, err := w.Store.Session(w.Ctx(), a)
	if err != nil {
		t.Fatal(err)
	}
	served, err := w.Office.Serve(w.Ctx(), bot.Claim{Address: a, Session: s, Job: bot.Job{ID: "j1"}}, ev)
	if err != nil {
		t.Fatal(err)
	}
	return served
}

// A program that dies after it kept something and before it committed makes the
// visit again: it ends in the same, and nobody is sent anything twice.
func TestPushInterrupted(t *testing.T) {
	w := north(t)
	w.Fills("odile", newPush, filled("M1", "north", "day", "2027-03-01", "hour", "10:00"))
	id := sent(t, w)
	press := flows.Event{Kind: flows.Pressed, Press: "o~push~send~" + id, At: w.Clock.Now(), Channel: "test"}
	first := interrupted(t, w, officetest.Address("odile"), press)
	again := interrupted(t, w, officetest.Address("odile"), press)
	if len(first.Posts) != 1 || len(again.Posts) != 1 || first.Posts[0].Job.ID != again.Posts[0].Job.ID || !first.Posts[0].Job.Due.Equal(again.Posts[0].Job.Due) {
		t.Errorf("the order is given as\n%+v and\n%+v", first.Posts, again.Posts)
	}
	w.Presses("odile", "Envoyer")

	box, at := bot.Address(flows.PushBox(id)), time.Date(2027, 3, 1, 10, 0, 0, 0, officetest.Brussels())
	told := func(kind, from string, fields map[string]string) flows.Event {
		return flows.Event{Kind: flows.Told, At: at, Note: &flows.Note{Kind: "o~push~" + kind, From: "test:" + from, Dossier: strings.TrimPrefix(from, "s-"), Fields: fields}}
	}
	for range 2 {
		if out := interrupted(t, w, box, told("go", "", nil)); len(out.Posts) != 1 || len(out.Posts[0].Job.Push.To) != 5 {
			t.Errorf("handed out are %+v", out.Posts)
		}
	}
	w.Until(at.Add(time.Minute))
	for _, who := range []string{"s-e1", "s-e2", "s-e3", "s-e4", "s-e5"} {
		if n := shown(w, who, "Commencer"); n != 1 {
			t.Errorf("%s was offered it %d times", who, n)
		}
	}
	_, before := receipt(t, w)
	for range 2 {
		interrupted(t, w, box, told("started", "s-e1", map[string]string{"hash": "h", "version": "v"}))
		interrupted(t, w, box, told("quiz", "s-e1", map[string]string{"block": "b", "right": "no"}))
		interrupted(t, w, box, told("quiz", "s-e1", map[string]string{"block": "b", "right": "yes"}))
	}
	if _, r := receipt(t, w); r.Started != before.Started+1 || r.People != 5 || len(r.Checks) != 1 || r.Checks[0].Answers != 1 {
		t.Errorf("the receipt is %+v", r)
	}
	w.Staff("s-e6") // of another cohort
	late := flows.Event{Kind: flows.Timer, Timer: "o~push~late", At: at.Add(24 * time.Hour)}
	if out := interrupted(t, w, box, late); len(out.Posts) != 0 || len(out.Waits) != 1 {
		t.Errorf("who is late: %+v", out)
	}
}

// Nobody pushes by pressing what only the mailbox of a push is told; and what is
// refused is logged, without anybody's words.
func TestPushForged(t *testing.T) {
	w := north(t)
	w.Fills("odile", newPush, filled("M1", "north", "day", "2027-03-02", "hour", "10:00", "note", "secret words"))
	id := sent(t, w)
	w.Partner("bert")
	var log bytes.Buffer
	guarded, err := office.New(office.Options{
		Store: w.Store, Script: func() *flows.Script { return w.Script }, Rooms: rooms.All(), Clock: w.Clock, Location: officetest.Brussels(),
		Log: slog.New(slog.NewTextHandler(&log, nil)),
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, press := range []string{"o~push~send~" + id, "o~push~show~" + id, "o~push~drop~" + id} {
		w.Fills("bert", press, nil)
		says(t, w, "bert", "Dit staat niet voor je open")
		s, err := w.Store.Session(w.Ctx(), officetest.Address("bert"))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := guarded.Serve(w.Ctx(), bot.Claim{Address: officetest.Address("bert"), Session: s}, flows.Event{Kind: flows.Pressed, Press: press, At: w.Clock.Now()}); err != nil {
			t.Fatal(err)
		}
	}
	if got := log.String(); strings.Count(got, "member=bert act=push on=north") != 3 || strings.Contains(got, "secret") {
		t.Errorf("the log says\n%s", got)
	}
	for _, press := range []string{"o~push~go", "o~push~go~" + id, "o~push~started", "o~push~late", "o~push~tally", "o~push~round~2"} {
		w.Fills("odile", press, nil)
		w.Fills("s-e1", press, nil)
	}
	w.Pass(3 * 24 * time.Hour)
	if n := shown(w, "s-e1", "Commencer"); n != 0 {
		t.Error("it went out although nobody has sent it")
	}
}

// What is given at the desk goes out as well; it is offered again, and cannot be
// given twice.
func TestPushAtTheDesk(t *testing.T) {
	w := north(t)
	o := push.Order{ID: "desk-1", Module: "M1", Pool: "wi", Cohorts: []string{"north"}, Note: "Bonjour"}
	given, to, err := push.Give(w.Ctx(), w.Store, o, w.Clock.Now())
	if err != nil || to.People != 1 || !given.At.Equal(w.Clock.Now()) {
		t.Fatalf("given to %+v at %s: %v", to, given.At, err)
	}
	if _, err := push.Again(w.Ctx(), w.Store, "desk-1", w.Clock.Now()); !errors.Is(err, push.ErrEarly) {
		t.Errorf("offered again before it went: %v", err)
	}
	w.Pass(time.Minute)
	says(t, w, "s-e3", "Commencer", "Bonjour")
	if n := shown(w, "s-e1", "Commencer"); n != 0 {
		t.Error("another pool got it")
	}
	for range 2 {
		if n, err := push.Again(w.Ctx(), w.Store, "desk-1", w.Clock.Now()); err != nil || n != 1 {
			t.Fatalf("offered again to %d: %v", n, err)
		}
	}
	w.Pass(time.Minute)
	if n := shown(w, "s-e3", "Commencer"); n != 2 {
		t.Errorf("it was offered %d times", n)
	}
	var twice *push.TwiceError
	if _, _, err := push.Give(w.Ctx(), w.Store, o, w.Clock.Now()); !errors.As(err, &twice) || twice.Push.ID != "desk-1" {
		t.Errorf("given twice: %v", err)
	}
	if err := push.Recall(w.Ctx(), w.Store, "desk-1", w.Clock.Now()); !errors.Is(err, push.ErrGone) {
		t.Errorf("withdrawn after it went: %v", err)
	}
	if err := push.Recall(w.Ctx(), w.Store, "none", w.Clock.Now()); !errors.Is(err, bot.ErrNotFound) {
		t.Errorf("withdrawn though there is none: %v", err)
	}
}

// What was kept before the program was stopped, and did not come into its
// mailbox, goes when it is given again, once.
func TestPushKeptAndNotHandedOn(t *testing.T) {
	w := north(t)
	o := push.Order{ID: "desk-1", Module: "M1", Cohorts: []string{"north"}, Pool: "wi"}
	if _, _, err := push.Give(w.Ctx(), stopped{w.Store}, o, w.Clock.Now()); err == nil {
		t.Fatal("the store was not stopped")
	}
	w.Pass(time.Minute)
	if n := shown(w, "s-e3", "Commencer"); n != 0 {
		t.Fatal("it went by itself")
	}
	var twice *push.TwiceError
	for _, id := range []string{"desk-1", "desk-2"} {
		o.ID = id
		if _, _, err := push.Give(w.Ctx(), w.Store, o, w.Clock.Now()); !errors.As(err, &twice) || twice.Push.ID != "desk-1" {
			t.Errorf("given again: %v", err)
		}
		w.Pass(time.Minute)
	}
	if n := shown(w, "s-e3", "Commencer"); n != 1 {
		t.Errorf("it was offered %d times, want once", n)
	}
}

// stopped is a store in front of which the program stops.
type stopped struct{ push.Store }

func (stopped) Enqueue(context.Context, bot.Address, ...bot.Job) error { return io.ErrClosedPipe }
