package flows

import (
	"strconv"
	"strings"

	"visesbot/flows/form"
)

// A button's data is "verb", "verb~arg" or "verb~PLACE~arg". It says all that
// is needed, so that an old button still has a meaning.

// The verbs of buttons that belong to a place.
const (
	vPick    = "a" // this option is the answer
	vToggle  = "t" // tick or untick
	vDone    = "d" // the ticks, or the list, are the answer
	vSkip    = "s" // decline an optional question
	vUnknown = "u" // I don't know yet
	vNotApp  = "n" // not applicable, because
	vOther   = "o" // ask someone else
	vReturn  = "b" // give back what was handed over
	vWhy     = "w" // why this question
	vComment = "f" // feedback on this question
	vMore    = "m" // more possibilities
	vShow    = "q" // the question again
	vYes     = "y" // yes, that is right (a warning)
	vTake    = "k" // take the other's answer
	vMine    = "K" // keep mine
	vDiffer  = "D" // we differ
	vRemove  = "r" // remove an item
	vReally  = "x" // yes, remove it
	vRename  = "e" // change an item's words
	vSplit   = "c" // the last entry is several
	vIdeas   = "i" // others also mention
	vTerm    = "g" // a word of the glossary
	vReopen  = "p" // open the closed phase again
	vMoment  = "C" // a moment of the calendar
	vRevoke  = "V" // take a release back
	vFrames  = "z" // what other frameworks call it
	vVersion = "v" // a new version of the item, with the answer that is frozen
	vKeep    = "h" // as in the cycle before
)

// The verbs that belong to no place.
const (
	bLang    = "lang"
	bConsent = "consent"
	bIAm     = "iam"
	bHome    = "home"
	bGo      = "go"
	bAnswer  = "answer" // the questions, whatever module is open
	bStride  = "stride" // so many questions in a row
	bBack    = "back"
	bLater   = "later"
	bReview  = "review"
	bClose   = "close"
	bSign    = "sign" // of who accompanies: nothing, signReserve or signBack
	bChange  = "change"
	bInvite  = "invite" // who: nothing, a respondent and perhaps a role, or inviteDelegate and perhaps a stakeholder
	bLearn   = "learn"
	bNext    = "next" // block of a module
	bCheck   = "check"
	bExample = "example" // of a pool
	bLeave   = "leave"   // the exercise
	bSession = "session" // the frame of a session, for accompanists
	bHelp    = "help"
	bComment = "comment" // on a module: its id, and perhaps a verdict
	bModules = "modules"
	bStatus  = "progress"

	bCalendar = "calendar"
	bSharing  = "sharing"
	bPath     = "path" // a phase and a page; "t" and a number; "done"
	bPoll     = "poll" // the group's address, the module whose poll it is
	bVote     = "vote" // on a poll: the group's address, the poll, the option
	bLangs    = "langs"
	bTerm     = "term"   // a word of the vocabulary
	bTerms    = "terms"  // a page of it
	bLesson   = "lesson" // the lesson on the table again
	bLibrary  = "library"
	bFilter   = "filter" // of the library: its kind, and the filters so far
	bEntry    = "entry"
	bFrame    = "frame" // another framework
	bCycle    = "cycle" // begin the next cycle, in this way

	bMeet    = "meet"  // a meeting, and what is done about it
	bEvent   = "event" // a community day, and what is done about it
	bPeer    = "peer"  // share an answer with the group, look at it, ask it
	bCommand = "cmd"   // a command, pressed instead of typed

	bBlock = "block" // a module, and the block of it that a meeting was shown
)

// What the second signature can be besides given.
const (
	signReserve = "reserve"
	signBack    = "back"
)

// data writes a button's data for a place.
func data(verb string, p form.Place, arg string) string {
	if arg == "" {
		return verb + "~" + string(p)
	}
	return verb + "~" + string(p) + "~" + arg
}

// pressed takes a press to the card or the place it belongs to.
func (st *step) pressed() {
	verb, rest, _ := strings.Cut(st.ev.Press, "~")
	if len(verb) == 1 {
		place, arg, _ := strings.Cut(rest, "~")
		st.pressedAt(verb, form.Place(place), arg)
		return
	}
	st.pressedMenu(verb, rest)
}

func (st *step) pressedMenu(verb, arg string) {
	switch verb {
	case bLang:
		st.chooseLanguage(arg)
	case bLangs:
		st.offerLanguages()
	case bConsent:
		st.consent(arg == "yes")
	case bPoll:
		st.pressedPoll(arg)
	case bVote:
		st.vote(arg)
	case bIAm:
		st.iAm(arg)
	case bCommand:
		st.pressedCommand(arg)
	default:
		if !st.settledIn() {
			return
		}
		st.pressedHome(verb, arg)
	}
}

func (st *step) pressedHome(verb, arg string) {
	switch verb {
	case bGo:
		st.goOn()
	case bAnswer:
		st.s.Since = 0
		st.onward()
	case bStride:
		st.strideBy(arg)
	case bBack:
		st.back()
	case bReview:
		st.review(arg)
	case bClose:
		st.closePhase()
	case bSign:
		st.pressedSign(arg)
	case bInvite:
		st.invite(arg)
	case bChange:
		st.offerChange(arg)
	case bCycle:
		st.nextCycle(arg)
	case bLearn:
		st.learn(arg)
	case bNext:
		st.nextBlock(arg)
	case bCheck:
		st.checkPressed(arg)
	case bExample:
		st.showExample(arg)
	case bSession:
		st.runSheet(arg)
	case bLeave:
		st.leaveExercise()
	case bComment:
		st.commentModule(arg)
	case bHelp:
		st.help()
	case PressLink:
		st.link()
	case bModules:
		st.modules()
	case bStatus:
		st.progress()
	default:
		st.pressedMoment(verb, arg)
	}
}

// pressedMoment takes a press that is about when to be reminded.
func (st *step) pressedMoment(verb, arg string) {
	switch verb {
	case bLater:
		st.later(arg)
	case bSnooze:
		st.snooze(arg)
	case bReminders:
		st.reminders(arg)
	case bPause:
		st.pause(arg)
	default:
		st.pressedShelf(verb, arg)
	}
}

// pressedShelf takes a press to what stands beside the questions and modules.
func (st *step) pressedShelf(verb, arg string) {
	switch verb {
	case bCalendar:
		st.calendar(arg)
	case bPath:
		st.path(arg)
	case bSharing:
		st.sharing()
	case bTerm:
		st.showTerm(arg)
	case bTerms:
		st.vocabulary(figure(arg))
	case bLesson:
		st.backToLesson()
	case bLibrary:
		st.library(readShelf(arg))
	case bFilter:
		st.chooseFilter(arg)
	case bEntry:
		st.showEntry(arg)
	case bFrame:
		st.showFramework(arg)
	default:
		st.pressedTogether(verb, arg)
	}
}

// figure reads the number of a page; what is none is the first.
func figure(arg string) int {
	n, err := strconv.Atoi(arg)
	if err != nil {
		return 0
	}
	return n
}
