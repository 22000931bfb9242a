package flows

import (
	"strconv"

	"visesbot/flows/form"
)

// vFollow says what became of a decision: done, moved to another day, or given up.
const AtFollow = "F"

// inviteDelegate is the button for who speaks for a stakeholder.
const InviteDelegate = "delegate"

// PressDelegate is the data of the button that begins such an invitation.
const PressDelegate = VerbInvite + "~" + InviteDelegate

// PressLink is the data of the button that lets somebody add another app.
const PressLink = "link"

// bPause is a pause of the reminders: for so many days, until a date, or until
// the person comes back; or its end.
const VerbPause = "pause"

// A button's data is "verb", "verb~arg" or "verb~PLACE~arg". It says all that
// is needed, so that an old button still has a meaning.

// The verbs of buttons that belong to a place.
const (
	AtPick    = "a" // this option is the answer
	AtToggle  = "t" // tick or untick
	AtDone    = "d" // the ticks, or the list, are the answer
	AtSkip    = "s" // decline an optional question
	AtUnknown = "u" // I don't know yet
	AtNotApp  = "n" // not applicable, because
	AtOther   = "o" // ask someone else
	AtReturn  = "b" // give back what was handed over
	AtWhy     = "w" // why this question
	AtComment = "f" // feedback on this question
	AtMore    = "m" // more possibilities
	AtShow    = "q" // the question again
	AtYes     = "y" // yes, that is right (a warning)
	AtTake    = "k" // take the other's answer
	AtMine    = "K" // keep mine
	AtDiffer  = "D" // we differ
	AtRemove  = "r" // remove an item
	AtReally  = "x" // yes, remove it
	AtRename  = "e" // change an item's words
	AtSplit   = "c" // the last entry is several
	AtIdeas   = "i" // others also mention
	AtTerm    = "g" // a word of the glossary
	AtReopen  = "p" // open the closed phase again
	AtMoment  = "C" // a moment of the calendar
	AtRevoke  = "V" // take a release back
	AtFrames  = "z" // what other frameworks call it
	AtVersion = "v" // a new version of the item, with the answer that is frozen
	AtKeep    = "h" // as in the cycle before
	AtWords   = "W" // these words are the answer, beyond doubt
)

// The verbs that belong to no place.
const (
	VerbLang    = "lang"
	VerbConsent = "consent"
	VerbIAm     = "iam"
	VerbName    = "name" // that is the name
	VerbHome    = "home"
	VerbGo      = "go"
	VerbAnswer  = "answer" // the questions, whatever module is open
	VerbStride  = "stride" // so many questions in a row
	VerbBack    = "back"
	VerbLater   = "later"
	VerbReview  = "review"
	VerbClose   = "close"
	VerbSign    = "sign" // of who accompanies: nothing, signReserve or signBack
	VerbChange  = "change"
	VerbInvite  = "invite" // who: nothing, a respondent and perhaps a role, or inviteDelegate and perhaps a stakeholder
	VerbLearn   = "learn"
	VerbNext    = "next" // block of a module
	VerbCheck   = "check"
	VerbExample = "example" // of a pool
	VerbLeave   = "leave"   // the exercise
	VerbSession = "session" // the frame of a session, for accompanists
	VerbHelp    = "help"
	VerbComment = "comment" // on a module: its id, and perhaps a verdict
	VerbModules = "modules"
	VerbStatus  = "progress"

	VerbCalendar = "calendar"
	VerbSharing  = "sharing"
	VerbPath     = "path" // a phase and a page; "t" and a number; "done"
	VerbPoll     = "poll" // the group's address, the module whose poll it is
	VerbVote     = "vote" // on a poll: the group's address, the poll, the option
	VerbLangs    = "langs"
	VerbTerm     = "term"   // a word of the vocabulary
	VerbTerms    = "terms"  // a page of it
	VerbLesson   = "lesson" // the lesson on the table again
	VerbLibrary  = "library"
	VerbFilter   = "filter" // of the library: its kind, and the filters so far
	VerbEntry    = "entry"
	VerbFrame    = "frame" // another framework
	VerbCycle    = "cycle" // begin the next cycle, in this way

	VerbMeet    = "meet"  // a meeting, and what is done about it
	VerbEvent   = "event" // a community day, and what is done about it
	VerbCommand = "cmd"   // a command, pressed instead of typed

	VerbPeer  = "peer"  // share an answer with the group, look at it, ask it
	VerbBlock = "block" // a module, and the block of it that a meeting was shown
)

// What the second signature can be besides given.
const (
	SignReserve = "reserve"
	SignBack    = "back"
)

// PressAt writes a button's data for a place.
func PressAt(verb string, p form.Place, arg string) string {
	if arg == "" {
		return verb + "~" + string(p)
	}
	return verb + "~" + string(p) + "~" + arg
}

// Figure reads the number of a page; what is none is the first.
func Figure(arg string) int {
	n, err := strconv.Atoi(arg)
	if err != nil {
		return 0
	}
	return n
}

// here says that a button which leads back to a question stands on the card of
// that question: it is shown there, and not below.
const ArgHere = "here"

// ArgBack: of AtUnknown, an answer that was given is taken back.
const ArgBack = "back"

// bReminders shows when the person is written to unasked, or changes it: "h"
// and an hour, "d" and a day of the week, "o" and how often, "q" and two hours.
const VerbReminders = "reminders"

// bSnooze puts a reminder off: an hour, a day, a week, or until a date.
const VerbSnooze = "snooze"
