package question

import (
	"slices"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// notifyRoles tells those who have to know of an answer: whoever has the role
// that the question names gets a message in their own conversation. Where
// nobody has it yet, the person is told so. The same answer twice is told once.
func notifyRoles(t *talk.Turn, a form.Answer) {
	q, ok := t.Script.Questionnaire.Question(a.Place.Question())
	if !ok || len(q.Tells) == 0 || a.State != form.Given || saysNo(q, a.Value) {
		return
	}
	if old := t.Dossier.Answer(a.Place); old != nil && old.State == form.Given && !old.Archived && sameValue(old.Value, a.Value) {
		return
	}
	told := false
	for _, person := range t.Dossier.Head().People {
		if slices.Contains(q.Tells, person.Role) {
			told = true
			t.Notify(person.Address, flows.Note{Kind: flows.NoteAnswered, From: t.Session.Respondent, Place: a.Place})
		}
	}
	if told {
		t.NotifyStands()
	} else {
		t.Tell(t.Word("tells.nobody"))
	}
}

func saysNo(q *form.Question, v form.Value) bool {
	return q.Type == form.YesNo && !slices.Contains(v.Choices, "yes")
}
