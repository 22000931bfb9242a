package office

import (
	"strings"
	"time"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/parse"
)

// instructed does what a typed word asks for instead of answering: back, skip,
// done, stop. Where free text is asked for, a bare word is the answer.
func (q *asking) instructed(v *Visit, at int) bool {
	field := q.form.Fields[at]
	if field.Kind == bot.TextField || field.Kind == bot.LongField {
		return false
	}
	typed := parse.ReadCommand(v.Event.Text, v.Script.Commands.Words(flows.InPrivate))
	switch {
	case typed.Is(parse.Back):
		q.back(at)
	case typed.Is(parse.Done) && field.Kind == bot.TicksField:
		q.take(v, pick{given: true, short: true, field: at, what: pickDone})
	case typed.Is(parse.Skip) && field.Optional:
		q.set(field, []string{})
	default:
		return false
	}
	return true
}

// readFor reads a text for a field; false when it is nothing of the kind.
func readFor(v *Visit, field bot.Field) ([]string, bool) {
	text := strings.TrimSpace(v.Event.Text)
	if field.Files && len(v.Event.Files) > 0 {
		return []string{text}, true
	}
	if text == "" {
		return nil, false
	}
	switch field.Kind {
	case bot.DateField:
		day, ok := parse.Date(text, v.Lang, v.Now())
		if !ok {
			var err error
			day, err = time.Parse(time.DateOnly, text)
			ok = err == nil
		}
		return []string{day.Format(time.DateOnly)}, ok
	case bot.TimeField:
		at, ok := parse.Clock(text)
		return []string{at}, ok
	case bot.ChoiceField, bot.TicksField:
		return chosenBy(text, v.Lang, field)
	}
	return []string{text}, true
}

// chosenBy finds the options that a text names, by their numbers or their words:
// one of a choice, any of ticks.
func chosenBy(text, lang string, field bot.Field) ([]string, bool) {
	var options []parse.Option
	for _, o := range field.Options {
		options = append(options, parse.Option{ID: o.ID, Label: o.Label})
	}
	ids, rest := parse.Choices(text, lang, options)
	if len(ids) == 0 || len(rest) > 0 || field.Kind == bot.ChoiceField && len(ids) != 1 {
		return nil, false
	}
	return ids, true
}
