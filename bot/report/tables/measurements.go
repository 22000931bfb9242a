package tables

import (
	"time"

	"visesbot/bot/register"
	"visesbot/bot/report"
	"visesbot/flows/form"
)

// measurementColumns are what is told of a value.
func measurementColumns() []string {
	return []string{
		"enterprise", "enterprise_name", "stakeholder", "change", "in_scope", "indicator", "indicator_label", "version", "nature", "unit", "method",
		"start", "target", "moment", "from", "until", "value", "text", "reached", "asked", "confidence",
	}
}

// Measurements is the table of the values of several enterprises, read one after
// the other, in the order of the questionnaire and of time.
func Measurements(q *form.Questionnaire, lang string, now time.Time, enterprises []string, of func(string) (form.Source, error)) register.Grid {
	return register.Grid{Name: "measurements", Columns: measurementColumns(), Rows: func(yield func([]any, error) bool) {
		for _, e := range enterprises {
			src, err := of(e)
			if err != nil {
				yield(nil, err)
				return
			}
			for _, v := range report.Values(form.Open(q, src, now), lang) {
				if !yield(cells(v), nil) {
					return
				}
			}
		}
	}}
}

func cells(v report.Measured) []any {
	return []any{
		v.Enterprise, v.Name, v.Stakeholder, v.Change, v.InScope, v.Indicator, v.Label, v.Version, v.Nature, v.Unit, v.Method,
		number(v.Start), text(v.Target), v.Moment, day(v.From), day(v.Until), number(v.Value), text(v.Text), number(v.Reached), number(v.Asked),
		number(v.Confidence),
	}
}

func number(n *float64) any {
	if n == nil {
		return nil
	}
	return *n
}

func text(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func day(at time.Time) any {
	if at.IsZero() {
		return nil
	}
	return register.Day(at)
}
