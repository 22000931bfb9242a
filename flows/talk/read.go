package talk

import (
	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// ReadDate reads a day; a month or a year alone means its first day.
func (t *Turn) ReadDate() (form.Value, bool) {
	if day, ok := parse.Date(t.Event.Text, t.Lang(), t.Event.At); ok {
		return form.Value{Date: day}, true
	}
	from, _, ok := parse.Period(t.Event.Text, t.Lang(), t.Event.At)
	return form.Value{Date: from}, ok
}
