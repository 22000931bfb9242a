package cycle

import (
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// The end of the last phase is the beginning of the next cycle: in the way the
// enterprise has answered, on the day it has given.

// wayOn is the option chosen, and whether it leads to a next cycle.
func wayOn(t *talk.Turn) (string, bool) {
	c := t.Script.Questionnaire.Cycle
	if c == nil {
		return "", false
	}
	a := t.Dossier.Answer(form.Place(c.By))
	if a == nil || a.State != form.Given || len(a.Value.Choices) == 0 {
		return "", false
	}
	_, ok := c.Way(a.Value.Choices[0])
	return a.Value.Choices[0], ok
}

// comesBack is the morning of that day, where it is still to come.
func comesBack(t *talk.Turn) time.Time {
	if !t.Dossier.Ended() {
		return time.Time{} // the usual case: nothing is read
	}
	day := t.Resumes()
	if day.IsZero() {
		return time.Time{}
	}
	at := t.Morning(day)
	if !at.After(t.Event.At) {
		return time.Time{}
	}
	return at
}

// endLines says what happens after the last phase.
func endLines(t *talk.Turn) []flows.Line {
	lines := []flows.Line{{Style: flows.Body, Text: t.Word("ended")}}
	if t.Script.Questionnaire.Cycle == nil {
		return lines
	}
	if back := comesBack(t); !back.IsZero() {
		return append(lines, flows.Line{Style: flows.Body, Text: t.Word("cycle.waits", "day", form.Day(t.Resumes(), t.Lang()))})
	}
	return append(lines, flows.Line{Style: flows.Body, Text: t.Word("cycle.ask")})
}

// endButtons lead on: to the next cycle, and to what was answered.
func endButtons(t *talk.Turn) [][]flows.Button {
	rows := cycleButtons(t)
	return append(rows, talk.Row(talk.Quiet(t.Word("review"), flows.Press(flows.VerbReview)), talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome))))
}

func cycleButtons(t *talk.Turn) [][]flows.Button {
	c := t.Script.Questionnaire.Cycle
	if c == nil || !t.Dossier.Ended() || flows.OutsideRole(t.Session.Role) {
		return nil
	}
	if !comesBack(t).IsZero() {
		return [][]flows.Button{talk.Row(talk.Button(t.Word("cycle.now"), flows.Press(flows.VerbCycle)))}
	}
	return wayButtons(t)
}

// wayButtons offer the ways on, the one that was chosen first.
func wayButtons(t *talk.Turn) [][]flows.Button {
	c := t.Script.Questionnaire.Cycle
	by, _ := t.Script.Questionnaire.Question(c.By)
	chosen, _ := wayOn(t)
	var first, rest [][]flows.Button
	for _, o := range by.Options {
		if _, ok := c.Way(o.ID); !ok {
			continue
		}
		if o.ID == chosen {
			first = append(first, talk.Row(talk.Primary(o.Text.In(t.Lang()), flows.Press(flows.VerbCycle, o.ID))))
		} else {
			rest = append(rest, talk.Row(talk.Button(o.Text.In(t.Lang()), flows.Press(flows.VerbCycle, o.ID))))
		}
	}
	return append(first, rest...)
}

// nextCycle begins the next cycle, or asks how.
func nextCycle(t *talk.Turn, way string) {
	if !t.MayAnswer() || flows.OutsideRole(t.Session.Role) || !t.Dossier.Ended() || t.Script.Questionnaire.Cycle == nil {
		Home(t)
		return
	}
	w, ok := t.Script.Questionnaire.Cycle.Way(way)
	if !ok {
		t.Tell(t.Word("cycle.ask"), append(wayButtons(t), talk.Row(talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome))))...)
		return
	}
	if _, ok := flows.PhaseAfter(flows.PhaseEnd, flows.PhaseBegin+" "+w.Begin); !ok || !t.Dossier.NextCycle(way, t.Author()) {
		Home(t)
		return
	}
	t.ExpectNothing()
	t.Session.Place, t.Session.Focus, t.Session.Trail = "", nil, nil
	t.Move(flows.MoveRest, flows.Home)
	phase, _ := t.Script.Questionnaire.Phase(w.Begin)
	t.Say(flows.Card{Lines: []flows.Line{
		{Style: flows.Heading, Text: t.Word("cycle.begun")},
		{Style: flows.Body, Text: t.Word("cycle.kept", "phase", phase.Title.In(t.Lang()))},
	}, Buttons: [][]flows.Button{talk.Row(talk.Primary(t.Word("goon"), flows.Press(flows.VerbAnswer)), talk.Quiet(t.Word("later"), flows.Press(flows.VerbLater)))}})
	for _, person := range t.Dossier.Head().People {
		t.Notify(person.Address, flows.Note{Kind: flows.NoteCycle, From: t.Session.Respondent})
	}
}

// BackAgain is the reminder of the day on which the next cycle was to begin. Who
// accompanies is told of the day; how to go on is the enterprise's choice.
func BackAgain(t *talk.Turn) {
	c := flows.Card{Lines: []flows.Line{{Style: flows.Heading, Text: t.Word("cycle.back", "enterprise", t.Dossier.Head().Enterprise.Name)}}}
	if !flows.OutsideRole(t.Session.Role) {
		c.Lines = append(c.Lines, flows.Line{Style: flows.Body, Text: t.Word("cycle.ask")})
		c.Buttons = wayButtons(t)
	}
	c.Buttons = append(c.Buttons, talk.Row(talk.Quiet(t.Word("later"), flows.Press(flows.VerbLater)), talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome))))
	t.Say(c)
}
