package bot_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"visesbot/bot"
	"visesbot/flows"
)

func TestTurn(t *testing.T) {
	w := newWorld(t)
	w.say("test:a", "good day")
	w.heard("a: good day")
	w.say("test:b", "and you?")
	w.heard("b: and you?")
}

func TestAnUpdateIsActedOnOnce(t *testing.T) {
	w := newWorld(t)
	for range 3 {
		w.arrive(bot.Update{ID: "7", Address: "test:a", Text: "hello"})
		w.drain()
	}
	w.arrive(bot.Update{ID: "7", Address: "test:b", Text: "hello"})
	w.drain()
	w.heard("a: hello", "b: hello")
}

func TestTimers(t *testing.T) {
	w := newWorld(t)
	w.say("test:a", "wait 3h")
	w.say("test:a", "wait 5h")
	w.heard("a: wait 3h", "a: wait 5h")
	w.clock.Move(4 * time.Hour)
	w.drain()
	w.heard()
	w.clock.Move(70 * time.Hour)
	w.drain()
	w.heard("a: time for remind.me")
	ev := w.parrot.events[len(w.parrot.events)-1]
	if want := noon().Add(74 * time.Hour); !ev.At.Equal(want) || ev.At.Location().String() != "Europe/Brussels" {
		t.Errorf("the timer came at %v, want %v in Brussels", ev.At, want)
	}
	w.say("test:a", "wait 1h")
	w.say("test:a", "forget it")
	w.clock.Move(2 * time.Hour)
	w.drain()
	w.heard("a: wait 1h", "a: forget it")
}

func TestNotes(t *testing.T) {
	w := newWorld(t)
	w.say("test:a", "tell test:b")
	w.heard("a: tell test:b", "b: told by test:a")
	w.say("test:a", "tell test:a")
	w.heard("a: tell test:a", "a: told by test:a")
	w.say("test:a", "tell nobody")
	w.heard("a: tell nobody")
}

func TestInvitations(t *testing.T) {
	w := newWorld(t)
	w.store.invites["XY"] = flows.Invite{Dossier: "d1", Lang: "nl"}
	w.store.invites["ZZ"] = flows.Invite{Dossier: "d2"}
	w.arrive(bot.Update{Address: "test:a", Start: true, Code: "no such code"})
	w.arrive(bot.Update{Address: "test:b", Start: true, Code: "XY"})
	w.drain()
	w.heard("a: hello ", "b: hello d1")
	if in := w.parrot.events[0].Invite; in != nil {
		t.Errorf("an unknown code opened %v", in)
	}
	w.say("test:b", "keep one")
	w.heard("b: kept one")
}

func TestATurnIsSteppedAgainWhenTheDossierChanged(t *testing.T) {
	w := newWorld(t)
	w.store.invites["XY"] = flows.Invite{Dossier: "d1"}
	w.arrive(bot.Update{Address: "test:a", Start: true, Code: "XY"})
	w.drain()
	w.channel.take()
	times := 0
	w.store.fail = func(call string) error {
		if call == "commit" && times < 2 {
			times++
			d := w.store.dossier("d1") // a colleague was faster
			d.head.Version++
			a := d.answers["Q1"]
			a.Value.Text += "!"
			d.answers["Q1"] = a
			return bot.ErrChanged
		}
		return nil
	}
	w.say("test:a", "keep mine")
	w.heard("a: kept !! mine")
}

func TestATurnThatAlwaysCollidesComesLater(t *testing.T) {
	w := newWorld(t)
	collide := true
	w.store.fail = func(call string) error {
		if call == "commit" && collide {
			return bot.ErrChanged
		}
		return nil
	}
	w.arrive(bot.Update{Address: "test:a", Text: "hello"})
	if err := w.bot.Drain(t.Context()); !errors.Is(err, bot.ErrChanged) {
		t.Fatalf("drain: %v", err)
	}
	if n := len(w.parrot.events); n > 20 {
		t.Errorf("stepped %d times at once", n)
	}
	collide = false
	w.clock.Move(5 * time.Minute)
	w.drain()
	w.heard("a: hello")
}

