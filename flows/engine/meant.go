package engine

import (
	"slices"
	"strings"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/question"
	"visesbot/flows/talk"
)

// What is typed belongs to what was shown last. Below a person's words that is the
// person, or what the bot had asked before: nobody but the writer knows, so they are
// asked, and what they typed is kept meanwhile.

// meantElse is the argument of who means what the bot had asked.
const meantElse = "else"

// heard asks for whom something is that was typed below a person's words. It tells
// whether it did.
func (e *Engine) heard(t *talk.Turn, slash bool) bool {
	h := t.Session.Heard
	if h == nil || slash || t.InGroup() || t.Event.Under != "" {
		return false
	}
	kept := *h
	t.Session.Heard = nil
	kept.Text = strings.TrimSpace(kept.Text + "\n" + t.Event.Text)
	kept.Files = append(slices.Clone(kept.Files), t.Event.Files...)
	if kept.Place != "" {
		e.whichQuestion(t, kept)
	} else {
		t.Ask(flows.Card{
			Lines: heardLines(t.Word("meant.person", "who", kept.From), kept),
			Buttons: [][]flows.Button{
				talk.Row(talk.Button(t.Word("meant.to", "who", kept.From), kept.Reply)),
				talk.Row(talk.Button(otherwise(t), flows.Press(flows.VerbMeant, meantElse))),
				talk.Row(talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome))),
			},
		})
	}
	t.Session.Heard, t.Session.Menu = &kept, nil
	return true
}

// whichQuestion asks which of two open questions is answered.
func (e *Engine) whichQuestion(t *talk.Turn, kept flows.Heard) {
	other := t.Word("meant.bot")
	if t.Asking() != nil {
		other = short(t, t.Session.Place)
	}
	rows := [][]flows.Button{
		talk.Row(talk.Button(short(t, kept.Place), flows.PressAt(flows.AtMeant, kept.Place, ""))),
		talk.Row(talk.Button(other, flows.Press(flows.VerbMeant, meantElse))),
		talk.Row(talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome))),
	}
	t.Ask(flows.Card{Lines: heardLines(t.Word("meant.question"), kept), Buttons: rows})
}

// heardLines quote what waits, and ask.
func heardLines(ask string, kept flows.Heard) []flows.Line {
	lines := []flows.Line{{Style: flows.Body, Text: ask}}
	if kept.Text != "" {
		lines = append(lines, flows.Line{Style: flows.Own, Text: talk.Clip(kept.Text, 200)})
	}
	for _, f := range kept.Files {
		lines = append(lines, flows.Line{Style: flows.Own, Text: f.Name})
	}
	return lines
}

// otherwise names what else it can be: the answer to the question on the table, by
// its short name, or simply not for that person.
func otherwise(t *talk.Turn) string {
	if t.Asking() != nil {
		return t.Word("meant.answer", "question", short(t, t.Session.Place))
	}
	return t.Word("meant.bot")
}

func short(t *talk.Turn, p form.Place) string {
	q, ok := t.Script.Questionnaire.Question(p.Question())
	if !ok {
		return string(p)
	}
	return talk.Clip(q.Short.In(t.Lang()), 40)
}

// meantHere takes what waits for what the bot had asked before.
func (e *Engine) meantHere(t *talk.Turn) {
	h := t.Session.Heard
	if h == nil || h.Text == "" && len(h.Files) == 0 {
		t.Tell(t.Word("meant.gone"), t.GoHome())
		return
	}
	t.Session.Heard = nil
	t.Event.Kind, t.Event.Press, t.Event.Text, t.Event.Files = flows.Said, "", h.Text, h.Files
	e.typed(t)
}

// meantThere takes what waits as the answer to a question that was handed over.
func (e *Engine) meantThere(t *talk.Turn, _ *form.Question, p form.Place, _ string) {
	h := t.Session.Heard
	if h == nil || h.Place != p {
		question.AskPlace(t, p)
		return
	}
	question.Table(t, p)
	t.Session.Card = ""
	e.meantHere(t)
}
