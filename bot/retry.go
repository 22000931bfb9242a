package bot

import (
	"math/rand/v2"
	"time"
)

// Retry says how long is waited after a failure, and when a job is given up.
type Retry struct {
	First time.Duration // after the first failure
	Most  time.Duration // never longer than this

	Steps int // attempts at a turn
	Reads int // attempts at a turn for which the store could not be read
	Sends int // attempts at a sending

	Collisions int // attempts at a turn whose dossier others kept changing
}

// DefaultRetry gives up a turn after a few seconds, because whoever wrote waits
// for an answer, and a sending after about two days. Once a platform is back
// that was down for long, nothing waits for more than five minutes more.
func DefaultRetry() Retry {
	return Retry{First: time.Second, Most: 5 * time.Minute, Steps: 3, Reads: 10, Sends: 750, Collisions: 100}
}

// pause is how long to wait after so many failed attempts, from 1: twice as
// long each time, at most r.Most, and of that a random half to a whole, so that
// what failed together is not tried again together. Equal arguments give equal
// pauses.
func (r Retry) pause(attempts int, seed uint64) time.Duration {
	d := min(r.First, r.Most)
	for n := 1; n < attempts && d < r.Most; n++ {
		d = min(2*d, r.Most)
	}
	random := rand.New(rand.NewPCG(seed, uint64(attempts)))
	return d/2 + time.Duration(random.Int64N(int64(d/2)+1))
}
