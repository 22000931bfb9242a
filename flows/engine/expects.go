package engine

import (
	"strings"

	"visesbot/flows"
	"visesbot/flows/cycle"
	"visesbot/flows/entry"
	"visesbot/flows/form"
	"visesbot/flows/group"
	"visesbot/flows/parse"
	"visesbot/flows/question"
	"visesbot/flows/reminder"
	"visesbot/flows/talk"
)

// readExpected takes typed text for what was asked beside the question.
func readExpected(t *talk.Turn) {
	text, _ := parse.Clean(strings.TrimSpace(t.Event.Text))
	aside := t.Session.Asked
	if text == "" {
		t.Ask(flows.Card{Input: flows.LineInput, Lines: []flows.Line{{Style: flows.Body, Text: t.Word("again")}}, Buttons: [][]flows.Button{t.GoHome()}})
		return
	}
	t.Session.Asked = ""
	q := t.Asking()
	switch {
	case cycle.ReadSignAside(t, aside, text) || reminder.ReadDayAside(t, aside) || readTogether(t, aside, text):
	case strings.HasPrefix(aside, flows.ExpectInvite):
		entry.InviteNamed(t, strings.TrimPrefix(aside, flows.ExpectInvite), text)
	case aside == flows.ExpectComment || strings.HasPrefix(aside, flows.ExpectCommentOn):
		question.ReadComment(t, strings.TrimPrefix(aside, flows.ExpectCommentOn), text)
	case q == nil:
		cycle.Home(t)
	case aside == flows.ExpectNotApp:
		question.Record(t, form.Answer{Place: t.Session.Place, State: form.NotApplicable, Reason: talk.Clip(text, form.MaxText), Author: t.Author()})
		question.Settled(t, q, t.Session.Place)
	case strings.HasPrefix(aside, flows.ExpectRename):
		question.Rename(t, q, strings.TrimPrefix(aside, flows.ExpectRename), text)
	default:
		question.ReadAnswer(t)
	}
}

// readTogether takes what was typed for what the office brought; false when it
// was for something else.
func readTogether(t *talk.Turn, aside, text string) bool {
	id, ok := strings.CutPrefix(aside, flows.ExpectPark)
	if !ok {
		return group.ReadPeer(t, aside, text) || group.ReadEvent(t, aside, text)
	}
	group.NotifyMeeting(t, id, map[string]string{"park": talk.Clip(text, form.MaxText)})
	group.Noted(t, t.Word("meet.park.done"))
	return true
}
