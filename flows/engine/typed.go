package engine

import (
	"strings"

	"visesbot/flows"
	"visesbot/flows/entry"
	"visesbot/flows/form"
	"visesbot/flows/learning"
	"visesbot/flows/parse"
	"visesbot/flows/question"
	"visesbot/flows/talk"
)

// typed takes what was typed to whatever is on the table.
func (e *Engine) typed(t *talk.Turn) {
	said := readCommand(t)
	cmd, arg, isCmd := said.Command, said.Arg, said.Verdict == parse.Known
	switch {
	case t.InGroup():
		e.typedInRoom(t)
	case t.Session.Dossier == "":
		e.typedOutside(t, said)
	case t.Session.Lang == "" || t.Session.Person == "":
		entry.ReadLanguage(t)
	case said.Slash && !isCmd:
		strangeCommand(t, said)
	case isCmd && cmd == parse.Language && (t.Session.Mode == flows.Agreeing || t.Expecting(flows.ExpectName)):
		entry.ChangeLanguage(t, arg)
	case t.Session.Mode == flows.Agreeing && !t.Expecting(flows.ExpectName):
		entry.ReadConsent(t)
	case t.Expecting(flows.ExpectName) && isCmd:
		entry.AskName(t)
	case t.Expecting(flows.ExpectName):
		entry.ReadName(t)
	case isCmd && eitherWay(t, said):
		askCommand(t, cmd)
	case isCmd && obeys(t, cmd):
		e.obey(t, cmd, arg)
	default:
		e.typedInside(t)
	}
}

// typedOutside is for those who belong to no dossier: what needs none, or else the
// welcome.
func (e *Engine) typedOutside(t *talk.Turn, said parse.Instruction) {
	if t.Party() != talk.Member || said.Verdict != parse.Known || said.Is(parse.Language) {
		entry.TypedOutside(t, said.Is(parse.Language), said.Arg)
		return
	}
	e.obey(t, said.Command, said.Arg)
}

// typedInRoom obeys what a group may ask for. A bare word is for the others there,
// and so is what names no instruction.
func (e *Engine) typedInRoom(t *talk.Turn) {
	said := parse.ReadCommand(t.Event.Text, t.Script.Commands.Words(flows.InGroup))
	if !said.Slash || said.Verdict != parse.Known {
		e.refuse(t, "what was typed")
		return
	}
	entry.Presume(t)
	e.obey(t, said.Command, said.Arg)
}

// obeys tells whether a word that is an instruction is one here: where free
// text is asked for, or options are named like it, a bare word is the answer.
func obeys(t *talk.Turn, cmd parse.Command) bool {
	if strings.HasPrefix(strings.TrimSpace(t.Event.Text), "/") {
		return true
	}
	q := t.Asking()
	if inOwnWords(t, q) && hasLetter(t.Event.Text) {
		return aboutQuestion(cmd, strings.Contains(strings.TrimSpace(t.Event.Text), " "))
	}
	if q != nil && (cmd == parse.Link || cmd == parse.Report || cmd == parse.Term || cmd == parse.Library || cmd == parse.Frameworks || cmd == parse.Group) {
		return false // a library may well be a stakeholder
	}
	if q == nil || len(q.Options) == 0 && q.Type != form.Ref {
		return true
	}
	ids, rest := parse.Choices(t.Event.Text, t.Lang(), question.Options(t, q, t.Session.Place))
	return len(ids) == 0 || len(rest) > 0
}

func (e *Engine) typedInside(t *talk.Turn) {
	switch {
	case t.Session.Expects.IsDefined():
		e.readExpected(t)
	case e.pressMenu(t):
	case t.Session.Mode == flows.Studying:
		learning.TypedStudying(t)
	case question.Numbered(t, t.Event.Text):
	case t.Asking() != nil:
		question.ReadAnswer(t)
	default:
		e.typedHome(t)
	}
}

// obey carries out an instruction, if whoever gives it may.
func (e *Engine) obey(t *talk.Turn, cmd parse.Command, arg string) {
	if cmd == parse.Stop && t.Session.Mode == flows.Reviewing && e.pressMenu(t) {
		return // "afsluiten" is also the button that closes the step
	}
	route, ok := e.routes.Commands[cmd]
	switch {
	case !ok:
		t.ExpectNothing()
		t.Ways.Home(t)
	case !route.May.Has(t.Party()):
		e.refuse(t, "command "+string(cmd))
	default:
		route.Do(t, arg)
	}
}
