package engine

import (
	"visesbot/flows"
	"visesbot/flows/cycle"
	"visesbot/flows/form"
	"visesbot/flows/group"
	"visesbot/flows/learning"
	"visesbot/flows/question"
	"visesbot/flows/reminder"
	"visesbot/flows/talk"
)

// noticeMeeting shows what an invited person is told of a meeting.
func noticeMeeting(t *talk.Turn, n *flows.Note) {
	id := n.Fields["id"]
	switch n.Kind {
	case flows.NoteBlock:
		learning.ShowPushed(t, n.Text)
	case flows.NoteLive:
		group.ShowLive(t, id, n.Text, "")
	case flows.NoteResult:
		group.ShowResult(t, n)
	default:
		group.ShowMeeting(t, n)
	}
}

// notice shows what another conversation had to tell. It never takes the
// question on the table away.
func notice(t *talk.Turn) {
	n := t.Event.Note
	if n == nil || learning.NoticePoll(t, n) || !t.Joined() {
		return
	}
	if n.Kind == flows.NoteRemoved {
		removed(t, n)
		return
	}
	if n.Kind == flows.NoteUndelivered {
		reminder.Undelivered(t, n.Text)
		return
	}
	if n.Kind == flows.NoteAppointment {
		reminder.Appointed(t, n.Appointment)
		return
	}
	if reminder.MayWait(n) && !t.MayWrite() {
		reminder.KeepLetter(t, *n)
		return
	}
	menu := t.Session.Menu
	defer func() { t.Session.Menu = menu }()
	from := t.Named(form.Path(n.From))
	if from == "" {
		from = t.Word("colleague")
	}
	switch n.Kind {
	case flows.NoteHanded:
		question.NoticeDelegated(t, n, t.Word("told.handed", "from", from), talk.Row(talk.Quiet(t.Word("other.cannot"), flows.PressAt(flows.AtReturn, n.Place, ""))))
	case flows.NoteDeclined:
		question.NoticeDelegated(t, n, t.Word("told.declined", "from", from), talk.Row(talk.Button(t.Word("other"), flows.PressAt(flows.AtOther, n.Place, ""))))
	case flows.NoteTaken:
		question.NoticePlace(t, n, t.Word("told.taken", "from", from), t.Word("goon"), t.Outcome(n.Place))
	case flows.NoteOverruled:
		question.NoticePlace(t, n, t.Word("told.overruled", "from", from), t.Word("change"), question.Overruled(t, n.Place))
	case flows.NoteReturned:
		a := t.Dossier.Answer(n.Place)
		if a == nil {
			return
		}
		question.NoticePlace(t, n, t.Word("told.returned", "from", from), t.Word("change"), t.Outcome(n.Place))
	case flows.NoteClosed:
		t.Tell(t.Word("told.closed", "from", from, "phase", t.PhaseTitle(n.Text)), t.GoHome())
	case flows.NoteSign, flows.NoteSigned, flows.NoteSentBack, flows.NoteReopened:
		cycle.NoticeSign(t, n, from)
	default:
		NoticeNews(t, n, from)
	}
}

// NoticeNews shows what concerns the enterprise as a whole.
func NoticeNews(t *talk.Turn, n *flows.Note, from string) {
	switch n.Kind {
	case flows.NoteCycle:
		t.Tell(t.Word("told.cycle", "from", from), t.GoHome())
	case flows.NoteContent:
		t.Tell(t.Word("told.content", "enterprise", t.Dossier.Head().Enterprise.Name, "version", n.Text), t.GoHome())
	case flows.NoteAnswered:
		question.NoticeAnswer(t, n, from)
	case flows.NotePathChanged:
		cycle.NoticePath(t)
	case flows.NotePath:
		cycle.PathOrdered(t, n.Text)
	case flows.NotePushed:
		learning.Pushed(t, n)
	case flows.NoteSilent, flows.NotePaused:
		reminder.NoticeSilence(t, n)
	case flows.NoteNudge:
		reminder.Nudged(t, n)
	case flows.NoteMeeting, flows.NoteBlock, flows.NoteLive, flows.NoteResult:
		noticeMeeting(t, n)
	case flows.NotePeers:
		group.NoticePeers(t, n)
	case flows.NoteEvent:
		group.NoticeEvent(t, n)
	case flows.NoteUnreached:
		t.Tell(reminder.Unreachable(t, n), t.GoHome())
	case flows.NoteOpened:
		reminder.CountSilence(t)
	case flows.NoteAgree:
		if _, open := t.Dossier.Next(t.Who()); open {
			t.Tell(t.Word("told.agree", "enterprise", t.Dossier.Head().Enterprise.Name), t.GoHome())
		}
	}
}
