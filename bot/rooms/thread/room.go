package thread

import (
	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/flows"
	"visesbot/flows/parse"
)

// Room is the room.
type Room struct{}

const verb = "thread"

// What is done in a thread: the first word after the verb.
const (
	doAsk    = "ask"    // PLACE: somebody of an enterprise asks for help
	doAnswer = "answer" // THREAD: write in it
	doTo     = "to"     // ENTERPRISE: an accompanist writes to it
	doSolved = "solved" // THREAD: the call is closed
	doShow   = "show"   // THREAD: its first card, anew
	doKept   = "kept"   // THREAD: what was typed below it, and kept, is for them

	noteRoot = "root" // THREAD: a thread begins here
	noteSaid = "said" // THREAD: somebody wrote in it
	noteDone = "done" // THREAD: somebody closed it
)

// Verb is "thread".
func (Room) Verb() string { return verb }

// Commands are none: a thread begins at a question, or at an enterprise.
func (Room) Commands() []parse.Command { return nil }

// Serve does what is asked for.
func (r Room) Serve(v *office.Visit) error {
	if v.Event.Kind == flows.Said && v.Press == "" {
		return r.say(v, v.Arg, words{v.Event.Text, v.Files})
	}
	args := v.Args()
	if len(args) != 2 {
		return r.nothing(v)
	}
	switch args[0] {
	case doAsk:
		return r.call(v, args[1])
	case doAnswer:
		return r.say(v, args[1], words{v.Field("text"), v.Files})
	case doKept:
		return r.kept(v, args[1])
	case doTo:
		return r.write(v, args[1])
	case doSolved:
		return r.solve(v, args[1])
	case doShow:
		return r.show(v, args[1])
	case noteRoot, noteSaid, noteDone:
		return r.told(v, args[0], args[1])
	}
	return r.nothing(v)
}

// nothing is said where a button leads nowhere any more.
func (Room) nothing(v *office.Visit) error {
	if v.Event.Kind != flows.Told {
		v.Tell(v.Word("thread.gone"), v.Home())
	}
	return nil
}

// Form gives the forms of the room.
func (r Room) Form(v *office.Visit) (bot.Form, bool, error) {
	args := v.Args()
	if len(args) != 2 {
		return bot.Form{}, false, nil
	}
	switch args[0] {
	case doAsk:
		return r.callForm(v, args[1])
	case doAnswer:
		return r.answerForm(v, args[1])
	case doTo:
		return r.writeForm(v, args[1])
	}
	return bot.Form{}, false, nil
}
