package office

import (
	"maps"
	"slices"
	"strings"

	"visesbot/bot"
	"visesbot/flows"
)

// asks fills in a form field by field, where a channel has no forms: a press
// that opens a form and brings no fields. It is false when there is nothing to
// ask (any more), and the room sees the visit with all fields.
func (v *Visit) asks(r Room) bool {
	opener, ok := r.(Opener)
	if !ok || v.Press == "" || v.Fields != nil || v.Event.Kind != flows.Pressed && v.Event.Kind != flows.Said {
		v.Session.Desk = nil
		return false
	}
	pressed, picked, _ := strings.Cut(v.Press, fieldMark)
	v.Press = pressed
	_, v.Arg, _ = split(pressed)
	f, ok, err := opener.Form(v)
	if err != nil || !ok {
		v.Session.Desk = nil
		return false
	}
	desk := flows.Desk{Press: pressed, Fields: map[string][]string{}}
	if old := v.Session.Desk; old != nil && old.Press == pressed && (picked != "" || v.Event.Kind == flows.Said) {
		desk.Fields, desk.Field = maps.Clone(old.Fields), old.Field
		if desk.Fields == nil {
			desk.Fields = map[string][]string{}
		}
		v.takes(f, &desk, picked)
	}
	next := v.nextField(f, desk)
	if next == nil {
		v.Fields, v.Session.Desk = desk.Fields, nil
		return false
	}
	desk.Field = next.ID
	v.Session.Desk = &desk
	v.askField(f, *next, desk)
	return true
}

// fieldMark stands between the data of a form's button and what is picked for
// the field that is asked.
const fieldMark = "="

// The picks that are no options.
const (
	pickDone = "-done"
	pickSkip = "-skip"
)

// takes reads what was said or picked for the field that was asked.
func (v *Visit) takes(f bot.Form, desk *flows.Desk, picked string) {
	i := slices.IndexFunc(f.Fields, func(x bot.Field) bool { return x.ID == desk.Field })
	if i < 0 {
		return
	}
	field := f.Fields[i]
	value := picked
	if picked == "" {
		value = v.typedFor(field)
	}
	switch {
	case picked == pickSkip:
		desk.Fields[field.ID] = []string{}
	case picked == pickDone:
		if desk.Fields[field.ID] == nil {
			desk.Fields[field.ID] = []string{}
		}
		desk.Fields[field.ID+pickDone] = []string{"1"}
	case value == "":
	case field.Kind == bot.TicksField:
		desk.Fields[field.ID] = toggled(desk.Fields[field.ID], value)
	default:
		desk.Fields[field.ID] = []string{value}
	}
}

// typedFor reads a text for a field: of a choice, the label of an option.
func (v *Visit) typedFor(field bot.Field) string {
	text := strings.TrimSpace(v.Event.Text)
	if len(field.Options) == 0 {
		return text
	}
	for _, o := range field.Options {
		if strings.EqualFold(o.Label, text) || o.ID == text {
			return o.ID
		}
	}
	return ""
}

func toggled(all []string, one string) []string {
	if at := slices.Index(all, one); at >= 0 {
		return slices.Delete(slices.Clone(all), at, at+1)
	}
	return append(slices.Clone(all), one)
}

// nextField is the first field that was not asked yet.
func (v *Visit) nextField(f bot.Form, desk flows.Desk) *bot.Field {
	for i, field := range f.Fields {
		_, told := desk.Fields[field.ID]
		_, done := desk.Fields[field.ID+pickDone]
		if !told || field.Kind == bot.TicksField && !done {
			return &f.Fields[i]
		}
	}
	for _, field := range f.Fields {
		delete(desk.Fields, field.ID+pickDone)
	}
	return nil
}

// askField asks one field.
func (v *Visit) askField(f bot.Form, field bot.Field, desk flows.Desk) {
	c := flows.Card{Lines: append(slices.Clone(f.Lines), flows.Line{Style: flows.Heading, Text: field.Label}), Input: inputs()[field.Kind]}
	if field.Hint != "" {
		c.Lines = append(c.Lines, flows.Line{Style: flows.Hint, Text: field.Hint})
	}
	for _, o := range field.Options {
		c.Buttons = append(c.Buttons, []flows.Button{{
			Label: o.Label, Data: desk.Press + fieldMark + o.ID, On: slices.Contains(desk.Fields[field.ID], o.ID), Kind: "choice",
		}})
	}
	if field.Kind == bot.TicksField {
		c.Buttons = append(c.Buttons, []flows.Button{{Label: v.Word("done"), Data: desk.Press + fieldMark + pickDone, Kind: "primary"}})
	}
	if field.Optional && field.Kind != bot.TicksField {
		c.Buttons = append(c.Buttons, []flows.Button{{Label: v.Word("skip"), Data: desk.Press + fieldMark + pickSkip, Kind: "quiet"}})
	}
	c.Buttons = append(c.Buttons, v.Home())
	v.Say(c)
}

// inputs are what may be typed for a field.
func inputs() map[bot.FieldKind]flows.Input {
	return map[bot.FieldKind]flows.Input{
		bot.TextField: flows.LineInput, bot.LongField: flows.LongInput, bot.DateField: flows.LineInput, bot.TimeField: flows.LineInput,
	}
}
