package question

import (
	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/parse"
	"visesbot/flows/talk"
)

// Routes are the ways to the question on the table, and to those answered.
func Routes() talk.Routes {
	return talk.Routes{
		Presses: map[flows.Verb]talk.Press{
			flows.VerbGo:      {May: talk.Inside, Do: talk.Plain(GoOn)},
			flows.VerbAnswer:  {May: talk.Inside, Do: talk.Plain(goOnAnswering)},
			flows.VerbStride:  {May: talk.Inside, Do: strideBy},
			flows.VerbBack:    {May: talk.Inside, Do: talk.Plain(back)},
			flows.VerbChange:  {May: talk.Inside, Do: offerChange},
			flows.VerbComment: {May: talk.Inside, Do: commentModule},
		},
		Places: places(),
		Commands: map[parse.Command]talk.Command{
			parse.Next:          {May: talk.Inside, Do: next},
			parse.Back:          {May: talk.Inside, Do: backFrom},
			parse.Change:        {May: talk.Inside, Do: talk.Leaving(changeNamed)},
			parse.Feedback:      {May: talk.Inside, Do: feedback},
			parse.Skip:          {May: talk.Inside, Do: instead(flows.AtSkip)},
			parse.Unknown:       {May: talk.Inside, Do: instead(flows.AtUnknown)},
			parse.NotApplicable: {May: talk.Inside, Do: instead(flows.AtNotApp)},
			parse.AskOther:      {May: talk.Inside, Do: instead(flows.AtOther)},
			parse.Why:           {May: talk.Inside, Do: instead(flows.AtWhy)},
			parse.Done:          {May: talk.Inside, Do: instead(flows.AtDone)},
		},
		Notes: map[string]talk.Notice{
			flows.NoteHanded:    {Do: noticeHanded},
			flows.NoteDeclined:  {Do: noticeDeclined},
			flows.NoteTaken:     {Do: noticeTaken},
			flows.NoteOverruled: {Do: noticeOverruled},
			flows.NoteReturned:  {Do: noticeReturned},
			flows.NoteAnswered:  {Do: noticeAnswer},
			flows.NoteRemoved:   {Quiet: true, Do: removed},
		},
		Expects: map[flows.Expectation]talk.Expected{
			flows.ExpectReason:  {May: talk.Inside, Do: onTable(readReason)},
			flows.ExpectRename:  {May: talk.Inside, Do: onTable(rename)},
			flows.ExpectComment: {May: talk.Inside, Do: readComment},
			flows.ExpectOn:      {May: talk.Inside, Do: readComment},
		},
	}
}

// places are the buttons of a question.
func places() map[flows.Verb]talk.Place {
	all := map[flows.Verb]talk.Place{
		flows.AtPick:    {Do: picked},
		flows.AtToggle:  {Do: toggled},
		flows.AtDone:    {Do: at(donePicking)},
		flows.AtYes:     {Do: confirmed},
		flows.AtTake:    {Beside: true, Do: choosing(flows.AtTake)},
		flows.AtMine:    {Beside: true, Do: choosing(flows.AtMine)},
		flows.AtDiffer:  {Beside: true, Do: choosing(flows.AtDiffer)},
		flows.AtChoice:  {Beside: true, Do: offerDispute},
		flows.AtShow:    {Do: showAgain},
		flows.AtReturn:  {Do: at(giveBack)},
		flows.AtVersion: {Do: at(version)},
		flows.AtKeep:    {Do: at(keepEarlier)},
		flows.AtWords:   {Do: keepWords},
		flows.AtSkip:    {Do: unlessFrozen(leaving(flows.AtSkip))},
		flows.AtUnknown: {Beside: true, Do: unknown},
		flows.AtNotApp:  {Do: unlessFrozen(askReason)},
		flows.AtOther:   {Do: unlessFrozen(offerDelegates)},
		flows.AtRemove:  {Do: listing(flows.AtRemove)},
		flows.AtReally:  {Do: listing(flows.AtReally)},
		flows.AtRename:  {Do: listing(flows.AtRename)},
		flows.AtSplit:   {Do: listing(flows.AtSplit)},
		flows.AtIdeas:   {Do: listing(flows.AtIdeas)},
		flows.AtMore:    {Do: moreWays},
		flows.AtWhy:     {Do: at(why)},
		flows.AtComment: {Do: askComment},
		flows.AtReopen:  {Do: askAgain},
	}
	for verb, p := range all {
		p.May = talk.Inside
		all[verb] = p
	}
	return all
}

// place is what a button of a question does.
type place = func(t *talk.Turn, q *form.Question, p form.Place, arg string)

// at is a press that says nothing but the place.
func at(do func(*talk.Turn, *form.Question, form.Place)) place {
	return func(t *talk.Turn, q *form.Question, p form.Place, _ string) { do(t, q, p) }
}

// unlessFrozen does not touch an answer that values already hang on.
func unlessFrozen(do place) place {
	return func(t *talk.Turn, q *form.Question, p form.Place, arg string) {
		if !frozen(t, q, p, form.Value{}) {
			do(t, q, p, arg)
		}
	}
}

func choosing(verb flows.Verb) place {
	return func(t *talk.Turn, q *form.Question, p form.Place, _ string) { choose(t, q, p, verb) }
}

func leaving(verb flows.Verb) place {
	return func(t *talk.Turn, q *form.Question, p form.Place, _ string) { leaveOpen(t, verb, q, p) }
}

func listing(verb flows.Verb) place {
	return func(t *talk.Turn, q *form.Question, p form.Place, arg string) { pressedList(t, verb, q, p, arg) }
}

// onTable takes what was typed about the question on the table; without one, home
// is where it goes on.
func onTable(do func(t *talk.Turn, q *form.Question, arg, text string)) func(*talk.Turn, string, string) {
	return func(t *talk.Turn, arg, text string) {
		if q := t.Asking(); q != nil {
			do(t, q, arg, text)
			return
		}
		t.Ways.Home(t)
	}
}
