package bot

import "time"

// Observer is told what the bot does, for whoever watches over it: nothing of
// what anybody said, and not who they are. Its methods return at once.
type Observer interface {
	// Turned is told of a job of the lane in, and how long it took to be kept.
	Turned(channel string, kind JobKind, fate Fate, took time.Duration)
	// Sent is told of a job of the lane out.
	Sent(channel string, fate Fate)
}

// Fate is what became of a job that was claimed.
type Fate string

// The fates.
const (
	Done    Fate = "done"
	Waited  Fate = "waited"   // put back, without a failure
	Failed  Fate = "failed"   // to be tried again
	GivenUp Fate = "given_up" // kept as a dead job
)

// fateOf reads what an outcome makes of a job.
func fateOf(c Claim, o Outcome) Fate {
	switch {
	case o.Job == nil:
		return Done
	case o.Job.Dead:
		return GivenUp
	case o.Job.Attempts > c.Job.Attempts:
		return Failed
	}
	return Waited
}

// unobserved is for nobody.
type unobserved struct{}

func (unobserved) Turned(string, JobKind, Fate, time.Duration) {}
func (unobserved) Sent(string, Fate)                           {}
