package flows

import (
	"errors"
	"strconv"
	"time"

	"visesbot/flows/form"
)

// errContent is a step, or a look, without anything to go by.
var errContent = errors.New("the engine has no content")

// Board tells a person in one card how things stand: what is open, how far
// they are, the next reminder, the quiet hours, the language. It is for a page
// beside the talk; nothing comes of looking at it. The source may be nil while
// the conversation belongs to no dossier.
func (e *Engine) Board(session Session, dossier form.Source, at time.Time) (Card, error) {
	if e.Script == nil || e.Script.Questionnaire == nil {
		return Card{}, errContent
	}
	st := &step{script: e.Script, s: session, ev: Event{At: at}}
	if dossier != nil {
		st.d = form.Open(e.Script.Questionnaire, dossier, at)
	}
	card := st.board()
	card.ID, card.Lang = "board", st.lang()
	return card, nil
}

func (st *step) board() Card {
	switch {
	case st.s.Dossier == "" || st.d == nil || !st.d.Exists():
		return Card{Lines: []Line{
			{Style: Heading, Text: st.word("uninvited.title")},
			{Style: Body, Text: st.word("uninvited.body")},
		}, Buttons: [][]Button{languageButtons()}}
	case st.s.Person == "" || st.s.Consent == "" && !outsideRole(st.s.Role):
		return Card{Lines: []Line{
			{Style: Heading, Text: st.word("welcome.title", "enterprise", st.d.Head().Enterprise.Name)},
			{Style: Body, Text: st.word("welcome.body")},
		}, Buttons: [][]Button{row(primary(st.word("goon"), bGo)), languageButtons()}}
	}
	lines := []Line{{Style: Heading, Text: st.d.Head().Enterprise.Name}, {Style: Body, Text: st.whereWeAre()}}
	lines = append(lines, st.boardProgress()...)
	lines = append(lines,
		Line{Style: Hint, Text: st.nextReminderWords()},
		Line{Style: Hint, Text: st.quietWords()},
		Line{Style: Hint, Text: st.word("board.language", "language", languageName(st.lang()))})
	return Card{Lines: lines, Buttons: append(st.homeButtons(), row(quiet(st.word("later"), bLater)))}
}

// boardProgress is the question that comes next, and how far each block of the
// phase is.
func (st *step) boardProgress() []Line {
	phase, ok := st.script.Questionnaire.Phase(st.d.Head().Phase)
	if !ok || !st.mayAnswer() {
		return nil
	}
	var lines []Line
	if p, open := st.d.Next(st.free()); open {
		if q, ok := st.script.Questionnaire.Question(p.Question()); ok {
			lines = append(lines, Line{Style: Body, Text: st.word("board.next", "question", st.shortText(q, p))})
		}
	}
	for _, b := range phase.Blocks {
		lines = append(lines, Line{Style: Bullet, Text: st.blockProgress(b)})
	}
	return lines
}

func (st *step) quietWords() string {
	from, until := st.rhythm().Open()
	return st.word("board.quiet", "days", st.dayNames(), "from", strconv.Itoa(from), "until", strconv.Itoa(until), "zone", st.ev.At.Location().String())
}

func (st *step) nextReminderWords() string {
	if !st.s.Remind.After(st.ev.At) {
		return st.word("board.noreminder")
	}
	at := st.s.Remind.In(st.ev.At.Location())
	return st.word("board.reminder", "day", form.Day(at, st.lang()), "time", at.Format("15:04"))
}

// languageName is what a language calls itself.
func languageName(lang string) string {
	for _, b := range languageButtons() {
		if b.Data == bLang+"~"+lang {
			return b.Label
		}
	}
	return lang
}
