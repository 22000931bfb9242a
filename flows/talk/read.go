package talk

import (
	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// ReadDate reads a day; a month or a year alone means its first day. Of a range
// no day is taken.
func (t *Turn) ReadDate() (form.Value, bool) {
	day, ok := parse.ReadDate(t.Event.Text, t.Lang(), t.Event.At).One()
	return form.Value{Date: day}, ok
}
