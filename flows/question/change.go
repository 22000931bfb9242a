package question

import (
	"slices"
	"strconv"
	"strings"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// changePage is how many answered questions stand on one card.
const changePage = 8

// offerChange lists what was answered, a page at a time, to choose from; where
// the page names a number, only what was answered under it.
func offerChange(t *talk.Turn, page string) {
	if !t.MayAnswer() {
		t.Ways.ConsentFirst(t)
		return
	}
	number := ""
	if of, rest, listed := strings.Cut(page, "~"); listed {
		number, page = of, rest
	}
	places := answeredPlaces(t, number)
	n, err := strconv.Atoi(page)
	if err != nil {
		n = latest(t, places) / changePage
	}
	list := flows.Press(flows.VerbChange)
	if number != "" {
		list = flows.Press(flows.VerbChange, number)
	}
	choosePlace(t, places, max(0, n), list)
}

// latest is where among the places this person's last answer stands.
func latest(t *talk.Turn, places []form.Place) int {
	if len(t.Session.Trail) == 0 {
		return 0
	}
	return max(0, slices.Index(places, t.Session.Trail[len(t.Session.Trail)-1]))
}

// answeredPlaces lists the places with an answer that this person may change,
// in document order; number restricts them to one numbered question.
func answeredPlaces(t *talk.Turn, number string) []form.Place {
	return placesOf(t, number, func(at form.Placed) bool { return at.Answer != nil })
}

// placesOf lists the places of a number, or of all, that this person may answer
// and that f wants, in document order.
func placesOf(t *talk.Turn, number string, f func(form.Placed) bool) []form.Place {
	var out []form.Place
	for _, phase := range t.Script.Questionnaire.Phases {
		t.Dossier.Walk(phase, func(at form.Placed) {
			if at.Status == form.Irrelevant || at.Question.Type == form.Calc || !f(at) {
				return
			}
			if number != "" && !strings.EqualFold(at.Question.Number, number) && !strings.EqualFold(at.Question.ID, number) {
				return
			}
			if at.Answer == nil && at.Status == form.Undecided {
				return
			}
			if t.Dossier.May(t.Free(), at.Question, at.Place.Path()) {
				out = append(out, at.Place)
			}
		})
		if phase.ID == t.Dossier.Head().Phase {
			break
		}
	}
	return out
}

func choosePlace(t *talk.Turn, places []form.Place, page int, list string) {
	if len(places) == 0 {
		t.Tell(t.Word("change.nothing"), t.GoHome())
		return
	}
	last := (len(places) - 1) / changePage
	page = min(page, last)
	var rows [][]flows.Button
	for _, p := range places[page*changePage : min(len(places), (page+1)*changePage)] {
		rows = append(rows, talk.Row(talk.Button(changeLabel(t, p), flows.PressAt(flows.AtShow, p, ""))))
	}
	var turn []flows.Button
	if page > 0 {
		turn = append(turn, talk.Quiet("‹ "+t.Word("page.before"), list+"~"+strconv.Itoa(page-1)))
	}
	if page < last {
		turn = append(turn, talk.Quiet(t.Word("page.after")+" ›", list+"~"+strconv.Itoa(page+1)))
	}
	if len(turn) > 0 {
		rows = append(rows, turn)
	}
	rows = append(rows, talk.Row(talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome))))
	t.Say(flows.Card{Lines: []flows.Line{
		{Style: flows.Heading, Text: t.Word("change.which")},
		{Style: flows.Hint, Text: t.Word("change.help", "page", strconv.Itoa(page+1), "pages", strconv.Itoa(last+1))},
	}, Buttons: rows})
}

func changeLabel(t *talk.Turn, p form.Place) string {
	q, _ := t.Script.Questionnaire.Question(p.Question())
	label := q.Number + " " + q.Short.In(t.Lang())
	if at := t.StandsIn(q, p); at != "" {
		label += " · " + talk.Clip(at, 20)
	}
	return label
}

// changeNamed goes to a question by its number: "/change P0-03".
func changeNamed(t *talk.Turn, number string) {
	if number == "" || !t.MayAnswer() || !Numbered(t, number) {
		offerChange(t, "")
	}
}

// Numbered goes to the question of that number, if text is one: what was
// answered, or is not asked unless somebody wants it.
func Numbered(t *talk.Turn, text string) bool {
	text = strings.TrimSpace(text)
	if !isNumber(text) || !t.MayAnswer() {
		return false
	}
	places := placesOf(t, text, func(at form.Placed) bool { return at.Answer != nil || at.Status == form.Settled })
	switch len(places) {
	case 0:
		return openNumbered(t, text)
	case 1:
		askChange(t, places[0])
	default:
		choosePlace(t, places, 0, flows.Press(flows.VerbChange, text))
	}
	return true
}

// openNumbered goes to what is asked under a number and has no answer yet, also
// where the person was spared it.
func openNumbered(t *talk.Turn, number string) bool {
	places := placesOf(t, number, func(at form.Placed) bool { return at.Answer == nil })
	switch {
	case len(places) == 0:
		return false
	case len(places) == 1 || len(places[0].Path()) == 0:
		AskPlace(t, places[0])
	default:
		choosePlace(t, places, 0, flows.Press(flows.VerbChange))
	}
	return true
}

// isNumber tells whether a text reads like "P1-12".
func isNumber(s string) bool {
	return len(s) >= 5 && len(s) < 24 && (s[0] == 'P' || s[0] == 'p') && s[2] == '-'
}

// askChange shows an answered question again. One of a closed phase is changed
// only after the phase was opened again, for a reason.
func askChange(t *talk.Turn, p form.Place) {
	q, ok := t.Script.Questionnaire.Question(p.Question())
	if !ok {
		t.Ways.Home(t)
		return
	}
	if t.Dossier.IsClosed(q.Phase.ID) && !t.Dossier.Status(p).Open() {
		AskReopen(t, q, p)
		return
	}
	table(t, p)
	c := questionCard(t, q, p)
	if a := t.Dossier.Answer(p); a != nil && a.State == form.Given && !a.Archived {
		c.Files = a.Value.Files // what was sent is seen again
	}
	t.Ask(c)
}

// AskReopen asks why the closed phase of a question is opened again.
func AskReopen(t *talk.Turn, q *form.Question, p form.Place) {
	t.Move(flows.MoveAnswer, flows.Answering)
	t.Session.Place = p
	t.Expect(flows.Expects{Kind: flows.ExpectReopen, Arg: q.Phase.ID})
	lines := []flows.Line{{Style: flows.Heading, Text: t.ShortText(q, p)}}
	if a := t.Dossier.Answer(p); a != nil {
		lines = append(lines, flows.Line{Style: flows.Own, Text: t.Outcome(p)})
	}
	lines = append(lines, flows.Line{Style: flows.Body, Text: t.Word("reopen.ask", "phase", q.Phase.Title.In(t.Lang()))})
	t.Say(flows.Card{Input: flows.LineInput, Lines: lines, Buttons: [][]flows.Button{t.GoHome()}})
}
