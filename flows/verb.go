package flows

import (
	"strconv"
	"strings"

	"visesbot/flows/form"
)

// Verb is what a button does. Its data is "verb", "verb~arg" or
// "verb~PLACE~arg": it says all that is needed, so that an old button still has a
// meaning.
type Verb string

// The verbs of buttons that belong to a place.
const (
	AtPick    Verb = "a" // this option is the answer
	AtToggle  Verb = "t" // tick or untick
	AtDone    Verb = "d" // the ticks, or the list, are the answer
	AtSkip    Verb = "s" // decline an optional question
	AtUnknown Verb = "u" // I don't know yet
	AtNotApp  Verb = "n" // not applicable, because
	AtOther   Verb = "o" // ask someone else
	AtReturn  Verb = "b" // give back what was handed over
	AtWhy     Verb = "w" // why this question
	AtComment Verb = "f" // feedback on this question
	AtMore    Verb = "m" // more possibilities
	AtShow    Verb = "q" // the question again
	AtYes     Verb = "y" // yes, that is right (a warning)
	AtTake    Verb = "k" // take the other's answer
	AtMine    Verb = "K" // keep mine
	AtDiffer  Verb = "D" // we differ
	AtRemove  Verb = "r" // remove an item
	AtReally  Verb = "x" // yes, remove it
	AtRename  Verb = "e" // change an item's words
	AtSplit   Verb = "c" // the last entry is several
	AtIdeas   Verb = "i" // others also mention
	AtTerm    Verb = "g" // a word of the glossary
	AtReopen  Verb = "p" // open the closed phase again
	AtMoment  Verb = "C" // a moment of the calendar
	AtRevoke  Verb = "V" // take a release back
	AtFrames  Verb = "z" // what other frameworks call it
	AtVersion Verb = "v" // a new version of the item, with the answer that is frozen
	AtWords   Verb = "W" // these words are the answer, beyond doubt
	AtKeep    Verb = "h" // as in the cycle before
)

// The verbs that belong to no place.
const (
	VerbLang    Verb = "lang"
	VerbConsent Verb = "consent"
	VerbName    Verb = "name" // that is the name
	VerbIAm     Verb = "iam"
	VerbHome    Verb = "home"
	VerbGo      Verb = "go"
	VerbAnswer  Verb = "answer" // the questions, whatever module is open
	VerbStride  Verb = "stride" // so many questions in a row
	VerbBack    Verb = "back"
	VerbLater   Verb = "later"
	VerbReview  Verb = "review"
	VerbClose   Verb = "close"
	VerbSign    Verb = "sign" // of who accompanies: nothing, SignReserve or SignBack
	VerbChange  Verb = "change"
	VerbInvite  Verb = "invite" // who: nothing, a respondent and perhaps a role, or InviteDelegate and perhaps a stakeholder
	VerbLearn   Verb = "learn"
	VerbNext    Verb = "next" // block of a module
	VerbCheck   Verb = "check"
	VerbExample Verb = "example" // of a pool
	VerbLeave   Verb = "leave"   // the exercise
	VerbSession Verb = "session" // the frame of a session, for accompanists
	VerbHelp    Verb = "help"
	VerbComment Verb = "comment" // on a module: its id, and perhaps a verdict
	VerbModules Verb = "modules"
	VerbStatus  Verb = "progress"

	VerbCalendar Verb = "calendar"
	VerbSharing  Verb = "sharing"
	VerbPath     Verb = "path" // a phase and a page; "t" and a number; "done"
	VerbPoll     Verb = "poll" // the group's address, the module whose poll it is
	VerbVote     Verb = "vote" // on a poll: the group's address, the poll, the option
	VerbLangs    Verb = "langs"
	VerbTerm     Verb = "term"   // a word of the vocabulary
	VerbTerms    Verb = "terms"  // a page of it
	VerbLesson   Verb = "lesson" // the lesson on the table again
	VerbLibrary  Verb = "library"
	VerbFilter   Verb = "filter" // of the library: its kind, and the filters so far
	VerbEntry    Verb = "entry"
	VerbFrame    Verb = "frame" // another framework
	VerbCycle    Verb = "cycle" // begin the next cycle, in this way

	VerbMeet      Verb = "meet"      // a meeting, and what is done about it
	VerbEvent     Verb = "event"     // a community day, and what is done about it
	VerbCommand   Verb = "cmd"       // a command, pressed instead of typed
	VerbPeer      Verb = "peer"      // share an answer with the group, look at it, ask it
	VerbLink      Verb = "link"      // another app of one's own
	VerbReminders Verb = "reminders" // when the person is written to unasked, or a change of it: "h" and an hour, "d" and a day of the week, "o" and how often, "q" and two hours
	VerbSnooze    Verb = "snooze"    // a reminder is put off: an hour, a day, a week, or until a date
	VerbPause     Verb = "pause"     // of the reminders: for so many days, until a date, or until the person comes back; or its end
	VerbFollow    Verb = "F"         // what became of a decision at a place: done, moved to another day, or given up

	VerbBlock Verb = "block" // a module, and the block of it that a meeting was shown
)

// InviteDelegate is the argument of [VerbInvite] for who speaks for a stakeholder,
// and PressDelegate the data of the button that begins such an invitation.
const (
	InviteDelegate = "delegate"
	PressDelegate  = string(VerbInvite) + "~" + InviteDelegate
)

// What the second signature can be besides given.
const (
	SignReserve = "reserve"
	SignBack    = "back"
)

// ArgHere says that a button which leads back to a question stands on the card of
// that question: it is shown there, and not below.
const ArgHere = "here"

// ArgBack is the argument of [AtUnknown] by which an answer that was given is taken
// back.
const ArgBack = "back"

// Press writes a button's data.
func Press(v Verb, args ...string) string {
	n := len(v)
	for _, a := range args {
		n += 1 + len(a)
	}
	var b strings.Builder
	b.Grow(n)
	b.WriteString(string(v))
	for _, a := range args {
		b.WriteByte('~')
		b.WriteString(a)
	}
	return b.String()
}

// PressAt writes a button's data for a place.
func PressAt(v Verb, p form.Place, arg string) string {
	if arg == "" {
		return string(v) + "~" + string(p)
	}
	return string(v) + "~" + string(p) + "~" + arg
}

// Figure reads the number of a page; what is none is the first.
func Figure(arg string) int {
	n, err := strconv.Atoi(arg)
	if err != nil {
		return 0
	}
	return n
}
