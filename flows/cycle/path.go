package cycle

import (
	"slices"
	"strconv"
	"strings"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// pathPage is how many questions stand on one card of the path.
const pathPage = 8

// path shows which questions are left out. Whoever accompanies the enterprise
// chooses them; everybody else sees them, and can answer them all the same.
func path(t *talk.Turn, arg string) {
	switch verb, rest, _ := strings.Cut(arg, "~"); {
	case !t.MayAnswer():
		t.Ways.ConsentFirst(t)
	case !flows.OutsideRole(t.Session.Role):
		pathSeen(t)
	case verb == "t":
		pathToggled(t, rest)
	case verb == "done":
		pathDone(t)
	default:
		page, _ := strconv.Atoi(rest)
		t.Ask(pathCard(t, verb, page))
	}
}

// pathSeen lists what is left out, for the enterprise.
func pathSeen(t *talk.Turn) {
	spared := t.Dossier.Head().Spared
	if len(spared) == 0 {
		t.Tell(t.Word("path.whole"), t.GoHome())
		return
	}
	lines := []flows.Line{{Style: flows.Heading, Text: t.Word("path.left", "n", strconv.Itoa(len(spared)))}}
	for _, number := range spared {
		lines = append(lines, flows.Line{Style: flows.Bullet, Text: numberLabel(t, number)})
	}
	lines = append(lines, flows.Line{Style: flows.Hint, Text: t.Word("path.still")})
	t.Say(flows.Card{Lines: lines, Buttons: [][]flows.Button{t.GoHome()}})
}

func numberLabel(t *talk.Turn, number string) string {
	for _, q := range t.Script.Questionnaire.Questions() {
		if q.Number == number {
			return number + " " + q.Short.In(t.Lang())
		}
	}
	return number
}

// pathCard offers the questions of a phase that may be left out, to tick those
// that are asked.
func pathCard(t *talk.Turn, phase string, page int) flows.Card {
	p, ok := t.Script.Questionnaire.Phase(phase)
	if !ok {
		if p, ok = t.Script.Questionnaire.Phase(t.Dossier.Head().Phase); !ok {
			p = t.Script.Questionnaire.Phases[0]
		}
	}
	all := t.Script.Questionnaire.Sparable(p)
	page = max(0, min(page, (len(all)-1)/pathPage))
	var rows [][]flows.Button
	for _, q := range all[page*pathPage : min(len(all), (page+1)*pathPage)] {
		rows = append(rows, talk.Row(flows.Button{
			Label: q.Number + " " + q.Short.In(t.Lang()), Data: flows.Press(flows.VerbPath, "t", q.Number), Kind: "tick",
			On: !slices.Contains(t.Dossier.Head().Spared, q.Number),
		}))
	}
	return flows.Card{
		Lines: []flows.Line{
			{Style: flows.Heading, Text: t.Word("path.title", "enterprise", t.Dossier.Head().Enterprise.Name, "phase", p.Title.In(t.Lang()))},
			{Style: flows.Body, Text: t.Word("path.help")},
			{Style: flows.Hint, Text: t.Word("path.never")},
		},
		Buttons: append(rows, pathTurns(t, p, page, len(all))...),
	}
}

// pathTurns lead to the other pages and phases.
func pathTurns(t *talk.Turn, p *form.Phase, page, all int) [][]flows.Button {
	var turn []flows.Button
	if page > 0 {
		turn = append(turn, talk.Quiet("‹ "+t.Word("page.before"), flows.Press(flows.VerbPath, p.ID, strconv.Itoa(page-1))))
	}
	if (page+1)*pathPage < all {
		turn = append(turn, talk.Quiet(t.Word("page.after")+" ›", flows.Press(flows.VerbPath, p.ID, strconv.Itoa(page+1))))
	}
	var rows [][]flows.Button
	if len(turn) > 0 {
		rows = append(rows, turn)
	}
	for _, other := range t.Script.Questionnaire.Phases {
		if other.ID != p.ID {
			rows = append(rows, talk.Row(talk.Quiet(other.Title.In(t.Lang()), flows.Press(flows.VerbPath, other.ID))))
		}
	}
	return append(rows, talk.Row(talk.Primary("✓ "+t.Word("done"), flows.Press(flows.VerbPath, "done")), talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome))))
}

// pathToggled leaves a question out, or asks it again, at once.
func pathToggled(t *talk.Turn, number string) {
	spared := slices.DeleteFunc(slices.Clone(t.Dossier.Head().Spared), func(n string) bool { return n == number })
	if len(spared) == len(t.Dossier.Head().Spared) {
		spared = append(spared, number)
	}
	t.Dossier.Spare(spared, t.Author())
	phase, page := pathAt(t, number)
	t.AnswerTo(pathCard(t, phase, page))
}

// pathAt is the phase and the page on which a number stands.
func pathAt(t *talk.Turn, number string) (string, int) {
	for _, p := range t.Script.Questionnaire.Phases {
		if at := slices.IndexFunc(t.Script.Questionnaire.Sparable(p), func(q *form.Question) bool { return q.Number == number }); at >= 0 {
			return p.ID, at / pathPage
		}
	}
	return "", 0
}

// pathDone tells the enterprise what its path is now.
func pathDone(t *talk.Turn) {
	for _, person := range t.Dossier.Head().People {
		if !flows.OutsideRole(person.Role) {
			t.Notify(person.Address, flows.Note{Kind: flows.NotePathChanged})
		}
	}
	t.Move(flows.MoveRest, flows.Home)
	t.Session.Card = ""
	t.Tell(t.Word("path.done", "enterprise", t.Dossier.Head().Enterprise.Name, "n", strconv.Itoa(len(t.Dossier.Head().Spared))), t.GoHome())
}

// pathOrdered takes up a path that those who run the programme have set.
func pathOrdered(t *talk.Turn, numbers string) {
	t.Dossier.Spare(strings.Fields(numbers), form.Author{Channel: t.Event.Channel})
	noticePath(t)
}

// noticePath tells somebody of the enterprise what its path is now.
func noticePath(t *talk.Turn) {
	n := len(t.Dossier.Head().Spared)
	say := t.Word("path.told", "n", strconv.Itoa(n))
	if n == 0 {
		say = t.Word("path.told.whole")
	}
	t.Tell(say, talk.Row(talk.Quiet(t.Word("path"), flows.Press(flows.VerbPath))), t.GoHome())
}
