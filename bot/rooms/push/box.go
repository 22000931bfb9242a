package push

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/workday"
)

// A receipt is shown anew at most once in showEvery. For lateFor days who comes
// in gets the module too: that is looked after at lateHour on working days.
const (
	showEvery = 5 * time.Second
	lateFor   = 30
	lateHour  = 10
)

// inBox does what has come to the mailbox of a push.
func (r Room) inBox(v *office.Visit, what, arg string) error {
	id, _ := strings.CutPrefix(v.Address.Talk(), verb+"-")
	o, ok, err := find(v.Ctx, v.Store(), id)
	if err != nil || !ok || o.State != Sent {
		return err
	}
	switch what {
	case boxGo:
		if !its(o, arg) {
			return nil
		}
		return r.goes(v, o)
	case boxRound:
		return r.round(v, o, arg)
	case boxTally:
		r.tell(v, o)
		return nil
	case boxLate:
		return r.late(v, o)
	}
	return r.heard(v, o, what)
}

// goes hands a push out, unless it was withdrawn. What was kept of an attempt
// before this one stays.
func (r Room) goes(v *office.Visit, o Order) error {
	away, err := withdrawn(v.Ctx, v.Store(), o.ID)
	if err != nil || away {
		return err
	}
	a, err := audienceOf(v.Ctx, v.Store(), v.Programme, o)
	if err != nil {
		return err
	}
	entries, err := marksIn(v, o)
	if err != nil {
		return err
	}
	m, now := marksOf(o.ID, entries), written(v.Now())
	keep := []register.Entry{mark(o.ID, markBegun, map[string]string{"at": cmp.Or(m[markBegun]["at"], now)})}
	for _, p := range a.people {
		keep = append(keep, mark(o.ID, markPerson+p.key(), m.offered(p, now)))
	}
	if err := v.Keep(keep...); err != nil {
		return err
	}
	r.soon(v)
	if !o.Message() { // what is said to those who are there may be out of date tomorrow
		v.Wait(office.Press(verb, boxLate), nextLook(v.Now()))
	}
	return v.Push(bot.Push{ID: o.ID, Note: o.note(), To: a.addresses(), At: v.Now()})
}

// round offers it another time to those who missed it.
func (r Room) round(v *office.Visit, o Order, n string) error {
	entries, err := marksIn(v, o)
	if err != nil {
		return err
	}
	var to []bot.Address
	for _, f := range marksOf(o.ID, entries).people() {
		if o.missed(f) {
			to = append(to, bot.Address(f["address"]))
		}
	}
	slices.Sort(to)
	if err := v.Keep(mark(o.ID, markRound+n, map[string]string{"at": written(v.Now())})); err != nil {
		return err
	}
	r.soon(v)
	return v.Push(bot.Push{ID: key(o.ID, n), Note: o.note(), To: to, At: v.Now()})
}

// late gives it to who came in since. They get a mark once it arrives: until
// then it is posted again each time, and arrives once.
func (r Room) late(v *office.Visit, o Order) error {
	a, err := audienceOf(v.Ctx, v.Store(), v.Programme, o)
	if err != nil {
		return err
	}
	entries, err := marksIn(v, o)
	if err != nil {
		return err
	}
	known := marksOf(o.ID, entries).known()
	for _, p := range a.people {
		if !known(p) {
			v.Post(p.address, "late", o.note(), v.Now())
		}
	}
	if at := nextLook(v.Now()); at.Before(o.At.AddDate(0, 0, lateFor)) {
		v.Wait(office.Press(verb, boxLate), at)
	}
	return nil
}

// nextLook is the next working morning.
func nextLook(now time.Time) time.Time {
	y, m, d := now.AddDate(0, 0, 1).Date()
	at := time.Date(y, m, d, lateHour, 0, 0, 0, now.Location())
	if next := workday.Next(at, workday.Rhythm{}, "BE"); !next.Equal(at) {
		y, m, d = next.Date()
		at = time.Date(y, m, d, lateHour, 0, 0, 0, now.Location())
	}
	return at
}

// soon shows the receipt anew at the end of the interval in which something was
// heard: whatever else is heard in it changes nothing.
func (r Room) soon(v *office.Visit) {
	v.Wait(office.Press(verb, boxTally), v.Now().Truncate(showEvery).Add(showEvery))
}

// tell shows the receipt in the conversation of whoever gave the order.
func (r Room) tell(v *office.Visit, o Order) {
	if o.Address == "" {
		return
	}
	v.Post(bot.Address(o.Address), v.Now().UTC().Format(time.RFC3339Nano), flows.Note{Kind: office.Press(verb, askShow, o.ID)}, v.Now())
}
