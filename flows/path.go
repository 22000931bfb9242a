package flows

import (
	"slices"
	"strconv"
	"strings"

	"visesbot/flows/form"
)

// pathPage is how many questions stand on one card of the path.
const pathPage = 8

// NotePath is the kind of the note by which those who run the programme change
// the path of an enterprise: its Text lists the numbers left out, with spaces
// between; none means that everything is asked.
const NotePath = "path"

// notePathChanged tells an enterprise that its path was changed.
const notePathChanged = "path changed"

// path shows which questions are left out. Whoever accompanies the enterprise
// chooses them; everybody else sees them, and can answer them all the same.
func (st *step) path(arg string) {
	switch verb, rest, _ := strings.Cut(arg, "~"); {
	case !st.mayAnswer():
		st.consentFirst()
	case !outsideRole(st.s.Role):
		st.pathSeen()
	case verb == "t":
		st.pathToggled(rest)
	case verb == "done":
		st.pathDone()
	default:
		page, _ := strconv.Atoi(rest)
		st.ask(st.pathCard(verb, page))
	}
}

// pathSeen lists what is left out, for the enterprise.
func (st *step) pathSeen() {
	spared := st.d.Head().Spared
	if len(spared) == 0 {
		st.tell(st.word("path.whole"), st.goHome())
		return
	}
	lines := []Line{{Style: Heading, Text: st.word("path.left", "n", strconv.Itoa(len(spared)))}}
	for _, number := range spared {
		lines = append(lines, Line{Style: Bullet, Text: st.numberLabel(number)})
	}
	lines = append(lines, Line{Style: Hint, Text: st.word("path.still")})
	st.say(Card{Lines: lines, Buttons: [][]Button{st.goHome()}})
}

func (st *step) numberLabel(number string) string {
	for _, q := range st.script.Questionnaire.Questions() {
		if q.Number == number {
			return number + " " + q.Short.In(st.lang())
		}
	}
	return number
}

// pathCard offers the questions of a phase that may be left out, to tick those
// that are asked.
func (st *step) pathCard(phase string, page int) Card {
	p, ok := st.script.Questionnaire.Phase(phase)
	if !ok {
		if p, ok = st.script.Questionnaire.Phase(st.d.Head().Phase); !ok {
			p = st.script.Questionnaire.Phases[0]
		}
	}
	all := st.script.Questionnaire.Sparable(p)
	page = max(0, min(page, (len(all)-1)/pathPage))
	var rows [][]Button
	for _, q := range all[page*pathPage : min(len(all), (page+1)*pathPage)] {
		rows = append(rows, row(Button{
			Label: q.Number + " " + q.Short.In(st.lang()), Data: bPath + "~t~" + q.Number, Kind: "tick",
			On: !slices.Contains(st.d.Head().Spared, q.Number),
		}))
	}
	return Card{
		Lines: []Line{
			{Style: Heading, Text: st.word("path.title", "enterprise", st.d.Head().Enterprise.Name, "phase", p.Title.In(st.lang()))},
			{Style: Body, Text: st.word("path.help")},
			{Style: Hint, Text: st.word("path.never")},
		},
		Buttons: append(rows, st.pathTurns(p, page, len(all))...),
	}
}

// pathTurns lead to the other pages and phases.
func (st *step) pathTurns(p *form.Phase, page, all int) [][]Button {
	var turn []Button
	if page > 0 {
		turn = append(turn, quiet("‹ "+st.word("page.before"), bPath+"~"+p.ID+"~"+strconv.Itoa(page-1)))
	}
	if (page+1)*pathPage < all {
		turn = append(turn, quiet(st.word("page.after")+" ›", bPath+"~"+p.ID+"~"+strconv.Itoa(page+1)))
	}
	var rows [][]Button
	if len(turn) > 0 {
		rows = append(rows, turn)
	}
	for _, other := range st.script.Questionnaire.Phases {
		if other.ID != p.ID {
			rows = append(rows, row(quiet(other.Title.In(st.lang()), bPath+"~"+other.ID)))
		}
	}
	return append(rows, row(primary("✓ "+st.word("done"), bPath+"~done"), quiet(st.word("home"), bHome)))
}

// pathToggled leaves a question out, or asks it again, at once.
func (st *step) pathToggled(number string) {
	spared := slices.DeleteFunc(slices.Clone(st.d.Head().Spared), func(n string) bool { return n == number })
	if len(spared) == len(st.d.Head().Spared) {
		spared = append(spared, number)
	}
	st.d.Spare(spared, st.author())
	st.answerTo(st.pathCard(st.pathAt(number)))
}

// pathAt is the phase and the page on which a number stands.
func (st *step) pathAt(number string) (string, int) {
	for _, p := range st.script.Questionnaire.Phases {
		if at := slices.IndexFunc(st.script.Questionnaire.Sparable(p), func(q *form.Question) bool { return q.Number == number }); at >= 0 {
			return p.ID, at / pathPage
		}
	}
	return "", 0
}

// pathDone tells the enterprise what its path is now.
func (st *step) pathDone() {
	for _, person := range st.d.Head().People {
		if !outsideRole(person.Role) {
			st.tellOther(person.Address, Note{Kind: notePathChanged})
		}
	}
	st.move(moveRest, Home)
	st.s.Card = ""
	st.tell(st.word("path.done", "enterprise", st.d.Head().Enterprise.Name, "n", strconv.Itoa(len(st.d.Head().Spared))), st.goHome())
}

// pathOrdered takes up a path that those who run the programme have set.
func (st *step) pathOrdered(numbers string) {
	st.d.Spare(strings.Fields(numbers), form.Author{Channel: st.ev.Channel})
	st.toldPath()
}

// toldPath tells somebody of the enterprise what its path is now.
func (st *step) toldPath() {
	n := len(st.d.Head().Spared)
	say := st.word("path.told", "n", strconv.Itoa(n))
	if n == 0 {
		say = st.word("path.told.whole")
	}
	st.tell(say, row(quiet(st.word("path"), bPath)), st.goHome())
}
