package flows

import (
	"slices"

	"visesbot/flows/form"
)

// noteAnswered tells somebody who has to know what was answered.
const noteAnswered = "answered"

// tellRoles tells those who have to know of an answer: whoever has the role
// that the question names gets a message in their own conversation. Where
// nobody has it yet, the person is told so. The same answer twice is told once.
func (st *step) tellRoles(a form.Answer) {
	q, ok := st.script.Questionnaire.Question(a.Place.Question())
	if !ok || len(q.Tells) == 0 || a.State != form.Given || saysNo(q, a.Value) {
		return
	}
	if old := st.d.Answer(a.Place); old != nil && old.State == form.Given && !old.Archived && sameValue(old.Value, a.Value) {
		return
	}
	told := false
	for _, person := range st.d.Head().People {
		if slices.Contains(q.Tells, person.Role) {
			told = true
			st.tellOther(person.Address, Note{Kind: noteAnswered, From: st.s.Respondent, Place: a.Place})
		}
	}
	if told {
		st.tellStands()
	} else {
		st.tell(st.word("tells.nobody"))
	}
}

func saysNo(q *form.Question, v form.Value) bool {
	return q.Type == form.YesNo && !slices.Contains(v.Choices, "yes")
}

// toldAnswer shows what was answered to somebody who has to know.
func (st *step) toldAnswer(n *Note, from string) {
	q, ok := st.script.Questionnaire.Question(n.Place.Question())
	a := st.d.Answer(n.Place)
	if !ok || a == nil || a.State != form.Given || a.Archived {
		return
	}
	st.say(Card{
		Lines: []Line{
			{Style: Body, Text: st.word("tells.answered", "from", from, "enterprise", st.d.Head().Enterprise.Name)},
			{Style: Heading, Text: st.shortText(q, n.Place)},
			st.ownLine(Own, st.d.Show(a, st.lang()), a),
		},
		Buttons: [][]Button{row(quiet(st.word("review"), bReview), quiet(st.word("home"), bHome))},
	})
}
