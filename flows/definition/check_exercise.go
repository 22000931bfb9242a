package definition

import "visesbot/flows"

const ruleExercise = "exercise"

func checkExercises(l *loader) {
	questions := map[string]*asked{}
	var ids []string
	for _, q := range l.asked {
		questions[q.ID] = q
		ids = append(ids, q.ID)
	}
	for _, m := range l.script.Modules {
		for _, b := range m.Blocks {
			checkExercise(l, b, questions, ids)
		}
	}
}

func checkExercise(l *loader, b *flows.Block, questions map[string]*asked, ids []string) {
	switch {
	case b.Kind == "":
		return
	case b.Kind != flows.ExerciseBlock && len(b.Ask) > 0:
		l.problem(ruleExercise, l.at[&b.Ask], "a block of kind %s asks nothing: only an exercise does", b.Kind)
		return
	case b.Kind == flows.ExerciseBlock && len(b.Ask) == 0:
		l.problem(ruleExercise, l.at[b], "an exercise names with \"ask\" the questions it asks")
	}
	for i, id := range b.Ask {
		if q := questions[id]; q == nil {
			l.unknown(ruleExercise, l.at[&b.Ask[i]], "question", id, ids)
		}
	}
}
