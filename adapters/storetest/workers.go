package storetest

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"visesbot/bot"
	"visesbot/flows/form"
)

func workerCases() []check {
	return []check{
		{"50 workers act on every update once, in order", func(t *testing.T, site Site) {
			(&crowd{lab: newLab(t, site), workers: 50, talks: few(site, 200, 20), updates: 3}).run()
		}},
		{"workers that stall act on every update once, in order", func(t *testing.T, site Site) {
			(&crowd{lab: newLab(t, site), workers: few(site, 16, 4), talks: few(site, 24, 8), updates: 6, stall: 5}).run()
		}},
	}
}

// few chooses between two numbers: on a [Slow] site the smaller one.
func few(site Site, many, few int) int {
	if _, slow := site.(Slow); slow {
		return few
	}
	return many
}

// crowd is many workers on many conversations, two on a dossier.
type crowd struct {
	*lab
	workers, talks, updates int
	stall                   int // one claim in so many is committed after its lease

	done  atomic.Int64 // jobs finished
	clock atomic.Int64 // milliseconds since noon
	stop  atomic.Bool
}

func (c *crowd) run() {
	var in, out sync.WaitGroup
	for w := range c.workers {
		in.Go(func() { c.arrive(w) })
		out.Go(func() { c.work(rand.New(rand.NewPCG(1, uint64(w)))) })
	}
	in.Wait()
	c.wait()
	c.stop.Store(true)
	out.Wait()
	c.check()
}

// patience is how long nothing may happen before the crowd is sent home.
const patience = 30 * time.Second

// wait returns when every update was done, or nothing happens any more.
func (c *crowd) wait() {
	total, before, since := int64(c.talks*c.updates), int64(0), time.Now()
	for !c.stop.Load() {
		done := c.done.Load()
		if done >= total {
			return
		}
		if done != before {
			before, since = done, time.Now()
		}
		if time.Since(since) > patience {
			c.Errorf("only %d of %d updates were done", done, total)
			return
		}
		time.Sleep(time.Millisecond)
	}
}

// arrive brings in this worker's share of the updates, each of them twice.
func (c *crowd) arrive(w int) {
	for u := range c.updates {
		for talk := w; talk < c.talks; talk += c.workers {
			for range 2 {
				if err := c.store.Enqueue(c.ctx(), talkName(talk), update(fmt.Sprintf("u%d", u))); err != nil {
					c.Errorf("enqueue: %v", err)
				}
			}
		}
	}
}

func talkName(i int) bot.Address { return bot.Address(fmt.Sprintf("test:%d-%d", i/2, i%2)) }

// talkDossier is what two conversations share.
func talkDossier(a bot.Address) string { return "d" + string(a[len("test:"):len(a)-2]) }

// work claims and commits until everything is done.
func (c *crowd) work(r *rand.Rand) {
	for !c.stop.Load() {
		claim, err := c.store.Claim(c.ctx(), c.tick(), lease)
		if errors.Is(err, bot.ErrIdle) {
			time.Sleep(time.Millisecond)
			continue
		}
		if err == nil {
			if c.stall > 0 && r.IntN(c.stall) == 0 {
				c.clock.Add(lease.Milliseconds())
				time.Sleep(time.Duration(r.IntN(5)) * time.Millisecond)
			}
			err = c.finish(claim)
		}
		if err != nil {
			c.Errorf("worker: %v", err)
			c.stop.Store(true)
		}
	}
}

// tick is the time of the next claim.
func (c *crowd) tick() time.Time {
	return noon().Add(time.Duration(c.clock.Load()) * time.Millisecond)
}

// finish steps until the commit goes through or the lease is lost.
func (c *crowd) finish(claim bot.Claim) error {
	for !c.stop.Load() {
		o, err := c.step(claim)
		if err == nil {
			err = c.store.Commit(c.ctx(), claim, o)
		}
		switch {
		case errors.Is(err, bot.ErrChanged):
			continue
		case errors.Is(err, bot.ErrLeaseLost):
			return nil
		case err == nil:
			c.done.Add(1)
		}
		return err
	}
	return nil
}

// step writes one record that names the conversation and the update.
func (c *crowd) step(claim bot.Claim) (bot.Outcome, error) {
	id := talkDossier(claim.Address)
	v, err := c.store.Dossier(c.ctx(), claim, id)
	if err != nil {
		return bot.Outcome{}, err
	}
	defer v.Close()
	if again := v.Replay(); again != nil {
		return *again, nil
	}
	h := v.Head()
	changes := answered(id, h.Version+1, form.Place(claim.Address), claim.Job.ID)
	changes.Records[0].Reason = string(claim.Address)
	return bot.Outcome{Dossier: id, Changes: changes}, v.Err()
}

// check wants each conversation's records to be its updates, once and in order.
func (c *crowd) check() {
	got := map[string][]string{}
	seen := map[string]bool{}
	for i := range c.talks {
		id := talkDossier(talkName(i))
		if seen[id] {
			continue
		}
		seen[id] = true
		for n, r := range c.records(id) {
			if r.Seq != int64(n+1) {
				c.Errorf("record %d of %s has number %d", n+1, id, r.Seq)
			}
			got[r.Reason] = append(got[r.Reason], r.Answer.Value.Text)
		}
	}
	var want []string
	for u := range c.updates {
		want = append(want, fmt.Sprintf("u%d", u))
	}
	for i := range c.talks {
		same(c, got[string(talkName(i))], want)
	}
}
