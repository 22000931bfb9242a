package mongo

import (
	"cmp"
	"slices"
	"time"

	"visesbot/bot"
)

// lane gives the jobs of one lane in the order of their places.
func (c *conversation) lane(out bool) []job {
	var all []job
	for _, j := range c.Jobs {
		if j.Out() == out && !j.Dead {
			all = append(all, j)
		}
	}
	slices.SortFunc(all, byPlace)
	return all
}

func byPlace(x, y job) int {
	return cmp.Or(x.Place.Compare(y.Place), cmp.Compare(x.Seq, y.Seq))
}

// next gives the job that can be claimed now: of the two lanes, the one that
// has been due longer.
func (c *conversation) next(now time.Time) (job, bool) {
	in, inDue := first(c.lane(false), now)
	out, outDue := first(c.lane(true), now)
	if outDue && (!inDue || cmp.Or(out.Due.Compare(in.Due), byPlace(out, in)) < 0) {
		return out, true
	}
	return in, inDue
}

// first gives the job at the head of a lane, if its time has come.
func first(lane []job, now time.Time) (job, bool) {
	for _, j := range lane {
		if !j.Due.After(now) {
			return j, true
		}
		if j.Kind != bot.JobTimer { // it holds back the later ones
			return job{}, false
		}
	}
	return job{}, false
}

// wake tells when the next job can be claimed, if nothing else happens; nil is
// never.
func (c *conversation) wake() *time.Time {
	var soonest *time.Time
	for _, lane := range [][]job{c.lane(false), c.lane(true)} {
		for _, j := range lane {
			if soonest == nil || j.Due.Before(*soonest) {
				soonest = &j.Due
			}
			if j.Kind != bot.JobTimer {
				break
			}
		}
	}
	return soonest
}
