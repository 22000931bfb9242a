package cycle

import (
	"visesbot/flows"
	"visesbot/flows/parse"
	"visesbot/flows/talk"
)

// Routes are the ways to the cycle of an enterprise.
func Routes() talk.Routes {
	return talk.Routes{
		Presses: map[flows.Verb]talk.Press{
			flows.VerbHome:     {May: talk.Inside, Do: talk.Plain(Home)},
			flows.VerbReview:   {May: talk.Inside, Do: review},
			flows.VerbClose:    {May: talk.Staff, Do: talk.Plain(closePhase)},
			flows.VerbSign:     {May: talk.Accompanist, Do: pressedSign},
			flows.VerbCycle:    {May: talk.Own, Do: nextCycle},
			flows.VerbHelp:     {May: talk.Everyone, Do: talk.Plain(help)},
			flows.VerbStatus:   {May: talk.Inside, Do: talk.Plain(progress)},
			flows.VerbCalendar: {May: talk.Own, Do: calendar},
			flows.VerbPath:     {May: talk.Own, Do: path},
		},
		Places: map[flows.Verb]talk.Place{
			flows.AtMoment: {May: talk.Own, Beside: true, Do: takeMoment},
		},
		Commands: map[parse.Command]talk.Command{
			parse.Start:    {May: talk.Inside, Do: talk.Leaving(talk.Plain(Home))},
			parse.Menu:     {May: talk.Inside, Do: talk.Leaving(talk.Plain(Home))},
			parse.Help:     {May: talk.Everyone, Do: talk.Leaving(talk.Plain(help))},
			parse.Review:   {May: talk.Inside, Do: talk.Leaving(func(t *talk.Turn, _ string) { review(t, "") })},
			parse.Progress: {May: talk.Inside, Do: talk.Leaving(talk.Plain(progress))},
			parse.Calendar: {May: talk.Own, Do: talk.Leaving(func(t *talk.Turn, _ string) { calendar(t, "") })},
			parse.Report:   {May: talk.Own, Do: talk.Leaving(talk.Plain(report))},
			parse.Path:     {May: talk.Own, Do: talk.Leaving(func(t *talk.Turn, _ string) { path(t, "") })},
		},
		Notes: map[string]talk.Notice{
			flows.NoteClosed:      {Do: noticeClosed},
			flows.NoteSign:        {Do: noticeSign},
			flows.NoteSigned:      {Do: noticeSign},
			flows.NoteSentBack:    {Do: noticeSign},
			flows.NoteReopened:    {Do: noticeSign},
			flows.NoteCycle:       {Do: noticeCycle},
			flows.NoteContent:     {Do: noticeContent},
			flows.NoteAgree:       {Do: noticeAgree},
			flows.NotePathChanged: {Do: func(t *talk.Turn, _ *flows.Note) { noticePath(t) }},
			flows.NotePath:        {Do: func(t *talk.Turn, n *flows.Note) { pathOrdered(t, n.Text) }},
			flows.NoteCalendar:    {Do: func(*talk.Turn, *flows.Note) {}}, // only a moment to plan anew
		},
		Expects: map[flows.Expectation]talk.Expected{
			flows.ExpectReserve:  {May: talk.Accompanist, Do: func(t *talk.Turn, _, text string) { agree(t, text) }},
			flows.ExpectSendBack: {May: talk.Accompanist, Do: func(t *talk.Turn, _, text string) { sendBack(t, text) }},
			flows.ExpectReopen:   {May: talk.Own, Do: reopen},
		},
	}
}
