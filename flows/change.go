package flows

import (
	"slices"
	"strconv"
	"strings"

	"visesbot/flows/form"
)

// changePage is how many answered questions stand on one card.
const changePage = 8

// offerChange lists what was answered, a page at a time, to choose from; where
// the page names a number, only what was answered under it.
func (st *step) offerChange(page string) {
	if !st.mayAnswer() {
		st.consentFirst()
		return
	}
	number := ""
	if of, rest, listed := strings.Cut(page, "~"); listed {
		number, page = of, rest
	}
	places := st.answeredPlaces(number)
	n, err := strconv.Atoi(page)
	if err != nil {
		n = st.latest(places) / changePage
	}
	verb := bChange
	if number != "" {
		verb += "~" + number
	}
	st.choosePlace(places, max(0, n), verb)
}

// latest is where among the places this person's last answer stands.
func (st *step) latest(places []form.Place) int {
	if len(st.s.Trail) == 0 {
		return 0
	}
	return max(0, slices.Index(places, st.s.Trail[len(st.s.Trail)-1]))
}

// answeredPlaces lists the places with an answer that this person may change,
// in document order; number restricts them to one numbered question.
func (st *step) answeredPlaces(number string) []form.Place {
	return st.placesOf(number, func(at form.Placed) bool { return at.Answer != nil })
}

// placesOf lists the places of a number, or of all, that this person may answer
// and that f wants, in document order.
func (st *step) placesOf(number string, f func(form.Placed) bool) []form.Place {
	var out []form.Place
	for _, phase := range st.script.Questionnaire.Phases {
		st.d.Walk(phase, func(at form.Placed) {
			if at.Status == form.Irrelevant || at.Question.Type == form.Calc || !f(at) {
				return
			}
			if number != "" && !strings.EqualFold(at.Question.Number, number) && !strings.EqualFold(at.Question.ID, number) {
				return
			}
			if at.Answer == nil && at.Status == form.Undecided {
				return
			}
			if st.d.May(st.free(), at.Question, at.Place.Path()) {
				out = append(out, at.Place)
			}
		})
		if phase.ID == st.d.Head().Phase {
			break
		}
	}
	return out
}

func (st *step) choosePlace(places []form.Place, page int, verb string) {
	if len(places) == 0 {
		st.tell(st.word("change.nothing"), st.goHome())
		return
	}
	last := (len(places) - 1) / changePage
	page = min(page, last)
	var rows [][]Button
	for _, p := range places[page*changePage : min(len(places), (page+1)*changePage)] {
		rows = append(rows, row(button(st.changeLabel(p), data(vShow, p, ""))))
	}
	var turn []Button
	if page > 0 {
		turn = append(turn, quiet("‹ "+st.word("page.before"), verb+"~"+strconv.Itoa(page-1)))
	}
	if page < last {
		turn = append(turn, quiet(st.word("page.after")+" ›", verb+"~"+strconv.Itoa(page+1)))
	}
	if len(turn) > 0 {
		rows = append(rows, turn)
	}
	rows = append(rows, row(quiet(st.word("home"), bHome)))
	st.say(Card{Lines: []Line{
		{Style: Heading, Text: st.word("change.which")},
		{Style: Hint, Text: st.word("change.help", "page", strconv.Itoa(page+1), "pages", strconv.Itoa(last+1))},
	}, Buttons: rows})
}

func (st *step) changeLabel(p form.Place) string {
	q, _ := st.script.Questionnaire.Question(p.Question())
	label := q.Number + " " + q.Short.In(st.lang())
	if at := st.standsIn(q, p); at != "" {
		label += " · " + clip(at, 20)
	}
	return label
}

// changeNamed goes to a question by its number: "/change P0-03".
func (st *step) changeNamed(number string) {
	if number == "" || !st.mayAnswer() || !st.numbered(number) {
		st.offerChange("")
	}
}

// numbered goes to the question of that number, if text is one: what was
// answered, or is not asked unless somebody wants it.
func (st *step) numbered(text string) bool {
	text = strings.TrimSpace(text)
	if !isNumber(text) || !st.mayAnswer() {
		return false
	}
	places := st.placesOf(text, func(at form.Placed) bool { return at.Answer != nil || at.Status == form.Settled })
	switch len(places) {
	case 0:
		return st.openNumbered(text)
	case 1:
		st.askChange(places[0])
	default:
		st.choosePlace(places, 0, bChange+"~"+text)
	}
	return true
}

// openNumbered goes to what is asked under a number and has no answer yet, also
// where the person was spared it.
func (st *step) openNumbered(number string) bool {
	places := st.placesOf(number, func(at form.Placed) bool { return at.Answer == nil })
	switch {
	case len(places) == 0:
		return false
	case len(places) == 1 || len(places[0].Path()) == 0:
		st.askPlace(places[0])
	default:
		st.choosePlace(places, 0, bChange)
	}
	return true
}

// isNumber tells whether a text reads like "P1-12".
func isNumber(s string) bool {
	return len(s) >= 5 && len(s) < 24 && (s[0] == 'P' || s[0] == 'p') && s[2] == '-'
}

// askChange shows an answered question again. One of a closed phase is changed
// only after the phase was opened again, for a reason.
func (st *step) askChange(p form.Place) {
	q, ok := st.script.Questionnaire.Question(p.Question())
	if !ok {
		st.home()
		return
	}
	if st.d.IsClosed(q.Phase.ID) && !st.d.Status(p).Open() {
		st.askReopen(q, p)
		return
	}
	st.table(p)
	c := st.questionCard(q, p)
	if a := st.d.Answer(p); a != nil && a.State == form.Given && !a.Archived {
		c.Files = a.Value.Files // what was sent is seen again
	}
	st.ask(c)
}

func (st *step) askReopen(q *form.Question, p form.Place) {
	st.move(moveAnswer, Answering)
	st.s.Place, st.s.Asked = p, asideReopen+q.Phase.ID
	lines := []Line{{Style: Heading, Text: st.shortText(q, p)}}
	if a := st.d.Answer(p); a != nil {
		lines = append(lines, Line{Style: Own, Text: st.outcome(p)})
	}
	lines = append(lines, Line{Style: Body, Text: st.word("reopen.ask", "phase", q.Phase.Title.In(st.lang()))})
	st.say(Card{Input: LineInput, Lines: lines, Buttons: [][]Button{st.goHome()}})
}
