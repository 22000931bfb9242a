package engine

import (
	"strings"

	"visesbot/flows"
	"visesbot/flows/cycle"
	"visesbot/flows/entry"
	"visesbot/flows/form"
	"visesbot/flows/group"
	"visesbot/flows/learning"
	"visesbot/flows/library"
	"visesbot/flows/question"
	"visesbot/flows/reminder"
	"visesbot/flows/talk"
)

// pressedTogether takes a press to what the office brought.
func pressedTogether(t *talk.Turn, verb, arg string) {
	switch verb {
	case flows.VerbMeet:
		id, what, _ := strings.Cut(arg, "~")
		group.PressedMeeting(t, id, what)
	case flows.VerbBlock:
		learning.OpenBlock(t, arg)
	case flows.VerbEvent:
		id, what, _ := strings.Cut(arg, "~")
		group.PressedEvent(t, id, what)
	case flows.VerbPeer:
		what, rest, _ := strings.Cut(arg, "~")
		group.PressedPeer(t, what, rest)
	default:
		cycle.Home(t)
	}
}

// Pressed takes a press to the card or the place it belongs to.
func Pressed(t *talk.Turn) {
	verb, rest, _ := strings.Cut(t.Event.Press, "~")
	if len(verb) == 1 {
		place, arg, _ := strings.Cut(rest, "~")
		question.Pressed(t, verb, form.Place(place), arg)
		return
	}
	pressedMenu(t, verb, rest)
}

func pressedMenu(t *talk.Turn, verb, arg string) {
	switch verb {
	case flows.VerbLang:
		entry.ChooseLanguage(t, arg)
	case flows.VerbLangs:
		entry.OfferLanguages(t)
	case flows.VerbConsent:
		entry.Consent(t, arg == "yes")
	case flows.VerbPoll:
		learning.PressedPoll(t, arg)
	case flows.VerbVote:
		learning.Vote(t, arg)
	case flows.VerbCommand:
		pressedCommand(t, arg)
	case flows.VerbName:
		entry.Named(t, arg)
	case flows.VerbIAm:
		entry.IAm(t, arg)
	default:
		if !entry.SettledIn(t) {
			return
		}
		pressedHome(t, verb, arg)
	}
}

func pressedHome(t *talk.Turn, verb, arg string) {
	switch verb {
	case flows.VerbGo:
		question.GoOn(t)
	case flows.VerbAnswer:
		t.Session.Since = 0
		question.NextQuestion(t)
	case flows.VerbStride:
		question.StrideBy(t, arg)
	case flows.VerbBack:
		question.Back(t)
	case flows.VerbReview:
		cycle.Review(t, arg)
	case flows.VerbClose:
		cycle.ClosePhase(t)
	case flows.VerbSign:
		cycle.PressedSign(t, arg)
	case flows.VerbInvite:
		entry.Invite(t, arg)
	case flows.VerbChange:
		question.OfferChange(t, arg)
	case flows.VerbCycle:
		cycle.NextCycle(t, arg)
	case flows.VerbLearn:
		learning.Learn(t, arg)
	case flows.VerbNext:
		learning.NextBlock(t, arg)
	case flows.VerbCheck:
		learning.CheckPressed(t, arg)
	case flows.VerbExample:
		learning.ShowExample(t, arg)
	case flows.VerbSession:
		learning.RunSheet(t, arg)
	case flows.VerbLeave:
		learning.LeaveExercise(t)
	case flows.VerbComment:
		question.CommentModule(t, arg)
	case flows.VerbHelp:
		cycle.Help(t)
	case flows.PressLink:
		entry.Link(t)
	case flows.VerbModules:
		learning.Modules(t)
	case flows.VerbStatus:
		cycle.Progress(t)
	default:
		pressedMoment(t, verb, arg)
	}
}

// pressedMoment takes a press that is about when to be reminded.
func pressedMoment(t *talk.Turn, verb, arg string) {
	switch verb {
	case flows.VerbLater:
		reminder.Later(t, arg)
	case flows.VerbSnooze:
		reminder.Snooze(t, arg)
	case flows.VerbReminders:
		reminder.Reminders(t, arg)
	case flows.VerbPause:
		reminder.Pause(t, arg)
	default:
		pressedShelf(t, verb, arg)
	}
}

// pressedShelf takes a press to what stands beside the questions and modules.
func pressedShelf(t *talk.Turn, verb, arg string) {
	switch verb {
	case flows.VerbCalendar:
		cycle.Calendar(t, arg)
	case flows.VerbPath:
		cycle.Path(t, arg)
	case flows.VerbSharing:
		group.Sharing(t)
	case flows.VerbTerm:
		library.ShowTerm(t, arg)
	case flows.VerbTerms:
		library.Vocabulary(t, flows.Figure(arg))
	case flows.VerbLesson:
		learning.BackToLesson(t)
	case flows.VerbLibrary:
		library.Library(t, library.ReadFilter(arg))
	case flows.VerbFilter:
		library.ChooseFilter(t, arg)
	case flows.VerbEntry:
		library.ShowEntry(t, arg)
	case flows.VerbFrame:
		library.ShowFramework(t, arg)
	default:
		pressedTogether(t, verb, arg)
	}
}
