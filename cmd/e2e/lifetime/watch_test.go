package lifetime

import (
	"slices"
	"strings"
	"time"

	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/bot/rooms"
	"visesbot/bot/rooms/digest"
)

// watched is the room of the digests; what it does every week is written down.
type watched struct {
	digest.Room
	w *weeks
}

// weeks are all times at which a digest fell due.
type weeks struct{ all []week }

// week is one time at which a digest fell due for somebody.
type week struct {
	member, subject string
	at              time.Time // in the reader's time zone
	moved           bool      // to another moment, because at this one nobody is written to
	card            string    // that was shown; empty: none
	news            bool      // there is something to report; looked at only where nothing was shown
}

// allRooms are the rooms of the office, with the digests watched.
func allRooms(w *weeks) []office.Room {
	all := rooms.All()
	at := slices.IndexFunc(all, func(r office.Room) bool { return r.Verb() == (digest.Room{}).Verb() })
	all[at] = watched{w: w}
	return all
}

// Serve writes down what becomes of a weekly digest.
func (r watched) Serve(v *office.Visit) error {
	subject, weekly := strings.CutPrefix(v.Press, "o~digest~weekly~")
	if !weekly {
		return r.Room.Serve(v)
	}
	before, err := setting(v, subject)
	if err != nil {
		return err
	}
	if err := r.Room.Serve(v); err != nil {
		return err
	}
	after, err := setting(v, subject)
	if err != nil {
		return err
	}
	x := week{member: v.Member.ID, subject: subject, at: v.Now(), card: after.Fields["card"], moved: !after.Moment("sent").Equal(v.Now())}
	if !x.moved && x.card == "" {
		x.news, err = news(v, subject, before.Moment("sent"))
	}
	r.w.all = append(r.w.all, x)
	return err
}

// setting is what the register holds of a digest of the visitor.
func setting(v *office.Visit, subject string) (register.Entry, error) {
	id := v.Member.ID + "/" + subject
	all, err := v.Store().Below(v.Ctx, digest.Table, id)
	for _, e := range all {
		if e.ID == id {
			return e, err
		}
	}
	return register.Entry{}, err
}

// news tells whether there is something to report: since the last one, or else
// within a week; never of more than four weeks.
func news(v *office.Visit, subject string, last time.Time) (bool, error) {
	since := v.Now().AddDate(0, 0, -28)
	if last.IsZero() {
		since = v.Now().AddDate(0, 0, -7)
	} else if last.After(since) {
		since = last
	}
	q := digest.QueryOf(v.Script, v.Now(), since)
	switch {
	case subject != digest.All:
		d, err := digest.Gather(v.Ctx, v.Store(), v.Programme, subject, q)
		return !d.Nothing(), err
	case v.Member.Fields["role"] == register.Trainer:
		t, err := digest.GatherTaught(v.Ctx, v.Store(), v.Programme, v.Member.ID, q)
		return !t.Nothing(), err
	}
	o, err := digest.GatherOverview(v.Ctx, v.Store(), v.Programme, q)
	return o.Moves > 0 || len(o.Stalled) > 0 || len(o.Odd) > 0, err
}
