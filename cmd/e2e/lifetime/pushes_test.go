package lifetime

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"visesbot/bot/rooms/push"
	"visesbot/bot/rooms/thread"
	"visesbot/flows/form"
)

// got is how often everybody was offered a push.
func (l *life) got(o *order) map[*person]int {
	n := map[*person]int{}
	for _, x := range l.witness.all {
		if x.cause == pushed && !x.sent.IsZero() && slices.Contains(x.things, "push "+o.id) {
			n[x.who]++
		}
	}
	return n
}

// misdelivered: everybody of a cohort gets a push once, and nobody else; what is
// offered again comes a second time to those who had not opened it.
func misdelivered(l *life) (wrong []string) {
	for _, o := range l.pushed {
		if o.id == "" {
			wrong = append(wrong, fmt.Sprintf("the push of %s is not given", o.module))
			continue
		}
		got := l.got(o)
		for _, who := range l.programme.people {
			want := 0
			if !who.accompanies && slices.Contains(o.cohorts, who.at.cohort) {
				want = 1 + l.repeats(o, who)
			}
			if got[who] != want {
				wrong = append(wrong, fmt.Sprintf("%s gets push %s of %s %d times, and not %d", who.address, o.id, o.module, got[who], want))
			}
		}
	}
	return wrong
}

// repeats is how often a push was offered again to somebody who had not opened it.
func (l *life) repeats(o *order, who *person) int {
	if opened := l.opened(o, who); o.again.IsZero() || !opened.IsZero() && opened.Before(working(o.again, o.by)) {
		return 0
	}
	return 1
}

// opened is when the office heard that somebody opened what was pushed; zero if
// never.
func (l *life) opened(o *order, who *person) time.Time {
	for _, e := range l.entries(push.Marks, o.id+"/p/") {
		if e.Fields["address"] == string(who.address) {
			return e.Moment("started")
		}
	}
	return time.Time{}
}

// differing: all who follow a module are given the same: version and hash are one
// on the receipt of every push, and in the records of every dossier.
func differing(l *life) (wrong []string) {
	same := map[string]string{}
	tell := func(where, thing, hash string) {
		if same[thing] == "" {
			same[thing] = hash
		}
		if same[thing] != hash {
			wrong = append(wrong, fmt.Sprintf("%s: %s is %s there and %s elsewhere", where, thing, hash, same[thing]))
		}
	}
	opened, followed := 0, 0
	for _, o := range l.pushed {
		x := push.Orders(l.entries(push.Table, o.id))
		if len(x) != 1 {
			continue
		}
		r := push.NewReceipt(x[0], l.entries(push.Marks, o.id+"/"))
		if !r.Same() || r.Stage != push.Told || r.Delivered != r.People || r.People != l.staffOf(o) {
			wrong = append(wrong, fmt.Sprintf("the receipt of %s is %+v", o.id, r))
		}
		tell("order "+o.id, r.Module, r.Hash)
		for _, v := range r.Versions {
			opened += v.People
			tell("receipt "+o.id, r.Module, v.Hash)
		}
	}
	for _, e := range l.programme.enterprises {
		err := l.store.Latest(context.Background(), e.id, func(r form.Record) bool {
			if d := r.Delivery; d != nil && r.At.After(begins()) {
				followed++
				tell(e.id, d.Module, d.Version)
				tell(e.id, d.Module+" "+d.Block, d.Hash)
			}
			return true
		})
		if err != nil {
			wrong = append(wrong, err.Error())
		}
	}
	if opened < 100 || followed < 1000 {
		wrong = append(wrong, fmt.Sprintf("only %d opened something, and %d blocks were shown", opened, followed))
	}
	l.t.Logf("%d times somebody opened what was pushed; %d blocks were shown", opened, followed)
	return wrong
}

func (l *life) staffOf(o *order) (n int) {
	for _, who := range l.programme.people {
		if !who.accompanies && slices.Contains(o.cohorts, who.at.cohort) {
			n++
		}
	}
	return n
}

// unheard: every call for help reaches everybody who accompanies the cohort, once.
func unheard(l *life) (wrong []string) {
	all := l.entries(thread.Calls, "")
	if len(all) != l.calls || l.calls < 10 {
		wrong = append(wrong, fmt.Sprintf("of %d calls for help the office knows %d", l.calls, len(all)))
	}
	for _, e := range all {
		where, id, _ := strings.Cut(e.ID, "/")
		at := slices.IndexFunc(l.programme.enterprises, func(x *enterprise) bool { return x.id == where })
		for _, m := range l.programme.members {
			if !slices.Contains(m.cohorts, l.programme.enterprises[at].cohort) {
				continue
			}
			n := 0
			for _, x := range l.slack.shown {
				if x.who == m && x.Card == "thread-"+id && x.Replace == "" {
					n++
				}
			}
			if n != 1 {
				wrong = append(wrong, fmt.Sprintf("%s hears %d times of %s", m.id, n, e.ID))
			}
		}
	}
	return wrong
}
