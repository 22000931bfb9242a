package learning

import (
	"visesbot/flows"
	"visesbot/flows/talk"
)

// backToLesson shows the lesson on the table again.
func backToLesson(t *talk.Turn) {
	m, b := t.Block()
	if b == nil || t.Session.Mode != flows.Studying {
		t.Ways.Home(t)
		return
	}
	t.AnswerTo(blockCard(t, m, b))
}
