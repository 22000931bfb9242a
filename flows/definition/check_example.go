package definition

import (
	"slices"

	"visesbot/flows/form"
)

const ruleExample = "example"

// typed are the types that are answered by typing.
func typed() []form.Type {
	return []form.Type{form.Number, form.Money, form.Date, form.Period, form.ShortTxt, form.LongTxt, form.Repeat}
}

func checkExamples(l *loader) {
	for _, q := range l.asked {
		if q.Example.Empty() && slices.Contains(typed(), q.Type) && q.has["example"].line == 0 {
			l.problem(ruleExample, l.at[&q.Type], "a question of type %s shows an example: an answer that would be understood", q.Type)
		}
	}
}
