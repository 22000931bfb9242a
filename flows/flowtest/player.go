package flowtest

import "time"

// Player lets people talk to a bot. Each act returns when the bot has nothing
// more to say; an error means that it could not be done at all.
type Player interface {
	Start(person, code string) error         // opens the talk, by their own invitation or by one made in the talk
	Said(person, text string) error          // types
	Pressed(person, label string) error      // presses the button whose label begins so, on the newest message that has it
	Advance(d time.Duration) error           // lets time pass, with all that falls due
	Messages(person string) ([]Shown, error) // what was shown to somebody since the last call, edited messages again
	Visited() Visits                         // what was asked and shown so far
}

// Visits are the questions and module blocks that somebody came by.
type Visits struct {
	Questions map[string]bool // by id
	Blocks    map[string]bool // "M1/chain"
}

// Add counts others' visits too.
func (v *Visits) Add(o Visits) {
	if v.Questions == nil {
		v.Questions, v.Blocks = map[string]bool{}, map[string]bool{}
	}
	for id := range o.Questions {
		v.Questions[id] = true
	}
	for id := range o.Blocks {
		v.Blocks[id] = true
	}
}
