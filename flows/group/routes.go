package group

import (
	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/parse"
	"visesbot/flows/talk"
)

// Routes are the ways to what enterprises do together.
func Routes() talk.Routes {
	return talk.Routes{
		Presses: map[flows.Verb]talk.Press{
			flows.VerbMeet:    {May: talk.Own, Do: pressedMeeting},
			flows.VerbEvent:   {May: talk.Own, Do: pressedEvent},
			flows.VerbPeer:    {May: talk.Own, Do: pressedPeer},
			flows.VerbSharing: {May: talk.Own, Do: talk.Plain(sharing)},
		},
		Places: map[flows.Verb]talk.Place{
			flows.AtRevoke: {May: talk.Own, Beside: true, Do: func(t *talk.Turn, q *form.Question, p form.Place, _ string) { revoke(t, q, p) }},
		},
		Commands: map[parse.Command]talk.Command{
			parse.Sharing: {May: talk.Own, Do: talk.Leaving(talk.Plain(sharing))},
			parse.Group:   {May: talk.Own, Do: talk.Leaving(func(t *talk.Turn, _ string) { pressedPeer(t, "group") })},
		},
		Notes: map[string]talk.Notice{
			flows.NoteMeeting: {Do: showMeeting},
			flows.NoteLive:    {Do: func(t *talk.Turn, n *flows.Note) { showLive(t, n.Fields["id"], n.Text, "") }},
			flows.NoteResult:  {Do: showResult},
			flows.NotePeers:   {Do: noticePeers},
			flows.NoteEvent:   {Do: noticeEvent},
		},
		Expects: map[flows.Expectation]talk.Expected{
			flows.ExpectPark:  {May: talk.Own, Do: readPark},
			flows.ExpectAsk:   {May: talk.Own, Do: readAsk},
			flows.ExpectReply: {May: talk.Own, Do: readReply},
			flows.ExpectCard:  {May: talk.Own, Do: readCard},
		},
	}
}
