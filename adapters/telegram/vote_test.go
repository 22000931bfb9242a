package telegram_test

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"visesbot/adapters/telegram"
	"visesbot/adapters/telegram/faketelegram"
	"visesbot/bot"
	"visesbot/flows"
)

// drawer is a telegram.Shelf that outlives a channel.
type drawer struct {
	mu     sync.Mutex
	kept   map[string][]byte
	broken bool
	put    func() // called before anything is kept
}

func (d *drawer) Put(_ context.Context, key string, body []byte) error {
	if d.put != nil {
		d.put()
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.broken {
		return errors.New("the disk is full")
	}
	if d.kept == nil {
		d.kept = map[string][]byte{}
	}
	d.kept[key] = body
	return nil
}

func (d *drawer) Get(_ context.Context, key string) ([]byte, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.broken {
		return nil, errors.New("the disk is full")
	}
	if body, ok := d.kept[key]; ok {
		return body, nil
	}
	return nil, fs.ErrNotExist
}

func (d *drawer) breaks(broken bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.broken = broken
}

func with(d *drawer) func(*telegram.Options) {
	return func(o *telegram.Options) { o.Shelf = d }
}

// again starts another channel on the same platform.
func (r *rig) again(d *drawer) {
	r.t.Helper()
	r.stop()
	r.begin(with(d))
}

func aPoll(several bool) bot.Message {
	p := &flows.Poll{ID: "p1", Question: "Wanneer komen we samen?", Several: several}
	for _, day := range []string{"Maandag", "Dinsdag", "Woensdag"} {
		p.Options = append(p.Options, flows.PollOption{ID: strings.ToLower(day[:2]), Text: day})
	}
	return bot.Message{Card: "c1", Lang: "nl", Poll: p}
}

// A poll in a group is Telegram's own, and every vote arrives in the group's
// conversation, with who voted: also after a restart.
func TestPollInAGroup(t *testing.T) {
	for _, hooked := range []bool{false, true} {
		d := &drawer{}
		r := newRig(t, hooked, with(d))
		noor, sam, group := r.people[0].Person, r.people[1].Person, r.platform.Group("De ploeg")
		address := bot.Address("telegram:" + itoa(group.ID()))
		receipt, err := r.channel.Send(t.Context(), address, aPoll(true))
		if err != nil || receipt == "" {
			t.Fatal(receipt, err)
		}
		asked := group.FromBot()[0]
		if asked.Poll != "Wanneer komen we samen?" || !slices.Equal(asked.PollOptions, []string{"Maandag", "Dinsdag", "Woensdag"}) {
			t.Fatalf("it asks %+v", asked)
		}
		vote := func(n int, p *faketelegram.Person, cast error, want ...string) {
			t.Helper()
			if cast != nil {
				t.Fatal(cast)
			}
			u := r.got(address, n)[n-1]
			by := "telegram:" + itoa(p.ID())
			if v := u.Vote; v == nil || v.Poll != "p1" || v.By != by || !slices.Equal(v.Options, want) || u.Text != "" {
				t.Errorf("the vote arrived as %+v, of %+v", u.Vote, u)
			}
		}
		vote(1, noor, noor.Vote(group.Chat, "Dinsdag"), "di")
		vote(2, sam, sam.Vote(group.Chat, "Woensdag", "Maandag"), "ma", "wo")
		r.again(d)
		vote(3, noor, noor.Vote(group.Chat), []string{}...)
		vote(4, noor, noor.Vote(group.Chat, "Maandag"), "ma")
	}
}

// A vote that cannot be placed now comes again; one on a poll of nobody's is
// left.
func TestVoteIsNotLost(t *testing.T) {
	d := &drawer{}
	r := newRig(t, false, with(d))
	noor, group := r.people[0].Person, r.platform.Group("De ploeg")
	address := bot.Address("telegram:" + itoa(group.ID()))
	if _, err := r.channel.Send(t.Context(), address, aPoll(false)); err != nil {
		t.Fatal(err)
	}
	r.again(d) // it has to be looked up
	d.breaks(true)
	if err := noor.Vote(group.Chat, "Dinsdag"); err != nil {
		t.Fatal(err)
	}
	r.platform.Raw(`{"update_id":%d,"poll_answer":{"poll_id":"77","user":{"id":7},"option_ids":[0]}}`)
	r.eventually("it is tried again", func() bool { return strings.Contains(r.log.String(), "come again") })
	d.breaks(false)
	r.people[1].Say("verder")
	r.got(r.people[1].Address(), 1)
	if all := r.got(address, 1); len(all) != 1 || all[0].Vote == nil {
		t.Errorf("arrived: %+v", all)
	}
	r.eventually("all is confirmed", func() bool { return r.platform.Pending() == 0 })
}

// Somebody who votes before it was noted what the poll is about is heard.
func TestVoteIsFaster(t *testing.T) {
	d := &drawer{}
	r := newRig(t, false, with(d))
	noor, group := r.people[0].Person, r.platform.Group("De ploeg")
	address := bot.Address("telegram:" + itoa(group.ID()))
	cast := make(chan error, 1)
	d.put = sync.OnceFunc(func() { cast <- noor.Vote(group.Chat, "Dinsdag"); time.Sleep(50 * time.Millisecond) })
	if _, err := r.channel.Send(t.Context(), address, aPoll(false)); err != nil {
		t.Fatal(err)
	}
	if err := <-cast; err != nil {
		t.Fatal(err)
	}
	if u := r.got(address, 1)[0]; u.Vote == nil || !slices.Equal(u.Vote.Options, []string{"di"}) {
		t.Errorf("arrived: %+v", u)
	}
}

// A poll is not said to be asked when its votes could not be placed.
func TestPollThatCannotBeKept(t *testing.T) {
	d := &drawer{}
	r := newRig(t, false, with(d))
	d.breaks(true)
	_, err := r.channel.Send(t.Context(), r.people[0].Address(), aPoll(false))
	var s *bot.SendError
	if !errors.As(err, &s) || s.Kind != bot.Temporary {
		t.Errorf("the error is %v", err)
	}
}

// Whoever shuts the bot out, or lets it in again, is noticed.
func TestShutOut(t *testing.T) {
	for _, hooked := range []bool{false, true} {
		r := newRig(t, hooked)
		noor := r.people[0]
		noor.Block()
		noor.Block()
		noor.Unblock()
		noor.Say("daar ben ik weer")
		all := r.got(noor.Address(), 3)
		if len(all) != 3 || !all[0].Left || all[0].Returned || !all[1].Returned || all[1].Left || all[2].Text != "daar ben ik weer" {
			t.Errorf("arrived: %+v", all)
		}
		group := r.platform.Group("De ploeg")
		group.Remove()
		if u := r.got(bot.Address("telegram:"+itoa(group.ID())), 1)[0]; !u.Left {
			t.Errorf("of the group: %+v", u)
		}
	}
}

// A group that became a supergroup keeps its conversation, also after a restart.
func TestMoveIsKept(t *testing.T) {
	for name, quietly := range map[string]bool{"told": false, "found out": true} {
		t.Run(name, func(t *testing.T) {
			d := &drawer{}
			r := newRig(t, false, with(d))
			noor, group := r.people[0].Person, r.platform.Group("De ploeg")
			address := bot.Address("telegram:" + itoa(group.ID()))
			group.Say(noor, "/menu@fake_visesbot")
			r.got(address, 1)
			next := group.Upgrade(quietly)
			if _, err := r.channel.Send(t.Context(), address, message("we zijn er nog")); err != nil {
				t.Fatal(err)
			}
			r.eventually("the news is confirmed", func() bool { return r.platform.Pending() == 0 })
			r.again(d)
			next.Say(noor, "/help@fake_visesbot")
			if all := r.got(address, 2); all[1].Text != "/help" || all[1].From.Talk != "telegram:"+itoa(noor.ID()) {
				t.Errorf("from the supergroup: %+v", all)
			}
			tried := len(r.platform.Calls("sendMessage"))
			if _, err := r.channel.Send(t.Context(), address, message("en verder")); err != nil {
				t.Fatal(err)
			}
			if said := next.FromBot(); said[len(said)-1].Text != "en verder" || len(r.platform.Calls("sendMessage")) != tried+1 {
				t.Errorf("in the supergroup: %+v", said)
			}
		})
	}
}