func TestWhatWasKeptIsKeptAgainAsItWas(t *testing.T) {
	w := newWorld(t)
	kept := bot.Outcome{Jobs: []bot.Job{{ID: "s", Kind: bot.JobSend, Message: &bot.Message{Card: "c", Lines: []flows.Line{{Text: "as it was"}}}}}}
	store := &replaying{memory: w.store, replay: &kept}
	w.store.box("test:a").session.Dossier = "d1"
	b, err := bot.New(bot.Options{Store: store, Scripts: bot.One(w.parrot), Channels: []bot.Adapter{w.channel}, Clock: w.clock})
	if err != nil {
		t.Fatal(err)
	}
	w.bot = b
	w.say("test:a", "hello")
	w.heard("a: as it was")
	if len(w.parrot.events) != 0 {
		t.Error("it was stepped again")
	}
}

func TestReadingFailsForAWhile(t *testing.T) {
	for _, call := range []string{"dossier", "answer", "invite"} {
		t.Run(call, func(t *testing.T) {
			w := newWorld(t)
			w.store.invites["XY"] = flows.Invite{Dossier: "d1"}
			w.store.box("test:a").session.Dossier = "d1"
			broken := true
			w.store.fail = func(c string) error {
				if broken && c == call {
					return errors.New("the disk is away")
				}
				return nil
			}
			w.arrive(bot.Update{Address: "test:a", Text: "keep this", Code: "XY"})
			w.arrive(bot.Update{Address: "test:a", Text: "and then"})
			w.drain()
			w.heard()
			w.clock.Move(2 * time.Second)
			w.drain()
			w.heard()
			broken = false
			w.clock.Move(time.Minute)
			w.drain()
			w.heard("a: kept this", "a: and then")
		})
	}
}

func TestAConversationThatFailsGoesOn(t *testing.T) {
	for _, ill := range []string{"panic now", "fail now"} {
		t.Run(ill, func(t *testing.T) {
			w := newWorld(t)
			w.store.box("test:a").session.Lang = "nl"
			w.arrive(bot.Update{Address: "test:a", Text: ill})
			w.arrive(bot.Update{Address: "test:a", Text: "still there?"})
			for range 2 {
				w.drain()
				w.heard()
				w.clock.Move(10 * time.Second)
			}
			w.drain()
			got := w.channel.take()
			if len(got) != 2 || !strings.HasPrefix(got[0], "a: Sorry, er liep iets mis") || got[1] != "a: still there?" {
				t.Fatalf("heard %q", got)
			}
			dead := w.store.dead("test:a")
			if len(dead) != 1 || dead[0].Event.Text != ill || dead[0].Attempts != 3 {
				t.Errorf("dead are %+v", dead)
			}
			if strings.Contains(dead[0].Error, "secret") {
				t.Errorf("the error tells too much: %s", dead[0].Error)
			}
		})
	}
}

func TestTextThatIsTooLong(t *testing.T) {
	w := newWorld(t)
	w.store.box("test:a").session.Lang = "en"
	w.say("test:a", strings.Repeat("é", bot.MaxText))
	if got := w.channel.take(); len(got) != 1 || strings.HasPrefix(got[0], "a: That message is too long") {
		t.Fatalf("%d messages for a text just short enough", len(got))
	}
	w.say("test:a", strings.Repeat("é", bot.MaxText+1))
	w.heard("a: That message is too long to read in one go, and nothing of it was kept. Could you send it as a few shorter messages?")
	w.say("test:c", strings.Repeat("x", 1_000_000))
	if got := w.channel.take(); len(got) != 1 || strings.Count(got[0], " / ") != 2 {
		t.Errorf("an unknown person hears %q, want three languages", got)
	}
	if n := len(w.parrot.events); n != 1 {
		t.Errorf("stepped %d times", n)
	}
}

// replaying says that the dossier was kept before.
type replaying struct {
	*memory
	replay *bot.Outcome
}

func (s *replaying) Dossier(ctx context.Context, c bot.Claim, id string) (bot.View, error) {
	v, err := s.memory.Dossier(ctx, c, id)
	v.(*view).replay = s.replay
	return v, err
}
