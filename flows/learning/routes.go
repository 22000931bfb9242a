package learning

import (
	"visesbot/flows"
	"visesbot/flows/parse"
	"visesbot/flows/talk"
)

// Routes are the ways to modules, and to the polls of a group.
func Routes() talk.Routes {
	return talk.Routes{
		Presses: map[flows.Verb]talk.Press{
			flows.VerbModules: {May: talk.Inside | talk.Member | talk.Room, Do: talk.Plain(modules)},
			flows.VerbLearn:   {May: talk.Inside, Do: learn},
			flows.VerbNext:    {May: talk.Inside, Do: NextBlock},
			flows.VerbCheck:   {May: talk.Inside, Do: checkPressed},
			flows.VerbExample: {May: talk.Inside, Do: showExample},
			flows.VerbLeave:   {May: talk.Inside, Do: talk.Plain(leaveExercise)},
			flows.VerbLesson:  {May: talk.Inside, Do: talk.Plain(backToLesson)},
			flows.VerbBlock:   {May: talk.Inside, Do: openBlock},
			flows.VerbSession: {May: talk.Accompanist, Do: runSheet},
			flows.VerbPoll:    {May: talk.Everyone, Early: true, Do: pressedPoll},
			flows.VerbVote:    {May: talk.Everyone, Early: true, Do: vote},
		},
		Commands: map[parse.Command]talk.Command{
			parse.Poll:    {May: talk.Room, Do: AskRoom},
			parse.Modules: {May: talk.Inside | talk.Member | talk.Room, Do: talk.Leaving(modulesNamed)},
		},
		Notes: map[string]talk.Notice{
			flows.NotePoll:   {Open: true, Do: noticePoll},
			flows.NoteVote:   {Open: true, Do: noticeVote},
			flows.NoteRoom:   {Open: true, Do: noticeRoom},
			flows.NotePushed: {Do: pushed},
			flows.NoteBlock:  {Do: func(t *talk.Turn, n *flows.Note) { showPushed(t, n.Text) }},
		},
		Timers: map[string]talk.Alarm{
			flows.TimerPushed: {Open: true, Do: showPushes},
		},
	}
}
