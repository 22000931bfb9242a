package sqlite

import "visesbot/bot"

// fronts are the jobs of a conversation that can be the next one: the first of
// the lane out, then the first of the lane in, with the timers before it. The
// schedule has them at hand, so that a claim need not look into the file for
// what was put into it a moment ago.
type fronts []front

// front is one of them, as it stands in the file.
type front struct {
	out      bool // of which lane
	timer    bool
	due, seq int64
	doc      string
}

// inFront reads them, the timers last. (LIMIT -1 keeps SQLite from dropping the
// inner order.)
const inFront = `SELECT * FROM (SELECT lane, kind, due, seq, doc, place FROM jobs WHERE conversation = ?1 AND kind <> 'timer' AND lane = 'out'
		AND state = 'waiting' ORDER BY place, seq LIMIT 1)
	UNION ALL SELECT * FROM (SELECT lane, kind, due, seq, doc, place FROM jobs WHERE conversation = ?1 AND kind <> 'timer' AND lane = 'in'
		AND state = 'waiting' ORDER BY place, seq LIMIT 1)
	UNION ALL SELECT * FROM (SELECT lane, kind, due, seq, doc, place FROM jobs WHERE conversation = ?1 AND kind = 'timer'
		AND state = 'waiting' ORDER BY place, seq LIMIT -1)`

// frontsOf reads what can be done next in a conversation. A timer before the
// first other job of its lane counts by itself; the rest of the lane waits for
// that job, and is not read, however much it is.
func frontsOf(c *conn, id int64) (all fronts, err error) {
	var first *front // of the lane in, without timers
	var place int64  // its place
	err = c.each(func(r row) error {
		f := front{out: r.text(0) == laneOut, timer: r.text(1) == string(bot.JobTimer), due: r.integer(2), seq: r.integer(3), doc: r.text(4)}
		switch at := r.integer(5); {
		case !f.out && !f.timer:
			first, place = &f, at
			return nil
		case first != nil && f.timer && (at > place || at == place && f.seq > first.seq):
			return errStop
		}
		all = append(all, f)
		return nil
	}, inFront, id)
	if first != nil {
		all = append(all, *first)
	}
	return all, err
}

// wake is when the next job can be done.
func (f fronts) wake() int64 {
	wake := int64(never)
	for _, x := range f {
		wake = min(wake, x.due)
	}
	return wake
}

// longestDue gives, of the first jobs of the two lanes, the one that has been
// due longest; nil when none is due. A timer that is not due is not there yet.
func (f fronts) longestDue(now int64) (found *front) {
	in := false // the first of the lane in was met
	for i := range f {
		x := &f[i]
		if x.out || !in && (!x.timer || x.due <= now) {
			in = in || !x.out
			if found == nil || x.due < found.due || x.due == found.due && x.seq < found.seq {
				found = x
			}
		}
	}
	if found == nil || found.due > now {
		return nil
	}
	return found
}
