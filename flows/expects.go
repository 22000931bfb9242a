package flows

import (
	"strings"

	"github.com/mailru/easyjson/jlexer"
	"github.com/mailru/easyjson/jwriter"
)

// Expectation says what the next typed text is for, when it is no answer to the
// question on the table. One that ends in a colon is about something.
type Expectation string

// The expectations.
const (
	ExpectReason  Expectation = "reason"   // why a question does not apply
	ExpectComment Expectation = "comment"  // a remark about the question
	ExpectOn      Expectation = "comment:" // about a module
	ExpectRename  Expectation = "rename:"  // new words for an entry of a list
	ExpectReopen  Expectation = "reopen:"  // why a phase is opened again

	ExpectName   Expectation = "name"    // who somebody is
	ExpectInvite Expectation = "invite:" // who is invited, and perhaps the stakeholder they speak for

	ExpectReserve  Expectation = "reserve"   // a remark below a signature
	ExpectSendBack Expectation = "send back" // why a phase is not signed

	ExpectPark  Expectation = "park:"         // what a meeting puts aside
	ExpectAsk   Expectation = "ask the group" // a question to peers
	ExpectReply Expectation = "reply:"        // and an answer to one of theirs
	ExpectCard  Expectation = "card:"         // of an event, and the kind of card

	ExpectMove   Expectation = "move:"  // the new day of the decision at a place
	ExpectPause  Expectation = "pause"  // the day on which a pause ends
	ExpectSnooze Expectation = "snooze" // the day to come back
)

// Expects is an expectation, and what it is about. Nothing is expected by the
// zero value. It is stored as one string.
type Expects struct {
	Kind Expectation
	Arg  string
}

// ReadExpects reads the stored form.
func ReadExpects(s string) Expects {
	if at := strings.IndexByte(s, ':'); at >= 0 {
		return Expects{Expectation(s[:at+1]), s[at+1:]}
	}
	return Expects{Kind: Expectation(s)}
}

// String gives the stored form.
func (e Expects) String() string { return string(e.Kind) + e.Arg }

// IsDefined tells whether anything is expected.
func (e Expects) IsDefined() bool { return e.Kind != "" }

// MarshalEasyJSON writes the stored form.
func (e Expects) MarshalEasyJSON(out *jwriter.Writer) { out.String(e.String()) }

// UnmarshalEasyJSON reads the stored form.
func (e *Expects) UnmarshalEasyJSON(in *jlexer.Lexer) { *e = ReadExpects(in.String()) }
