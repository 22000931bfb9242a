package office

import (
	"slices"
	"strconv"

	"visesbot/bot"
	"visesbot/flows"
)

// longestPick is how long the id of an option may be to stand on a button; a
// longer one is named by its number.
const longestPick = 30

// card asks one field.
func (q *asking) card(v *Visit, at int) flows.Card {
	field := q.form.Fields[at]
	c := flows.Card{Input: inputs()[field.Kind]}
	if q.lost {
		c.Lines = append(c.Lines, flows.Line{Style: flows.Body, Text: v.Word("ask.again")})
	}
	if at == 0 && !q.lost {
		c.Lines = append(c.Lines, q.form.Lines...)
	}
	c.Lines = append(c.Lines, flows.Line{Style: flows.Heading, Text: field.Label})
	for _, hint := range []string{field.Hint, q.how(v, field)} {
		if hint != "" {
			c.Lines = append(c.Lines, flows.Line{Style: flows.Hint, Text: hint})
		}
	}
	c.Buttons = append(q.options(v, at), q.ways(v, at)...)
	return c
}

// how says how something is typed that has to be typed in some way.
func (q *asking) how(v *Visit, field bot.Field) string {
	switch field.Kind {
	case bot.DateField:
		return v.Word("ask.date")
	case bot.TimeField:
		return v.Word("ask.time")
	case bot.TicksField:
		return v.Word("ask.ticks")
	}
	return ""
}

// options are the buttons of what can be chosen.
func (q *asking) options(v *Visit, at int) (rows [][]flows.Button) {
	field := q.form.Fields[at]
	kind := "choice"
	if field.Kind == bot.TicksField {
		kind = "tick"
	}
	for i, o := range field.Options {
		what := o.ID
		if len(what) > longestPick {
			what = "#" + strconv.Itoa(i)
		}
		on := slices.Contains(field.Value, o.ID)
		if field.Kind == bot.TicksField {
			on = slices.Contains(q.ticks(field), o.ID)
		}
		rows = append(rows, []flows.Button{{Label: o.Label, Data: q.data(v, at, what), On: on, Kind: kind}})
	}
	if field.Kind == bot.TicksField {
		rows = append(rows, []flows.Button{{Label: v.Word("done"), Data: q.data(v, at, pickDone), Kind: "primary"}})
	}
	if len(field.Value) > 0 && len(field.Options) == 0 {
		kept := v.Word("ask.keep", "value", clipped(field.Value[0]))
		rows = append(rows, []flows.Button{{Label: kept, Data: q.data(v, at, pickKeep), Kind: "primary"}})
	}
	return rows
}

// ways are the buttons that lead on without an answer, back, and out.
func (q *asking) ways(v *Visit, at int) [][]flows.Button {
	var row []flows.Button
	if at > 0 {
		row = append(row, flows.Button{Label: v.Word("ask.back"), Data: q.data(v, at, pickBack), Kind: "quiet"})
	}
	if field := q.form.Fields[at]; field.Optional && field.Kind != bot.TicksField {
		row = append(row, flows.Button{Label: v.Word("skip"), Data: q.data(v, at, pickSkip), Kind: "quiet"})
	}
	row = append(row, flows.Button{Label: v.Word("ask.cancel"), Data: q.data(v, at, pickCancel), Kind: "quiet"})
	return [][]flows.Button{row}
}

// data says which room, which field and what.
func (q *asking) data(v *Visit, at int, what string) string {
	return Press(v.Verb, "") + fieldMark + strconv.Itoa(at) + "." + what
}

// clipped is a value as it stands on a button.
func clipped(s string) string {
	const most = 30
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}

// inputs are what may be typed for a field.
func inputs() map[bot.FieldKind]flows.Input {
	return map[bot.FieldKind]flows.Input{
		bot.TextField: flows.LineInput, bot.LongField: flows.LongInput, bot.DateField: flows.DateInput, bot.TimeField: flows.LineInput,
	}
}
