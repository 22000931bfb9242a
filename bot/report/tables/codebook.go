package tables

import (
	"strings"

	"visesbot/bot/register"
	"visesbot/flows/form"
)

// Codebook is the table of the questions: what each asks in a language, what may
// be answered, and the version by which answers name it.
func Codebook(q *form.Questionnaire, lang string) register.Grid {
	return register.Grid{
		Name:    "codebook",
		Columns: []string{"question", "number", "phase", "block", "asked_of", "type", "text", "options", "units", "core", "privacy", "source", "question_version"},
		Rows: func(yield func([]any, error) bool) {
			for _, x := range q.Questions() {
				var of []string
				for _, c := range x.Loop {
					of = append(of, c.ID)
				}
				row := []any{
					x.ID, x.Number, x.Phase.ID, x.Block.ID, strings.Join(of, "/"), string(x.Type), x.Text.In(lang), options(x.Options, lang),
					options(x.Units, lang), x.Core, x.Privacy, x.Source, x.Version,
				}
				if !yield(row, nil) {
					return
				}
			}
		},
	}
}

// options are "id: text", one a line.
func options(all []form.Option, lang string) any {
	var lines []string
	for _, o := range all {
		lines = append(lines, o.ID+": "+o.Text.In(lang))
	}
	return text(strings.Join(lines, "\n"))
}
