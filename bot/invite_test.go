package bot_test

import (
	"context"
	"errors"
	"testing"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

// linked is a channel on which a link opens the talk.
type linked struct{ *channel }

func (linked) Link(code string) string { return "https://example.org/" + code }

// inviter invites at every word.
type inviter struct{}

func (inviter) Step(s flows.Session, _ form.Source, ev flows.Event) (flows.Turn, error) {
	if ev.Fresh == nil {
		return flows.Turn{Session: s, Wishes: []flows.Wish{{Say: &flows.Card{ID: "c1", Lines: []flows.Line{{Text: "nowhere"}}}}}}, nil
	}
	return flows.Turn{Session: s, Wishes: []flows.Wish{
		{Let: &flows.Let{Code: ev.Fresh.Code, Invite: flows.Invite{Dossier: "d1", Ticket: "i1"}}},
		{Say: &flows.Card{ID: "c1", Lines: []flows.Line{{Text: ev.Fresh.Links[0]}}}},
	}}, nil
}

// forgetful is a store that cannot keep the first invitation.
type forgetful struct {
	*memory
	failed bool
}

func (f *forgetful) PutInvite(ctx context.Context, code string, i flows.Invite) error {
	if !f.failed {
		f.failed = true
		return errors.New("the disk is full")
	}
	return f.memory.PutInvite(ctx, code, i)
}

// An invitation is kept before anybody is told of it: while the store does not
// take it nothing is said, and then it is made anew.
func TestLet(t *testing.T) {
	var store *forgetful
	n := 0
	w := newWorld(t, func(o *bot.Options) {
		store = &forgetful{memory: o.Store.(*memory)}
		o.Store, o.Scripts = store, bot.One(inviter{})
		o.Channels = []bot.Adapter{linked{o.Channels[0].(*channel)}}
		o.Codes = func() string { n++; return string(rune('a' + n)) }
	})
	w.say("test:1", "invite")
	w.heard()
	w.clock.Move(1 << 40)
	w.drain()
	w.heard("1: https://example.org/c")
	if i := w.store.invites["c"]; len(w.store.invites) != 1 || i.Ticket != "i1" {
		t.Errorf("kept are %+v", w.store.invites)
	}
}

// A bot without codes makes no invitations.
func TestNoCodes(t *testing.T) {
	w := newWorld(t, func(o *bot.Options) { o.Scripts = bot.One(inviter{}) })
	w.say("test:1", "invite")
	w.heard("1: nowhere")
}

// watcher says what the invitation of an event says.
type watcher struct{ events *[]flows.Event }

func (o watcher) Step(s flows.Session, _ form.Source, ev flows.Event) (flows.Turn, error) {
	*o.events = append(*o.events, ev)
	return flows.Turn{Session: s}, nil
}

// An invitation that is opened in a group is refused, with a link to the private
// chat, and is not used up.
func TestInvitationInGroup(t *testing.T) {
	var events []flows.Event
	w := newWorld(t, func(o *bot.Options) {
		o.Scripts = bot.One(watcher{&events})
		o.Channels = []bot.Adapter{linked{o.Channels[0].(*channel)}}
	})
	if err := w.store.PutInvite(t.Context(), "code", flows.Invite{Dossier: "d1", Once: true}); err != nil {
		t.Fatal(err)
	}
	w.arrive(bot.Update{Address: "test:group", Start: true, Code: "code", From: flows.Sender{Talk: "test:1"}})
	w.drain()
	w.arrive(bot.Update{Address: "test:1", Start: true, Code: "code"})
	w.drain()
	if len(events) != 2 || events[0].Invite == nil || events[0].Invite.Refused != flows.InviteRoom || events[0].Private != "https://example.org/private" {
		t.Fatalf("in the group: %+v", events)
	}
	if in := events[1].Invite; in == nil || in.Refused != "" || in.Used != "test:1" || events[1].Private != "" {
		t.Errorf("in private: %+v", in)
	}
}
