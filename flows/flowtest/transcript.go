package flowtest

import (
	"time"

	"visesbot/flows/form"
)

// Me is the person whose lines begin with a bare ">".
const Me = "me"

// Transcript is a talk as it is written in a file.
type Transcript struct {
	Name       string    // of the file
	Lang       string    // of me; empty: the bot asks
	Start      time.Time // of the first line
	Enterprise form.Enterprise
	People     []Person // me first
	Steps      []Step

	lines []string // of the file, for Rewrite
}

// Person is somebody who takes part.
type Person struct {
	Name string
	Role string // empty: staff of the enterprise
	Lang string // empty: the bot asks
}

// Person finds somebody by name.
func (t Transcript) Person(name string) (Person, bool) {
	for _, p := range t.People {
		if p.Name == name {
			return p, true
		}
	}
	return Person{}, false
}

// StepKind says what a line of a transcript is.
type StepKind string

// The kinds of step. Those from Expected on are about what the bot says.
const (
	Typed    StepKind = "typed"    // > text
	Pressed  StepKind = "pressed"  // > [Label]
	Opened   StepKind = "opened"   // > /start, or > /start CODE-1 by the first invitation made in the talk
	Waited   StepKind = "waited"   // +3d
	Expected StepKind = "expected" // bot: ...
	Anything StepKind = "anything" // ...
)

// Step is one line of a transcript.
type Step struct {
	Line   int // of the file, from 1
	Kind   StepKind
	Person string        // who does it, or whom the bot speaks to; empty: whoever spoke last
	Text   string        // typed, the label, the code of an invitation, or the pattern
	Wait   time.Duration // of Waited
}

// acts tells whether somebody does something, or time passes.
func (s Step) acts() bool { return s.Kind != Expected && s.Kind != Anything }
