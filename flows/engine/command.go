package engine

import (
	"slices"
	"strings"
	"unicode"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/parse"
	"visesbot/flows/question"
	"visesbot/flows/talk"
)

// readCommand reads what was typed as a command of this talk.
func readCommand(t *talk.Turn) parse.Instruction {
	return parse.ReadCommand(t.Event.Text, t.Script.Commands.Words(flows.InPrivate))
}

// strangeCommand answers a line that begins with "/" and is no command here: it
// is never taken for an answer, and what was probably meant can be pressed.
func strangeCommand(t *talk.Turn, said parse.Instruction) {
	c := flows.Card{Lines: []flows.Line{{Style: flows.Body, Text: whyStrange(t, said)}}}
	for _, id := range said.Near {
		if e := t.Script.Commands.Entry(id); e != nil {
			label := e.Typed(t.Lang()) + " · " + e.Help.In(t.Lang())
			c.Buttons = append(c.Buttons, talk.Row(talk.Button(label, flows.Press(flows.VerbCommand, string(id)))))
		}
	}
	c.Buttons = append(c.Buttons, talk.Row(talk.Quiet(t.Word("help"), flows.Press(flows.VerbHelp)), talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome))))
	t.Say(c)
}

const maxNamed = 40 // of a command that nobody knows, when it is said back

// whyStrange says why a command does not work here.
func whyStrange(t *talk.Turn, said parse.Instruction) string {
	name := "/" + talk.Clip(said.Word, maxNamed)
	if _, ok := t.Script.Commands.Words(flows.InGroup).Means(said.Word); ok {
		return t.Word("command.group", "command", name)
	}
	if _, ok := t.Script.Commands.Words(flows.InOffice).Means(said.Word); ok {
		return t.Word("command.office", "command", name)
	}
	if said.Verdict == parse.Near {
		return t.Word("command.near", "command", name)
	}
	return t.Word("command.strange", "command", name)
}

// own are the ways that are of no subject.
func (e *Engine) own() talk.Routes {
	return talk.Routes{
		Presses: map[flows.Verb]talk.Press{
			flows.VerbMeant:   {May: talk.Inside, Do: talk.Plain(e.meantHere)},
			flows.VerbCommand: {May: talk.Inside, Do: e.pressedCommand},
		},
		Places: map[flows.Verb]talk.Place{flows.AtMeant: {May: talk.Inside, Do: e.meantThere}},
	}
}

// inOwnWords tells whether the question that is in view is answered in the person's
// own words: then a bare word is the answer, and a command needs its slash.
func inOwnWords(t *talk.Turn, q *form.Question) bool {
	if q == nil || t.Session.Expects.IsDefined() || !inView(t) {
		return false
	}
	return q.Type == form.Repeat || q.Type == form.ShortTxt || q.Type == form.LongTxt
}

// inView tells whether the card shown last is about the question on the table, and
// no other one.
func inView(t *talk.Turn) bool {
	return len(t.Session.Menu) == 0 || slices.ContainsFunc(t.Session.Menu, func(b flows.Button) bool {
		return strings.Contains(b.Data, "~"+string(t.Session.Place))
	})
}

// aboutQuestion tells which bare words are no answer of one's own: those that say
// what to do with the question, a single word only where it is nothing else.
func aboutQuestion(cmd parse.Command, phrase bool) bool {
	switch cmd {
	case parse.Done, parse.Skip, parse.NotApplicable, parse.Why:
		return true
	case parse.Unknown, parse.AskOther, parse.Later, parse.Back, parse.Next, parse.Help:
		return phrase
	}
	return false
}

// eitherWay tells whether a bare word may be the answer as well as one of the few
// commands that people use to get out.
func eitherWay(t *talk.Turn, said parse.Instruction) bool {
	q := t.Asking()
	if said.Slash || !hasLetter(t.Event.Text) || !inOwnWords(t, q) || strings.Contains(strings.TrimSpace(t.Event.Text), " ") {
		return false
	}
	return said.Command == parse.Back || said.Command == parse.Menu || said.Command == parse.Help
}

func hasLetter(text string) bool { return strings.ContainsFunc(text, unicode.IsLetter) }

// askCommand asks whether a word is the answer or the command.
func askCommand(t *talk.Turn, cmd parse.Command) {
	label := t.Script.Commands.Entry(cmd).Help.In(t.Lang())
	question.AskWords(t, strings.TrimSpace(t.Event.Text), talk.Button(label, flows.Press(flows.VerbCommand, string(cmd))))
}
