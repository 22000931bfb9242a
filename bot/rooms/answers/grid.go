package answers

import (
	"context"
	"fmt"
	"time"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows/form"
)

// columns are the names of the columns, the same in every language: other
// programs go by them.
func columns() []string {
	return []string{
		"enterprise", "enterprise_name", "question", "number", "item", "item_label", "question_text", "value", "numeric_value",
		"unit", "date", "until", "state", "reason", "to", "role", "language", "time", "revision", "question_version",
		"content_version", "archived",
	}
}

// Of reads the rows of an enterprise's dossier, as it is now.
func Of(ctx context.Context, s bot.Store, q *form.Questionnaire, enterprise, lang string, now time.Time) (rows []Row, err error) {
	err = office.Look(ctx, s, enterprise, func(src form.Source) error {
		rows = Read(q, src, lang, now)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the answers of %s: %w", enterprise, err)
	}
	return rows, nil
}

// Grid is the table of several enterprises, read one after the other.
func Grid(enterprises []string, of func(enterprise string) ([]Row, error)) register.Grid {
	return register.Grid{Name: "answers", Columns: columns(), Rows: func(yield func([]any, error) bool) {
		for _, e := range enterprises {
			rows, err := of(e)
			if err != nil {
				yield(nil, err)
				return
			}
			for _, r := range rows {
				if !yield(r.cells(), nil) {
					return
				}
			}
		}
	}}
}

// cells are what stands in the columns; nil where there is nothing.
func (r Row) cells() []any {
	return []any{
		r.Enterprise, r.Name, r.Question, r.Number, r.Item, r.Label, r.Text, r.Value, amount(r.Amount),
		r.Unit, day(r.Date), day(r.Until), r.State, r.Reason, r.To, r.Role, r.Lang, r.At, r.Revision, r.Version,
		r.Content, r.Archived,
	}
}

func amount(n *float64) any {
	if n == nil {
		return nil
	}
	return *n
}

func day(at time.Time) any {
	if at.IsZero() {
		return nil
	}
	return register.Day(at)
}
