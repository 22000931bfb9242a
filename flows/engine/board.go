package engine

import (
	"strconv"
	"time"

	"visesbot/flows"
	"visesbot/flows/cycle"
	"visesbot/flows/form"
	"visesbot/flows/reminder"
	"visesbot/flows/talk"
)

// Board tells a person in one card how things stand: what is open, how far
// they are, the next reminder, the quiet hours, the language. It is for a page
// beside the talk; nothing comes of looking at it. The source may be nil while
// the conversation belongs to no dossier.
func (e *Engine) Board(session flows.Session, dossier form.Source, at time.Time) (flows.Card, error) {
	if e.Script == nil || e.routes.Presses == nil {
		return flows.Card{}, errContent
	}
	t := talk.Begin(e.Script, nil, session, flows.Event{At: at})
	t.Ways = ways{e}
	if dossier != nil {
		t.Dossier = form.Open(e.Script.Questionnaire, dossier, at)
	}
	card := board(t)
	card.ID, card.Lang = "board", t.Lang()
	return card, nil
}

func board(t *talk.Turn) flows.Card {
	switch {
	case t.HasLeft() || t.Session.Dossier == "" || t.Dossier == nil || !t.Dossier.Exists():
		return flows.Card{Lines: []flows.Line{
			{Style: flows.Heading, Text: t.Word("uninvited.title")},
			{Style: flows.Body, Text: t.Word("uninvited.body")},
		}, Buttons: [][]flows.Button{talk.LanguageButtons()}}
	case t.Session.Person == "" || t.Session.Consent == "" && !flows.OutsideRole(t.Session.Role):
		return flows.Card{Lines: []flows.Line{
			{Style: flows.Heading, Text: t.Word("welcome.title", "enterprise", t.Dossier.Head().Enterprise.Name)},
			{Style: flows.Body, Text: t.Word("welcome.body")},
		}, Buttons: [][]flows.Button{talk.Row(talk.Primary(t.Word("goon"), flows.Press(flows.VerbGo))), talk.LanguageButtons()}}
	}
	lines := []flows.Line{{Style: flows.Heading, Text: t.Dossier.Head().Enterprise.Name}, {Style: flows.Body, Text: cycle.WhereWeAre(t)}}
	lines = append(lines, boardProgress(t)...)
	lines = append(lines,
		flows.Line{Style: flows.Hint, Text: nextReminderWords(t)},
		flows.Line{Style: flows.Hint, Text: quietWords(t)},
		flows.Line{Style: flows.Hint, Text: t.Word("board.language", "language", talk.LanguageName(t.Lang()))})
	return flows.Card{Lines: lines, Buttons: append(cycle.HomeButtons(t), talk.Row(talk.Quiet(t.Word("later"), flows.Press(flows.VerbLater))))}
}

// boardProgress is the question that comes next, and how far each block of the
// phase is.
func boardProgress(t *talk.Turn) []flows.Line {
	phase, ok := t.Script.Questionnaire.Phase(t.Dossier.Head().Phase)
	if !ok || !t.MayAnswer() {
		return nil
	}
	var lines []flows.Line
	if p, open := t.Dossier.Next(t.Free()); open {
		if q, ok := t.Script.Questionnaire.Question(p.Question()); ok {
			lines = append(lines, flows.Line{Style: flows.Body, Text: t.Word("board.next", "question", t.ShortText(q, p))})
		}
	}
	for _, b := range phase.Blocks {
		lines = append(lines, flows.Line{Style: flows.Bullet, Text: cycle.BlockProgress(t, b)})
	}
	return lines
}

func quietWords(t *talk.Turn) string {
	from, until := t.Rhythm().Open()
	return t.Word("board.quiet", "days", reminder.DayNames(t), "from", strconv.Itoa(from), "until", strconv.Itoa(until), "zone", t.Event.At.Location().String())
}

func nextReminderWords(t *talk.Turn) string {
	if !t.Session.Remind.After(t.Event.At) {
		return t.Word("board.noreminder")
	}
	at := t.Session.Remind.In(t.Event.At.Location())
	return t.Word("board.reminder", "day", form.Day(at, t.Lang()), "time", at.Format("15:04"))
}
