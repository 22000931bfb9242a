package bot_test

import (
	"errors"
	"testing"

	"visesbot/bot"
	"visesbot/flows"
)

// TestVoter: whoever votes in a group is the same person on all their apps, and
// nobody in particular before they have come in.
func TestVoter(t *testing.T) {
	w := newWorld(t)
	for _, app := range []bot.Address{"test:anna", "test:anna-too"} {
		w.say(app, "hello")
		w.store.boxes[app].session.Dossier, w.store.boxes[app].session.Person = "d1", "p3"
	}
	w.parrot.events = nil
	vote := func(by string) {
		w.arrive(bot.Update{Address: "test:group", Vote: &flows.Vote{Poll: "p1", By: by, Options: []string{"1"}}})
		w.arrive(bot.Update{Address: "test:group", Press: "vote~x", From: flows.Sender{Talk: by}})
		w.drain()
	}
	vote("test:anna")
	vote("test:anna-too")
	vote("test:stranger")
	want := []string{"d1 p3", "d1 p3", "d1 p3", "d1 p3", "", ""}
	for i, ev := range w.parrot.events {
		got := ev.Person.Who
		if ev.Vote != nil && ev.Vote.Who != got {
			t.Errorf("event %d: the vote is of %q, the sender is %q", i, ev.Vote.Who, got)
		}
		if i >= len(want) || got != want[i] {
			t.Errorf("event %d is of %q", i, got)
		}
	}
	if len(w.parrot.events) != len(want) {
		t.Errorf("%d events were heard", len(w.parrot.events))
	}
}

// TestVoterUnread: where it cannot be read who votes, the vote waits.
func TestVoterUnread(t *testing.T) {
	w := newWorld(t)
	w.arrive(bot.Update{Address: "test:group", Vote: &flows.Vote{Poll: "p1", By: "test:anna"}})
	w.store.fail = func(what string) error {
		if what == "session" {
			return errors.New("the disk is full")
		}
		return nil
	}
	w.drain()
	w.store.fail = nil
	if len(w.parrot.events) != 0 {
		t.Fatalf("it was counted: %+v", w.parrot.events)
	}
	w.clock.Move(bot.DefaultRetry().Most)
	w.drain()
	if len(w.parrot.events) != 1 {
		t.Errorf("afterwards %d votes were heard", len(w.parrot.events))
	}
}
