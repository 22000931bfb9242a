package storetest

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

// play is one performance of the script by one worker.
type play struct {
	*lab
	refused func() bool // whether an error means that the program is no more
	sending *bool       // set when a send was under way as the program went
	sent    map[bot.Address][]string
}

func newPlay(t testing.TB, site Site) *play {
	return &play{lab: newLab(t, site), refused: func() bool { return false }, sent: map[bot.Address][]string{}}
}

// finish plays the script to its end, restarting the program where it crashes.
func (p *play) finish() {
	p.Helper()
	p.until("put invite", func() error { return p.store.PutInvite(p.ctx(), "code", flows.Invite{Dossier: "d1"}) })
	p.until("put file", func() error { return p.store.PutFile(p.ctx(), form.File{ID: "f1"}, strings.NewReader("evidence")) })
	for _, in := range inbound() {
		p.until("enqueue", func() error { return p.store.Enqueue(p.ctx(), in.To, in.Job) })
	}
	for more := true; more; {
		p.until("work", func() (err error) {
			more, err = p.work()
			return err
		})
	}
}

// until does something again until the program lives to see it done.
func (p *play) until(what string, do func() error) {
	p.Helper()
	for {
		err := do()
		if err == nil {
			return
		}
		if !p.refused() {
			p.Fatalf("%s: %v", what, err)
		}
		p.refused = func() bool { return false }
		p.reopen()
		p.now = p.now.Add(lease)
	}
}

// work does one job, or moves the clock to the next; false when all is done.
func (p *play) work() (bool, error) {
	c, err := p.store.Claim(p.ctx(), p.now, lease)
	if errors.Is(err, bot.ErrIdle) {
		due, some, err := p.store.NextDue(p.ctx())
		if some && due.After(p.now) {
			p.now = due
		}
		return some, err
	}
	if err != nil {
		return true, err
	}
	if c.Job.Kind == bot.JobSend {
		return true, p.send(c)
	}
	return true, p.turn(c)
}

// send sends, and then commits.
func (p *play) send(c bot.Claim) error {
	o, sent := deliver(c)
	if sent {
		p.sent[c.Address] = append(p.sent[c.Address], c.Job.Message.Card)
	}
	err := p.store.Commit(p.ctx(), c, o)
	if err != nil && p.sending != nil {
		*p.sending = true
	}
	return err
}

// turn steps and commits, again where the dossier changed meanwhile.
func (p *play) turn(c bot.Claim) error {
	for {
		v, err := p.store.Dossier(p.ctx(), c, dossiers()[c.Address])
		if err != nil {
			return err
		}
		o := v.Replay()
		if o == nil {
			made := act(c, v)
			o = &made
		}
		err = v.Err()
		v.Close()
		if err != nil && !errors.Is(err, bot.ErrChanged) {
			return err
		}
		if err = p.store.Commit(p.ctx(), c, *o); !errors.Is(err, bot.ErrChanged) {
			return err
		}
	}
}

// end is everything there is when the script is over.
type end struct {
	Sent     map[bot.Address][]string
	Sessions map[bot.Address]flows.Session
	Receipts map[bot.Address]map[string]bot.Receipt
	Jobs     map[bot.Address][]bot.Job
	Heads    map[string]form.Head
	Answers  map[string][]form.Answer
	Lists    map[string][]form.List
	Items    map[string][]form.Item
	Records  map[string][]form.Record
	Invite   flows.Invite
	File     string
}

// end looks at everything.
func (p *play) end() end {
	p.Helper()
	e := end{
		p.sent,
		map[bot.Address]flows.Session{},
		map[bot.Address]map[string]bot.Receipt{},
		map[bot.Address][]bot.Job{},
		map[string]form.Head{},
		map[string][]form.Answer{},
		map[string][]form.List{},
		map[string][]form.Item{},
		map[string][]form.Record{},
		flows.Invite{},
		"",
	}
	for a, d := range dossiers() {
		c := p.peek(a)
		e.Sessions[a], e.Receipts[a] = c.Session, c.Receipts
		for _, j := range p.jobs(a) {
			j.Seq = 0
			e.Jobs[a] = append(e.Jobs[a], j)
		}
		p.dossierEnd(&e, c, d)
	}
	var err error
	e.Invite, err = p.store.Invite(p.ctx(), "code")
	p.ok(err, "invite")
	_, body := p.readFile("f1")
	e.File = string(body)
	return e
}

// dossierEnd looks at one conversation's part of a dossier.
func (p *play) dossierEnd(e *end, c bot.Claim, d string) {
	p.Helper()
	v := p.view(c, d)
	e.Heads[d], e.Answers[d] = v.Head(), byPlace(v.Answers())
	me := form.Path(c.Address[5:])
	var made int
	if list, ok := v.List(form.ListKeyOf("change", me)); ok {
		e.Lists[string(c.Address)], made = []form.List{*list}, list.Made
	}
	for i := range made + 1 {
		if item, ok := v.Item(me.Join(fmt.Sprintf("ch%d", i+1))); ok {
			e.Items[string(c.Address)] = append(e.Items[string(c.Address)], *item)
		}
	}
	p.ok(v.Err(), "view")
	e.Records[d] = p.numbered(d)
}

// numbered gives the records without their numbers, which must be 1, 2, 3, ...;
// conversations of one dossier may take turns in another order after a crash.
func (p *play) numbered(d string) []form.Record {
	p.Helper()
	all := p.records(d)
	for i := range all {
		if all[i].Seq != int64(i+1) {
			p.Errorf("record %d of %s has number %d", i+1, d, all[i].Seq)
		}
		all[i].Seq = 0
	}
	slices.SortFunc(all, func(x, y form.Record) int {
		return cmp.Or(cmp.Compare(x.Answer.Place, y.Answer.Place), cmp.Compare(x.Answer.Revision, y.Answer.Revision))
	})
	return all
}

// compare wants the same end, and every message sent once and in order; one
// may be doubled where the program went between sending it and writing it down.
func (p *play) compare(want end, doubled bool) {
	p.Helper()
	p.now = p.now.Add(24 * time.Hour)
	got := p.end()
	extra := 0
	for a, cards := range got.Sent {
		once := slices.Compact(slices.Clone(cards))
		extra += len(cards) - len(once)
		got.Sent[a] = once
	}
	if extra > 1 || extra == 1 && !doubled {
		p.Errorf("%d messages were sent twice", extra)
	}
	same(p, got, want)
}
