package bot

import (
	"context"
	"errors"
	"fmt"
	"time"

	"visesbot/flows"
)

// Adapter is a channel: the only thing that talks to a platform.
type Adapter interface {
	// Name is the first part of the channel's addresses: "telegram".
	Name() string
	Capabilities() Capabilities
	// Receive runs until ctx ends. It acknowledges an update to the platform
	// only after accept returned nil.
	Receive(ctx context.Context, accept Accept) error
	// Send shows one message, once, without trying again. Its error is a
	// *SendError and never contains a credential.
	Send(ctx context.Context, to Address, m Message) (Receipt, error)
}

// Planner is what a channel may also be: one that knows how fast its platform
// lets it write. A message with Bulk is sent by it only when that leaves room
// for an answer to somebody; otherwise it is Throttled, never waits inside, and
// so keeps no worker busy.
type Planner interface {
	// Plan takes a moment for a message to each of these conversations, from the
	// first one on, as long as there is one between now and until. Nobody else is
	// given a moment that was taken.
	Plan(now, until time.Time, to []Address) []time.Time
}

// Accept takes an update in. When it returns nil the update is stored, and
// will be acted on exactly once. Of a press with [Update].On the error may be an
// [*Unmeant]: then it is acknowledged all the same, and does nothing.
type Accept func(ctx context.Context, u Update) error

// Capabilities say what a channel can carry. Zero means no limit for numbers.
type Capabilities struct {
	TextMax    int  // UTF-16 units of a message's whole text, see Length; at least 64
	CaptionMax int  // and of a message with a picture
	Buttons    int  // buttons a message
	Row        int  // buttons a row
	LabelMax   int  // UTF-16 units of a button's label, at least 8
	Edits      bool // messages can be edited in place
	Pictures   bool // pictures and films can be shown, or linked to, with a message
	Files      bool // people can send files
	NoButtons  bool // choices are shown as a numbered list instead
	Enclosed   int  // files that a message can bring; 0: none, they are named
	Poll       Poll // the platform's own polls
}

// Poll is what a platform's own polls can carry; without options it has none.
type Poll struct {
	Question int // UTF-16 units
	Options  int // how many
	Option   int // UTF-16 units of each
}

// SendKind says what to do about a message that could not be sent.
type SendKind string

// The kinds of failure.
const (
	Temporary SendKind = "temporary" // try again later
	Throttled SendKind = "throttled" // try again after After; not a failure
	Permanent SendKind = "permanent" // never try again: blocked, gone
)

// Cause says why nobody is reached any more, where the platform tells.
type Cause string

// The causes of a permanent failure that are worth telling apart.
const (
	Blocked Cause = flows.CauseBlocked // the person does not want to hear from the bot
	Gone    Cause = flows.CauseGone    // the person, or the place, is no longer there
)

// SendError is why a message was not sent.
type SendError struct {
	Kind  SendKind
	After time.Duration
	Cause Cause // of a permanent one; empty: the message itself was refused
	Err   error
}

func (e *SendError) Error() string { return fmt.Sprintf("send: %s: %v", e.Kind, e.Err) }

// Unwrap gives the platform's own error.
func (e *SendError) Unwrap() error { return e.Err }

// causeOf reads why somebody is not reached.
func causeOf(err error) Cause {
	var s *SendError
	if errors.As(err, &s) {
		return s.Cause
	}
	return ""
}

// kindOf reads an error as a SendKind; what is no *SendError is temporary.
func kindOf(err error) (SendKind, time.Duration) {
	var s *SendError
	if errors.As(err, &s) {
		return s.Kind, s.After
	}
	return Temporary, 0
}
