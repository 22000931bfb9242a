package push_test

import (
	"fmt"
	"reflect"
	"testing"
	"time"

	"visesbot/bot/register"
	"visesbot/bot/rooms/push"
)

func entry(id string, pairs ...string) register.Entry {
	e := register.Entry{Table: push.Marks, ID: id, Fields: map[string]string{}}
	for i := 0; i+1 < len(pairs); i += 2 {
		e.Fields[pairs[i]] = pairs[i+1]
	}
	return e
}

func order() push.Order {
	return push.Order{
		ID: "p1", Module: "M1", Cohorts: []string{"north"}, Enterprises: []string{"e9", "e8"}, Pool: "wi", Note: "À jeudi ; merci",
		Lang: "fr", By: "odile", Address: "slack:T1-D1", State: push.Sent, Content: "c1", Hash: "h1",
		At: time.Date(2027, 3, 1, 8, 0, 0, 0, time.UTC),
	}
}

func TestOrderIsReadAsWritten(t *testing.T) {
	o := order()
	if back := push.Read(o.Entry()); !reflect.DeepEqual(back, o) {
		t.Errorf("read back as %+v", back)
	}
	if back := push.Read(push.Order{ID: "x"}.Entry()); !reflect.DeepEqual(back, push.Order{ID: "x"}) {
		t.Errorf("read back as %+v", back)
	}
}

// The receipt counts; of a check it shows nothing before three have answered.
func TestReceipt(t *testing.T) {
	marks := []register.Entry{
		entry("p1/begun"),
		entry("p1/round/2"),
		entry("p1/p/a", "enterprise", "e1", "delivered", "x", "started", "x", "finished", "x", "hash", "h1", "version", "c1"),
		entry("p1/p/b", "enterprise", "e1", "started", "x", "hash", "h2", "version", "c2"),
		entry("p1/p/c", "enterprise", "e2", "cause", "blocked"),
		entry("p1/p/d", "enterprise", "e2", "delivered", "x"),
		entry("p1/q/two/a", "right", "no", "wrong", "x"),
		entry("p1/q/two/b", "right", "no", "wrong", "y;x"),
		entry("p1/q/two/c", "right", "no"),
		entry("p1/q/two/d", "right", "yes"),
		entry("p1/q/one/a", "right", "no", "wrong", "x"),
		entry("p1/q/one/b", "right", "no", "wrong", "x"),
		entry("p10/p/z", "enterprise", "e1", "delivered", "x"),
	}
	r := push.NewReceipt(order(), marks)
	want := push.Receipt{
		ID: "p1", Module: "M1", Stage: push.Told, At: order().At, Note: order().Note, Content: "c1", Hash: "h1", Rounds: 2,
		Tally: push.Tally{People: 4, Delivered: 3, Missed: 1, Started: 2, Finished: 1},
		Enterprises: []push.Row{
			{Enterprise: "e1", Tally: push.Tally{People: 2, Delivered: 2, Started: 2, Finished: 1}},
			{Enterprise: "e2", Tally: push.Tally{People: 2, Delivered: 1, Missed: 1}},
		},
		Versions: []push.Version{
			{Hash: "h1", Content: "c1", People: 1, Enterprises: []string{"e1"}},
			{Hash: "h2", Content: "c2", People: 1, Enterprises: []string{"e1"}},
		},
		Checks: []push.Check{{Block: "one", Answers: 2}, {Block: "two", Answers: 4, Wrong: 3, Most: "x"}},
	}
	if !reflect.DeepEqual(r, want) {
		t.Errorf("the receipt is\n%+v, want\n%+v", r, want)
	}
	if r.Same() || r.Waiting() != 2 || r.Checks[0].Shown() {
		t.Error("two versions are the same, or two answers are shown")
	}
}

func TestStages(t *testing.T) {
	for want, marks := range map[string][]register.Entry{
		push.Planned:   nil,
		push.Withdrawn: {entry("p1/withdrawn")},
		push.Going:     {entry("p1/begun"), entry("p1/p/a", "enterprise", "e1"), entry("p1/p/b", "enterprise", "e1", "delivered", "x")},
		push.Told:      {entry("p1/begun"), entry("p1/withdrawn"), entry("p1/p/b", "enterprise", "e1", "delivered", "x")},
	} {
		if r := push.NewReceipt(order(), marks); r.Stage != want {
			t.Errorf("%v: %s, want %s", marks, r.Stage, want)
		}
	}
}

func TestNames(t *testing.T) {
	for id, want := range map[string]bool{"M1-20270301-ab12cd": true, "": false, "a b": false, "a~b": false, fmt.Sprintf("%033d", 1): false, "é": false} {
		if push.Named(id) != want {
			t.Errorf("%q: %v", id, !want)
		}
	}
}
