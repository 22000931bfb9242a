package meeting

import (
	"strconv"

	"visesbot/bot"
	"visesbot/bot/gathering"
	"visesbot/bot/office"
	"visesbot/flows"
)

func count(n int) string { return strconv.Itoa(n) }

// Form gives the form that a button of this room opens.
func (Room) Form(v *office.Visit) (bot.Form, bool, error) {
	args := append(v.Args(), "", "")
	switch args[0] {
	case "new":
		return planForm(v, map[string]string{}), len(v.Programme.CohortsOf(v.Member.ID)) > 0, nil
	case "time":
		return hoursForm(v), v.Programme.Accompanies(v.Member.ID, args[1]), nil
	case "fix":
		return fixForm(v, args[1], args[2])
	}
	m, ok, err := find(v, args[1])
	if err != nil || !ok || !m.open(v) {
		return bot.Form{}, false, err
	}
	switch args[0] {
	case "edit":
		return planForm(v, m.Fields), true, nil
	case "here":
		return hereForm(v, m)
	case "park":
		return bot.Form{Title: v.Word("meet.park"), Submit: v.Word("meet.park.add"), Fields: []bot.Field{
			{ID: "text", Kind: bot.TextField, Label: v.Word("meet.park.text")},
		}}, true, nil
	case "end":
		return bot.Form{Title: v.Word("meet.end"), Submit: v.Word("meet.end.send"), Fields: []bot.Field{
			{ID: "next", Kind: bot.LongField, Label: v.Word("meet.end.next"), Optional: true},
			{ID: "day", Kind: bot.DateField, Label: v.Word("meet.end.day"), Optional: true},
		}}, true, nil
	case "hours":
		return hoursForm(v), m.alone(), nil
	}
	return bot.Form{}, false, nil
}

func hoursForm(v *office.Visit) bot.Form {
	return bot.Form{Title: v.Word("meet.hours"), Submit: v.Word("meet.hours.keep"), Fields: []bot.Field{
		{ID: "minutes", Kind: bot.TextField, Label: v.Word("meet.hours.minutes")},
		{ID: "note", Kind: bot.LongField, Label: v.Word("meet.hours.note"), Optional: true},
	}}
}

// planForm asks for all that makes a meeting.
func planForm(v *office.Visit, now map[string]string) bot.Form {
	p := gathering.Plan{Form: bot.Form{Title: v.Word("meet.plan"), Submit: v.Word("meet.look")}, Now: now}
	add := func(id string, kind bot.FieldKind, label, hint string, optional bool, options ...bot.FieldOption) {
		p.Ask(bot.Field{ID: id, Kind: kind, Label: label, Hint: hint, Optional: optional, Options: options})
	}
	var whom, modules []bot.FieldOption
	for _, c := range choices(v) {
		whom = append(whom, bot.FieldOption{ID: c.tag(), Label: c.label})
	}
	for _, m := range v.Script.Modules {
		if m.Facilitator != nil {
			modules = append(modules, bot.FieldOption{ID: m.ID, Label: m.ID + " · " + m.Title.In(v.Lang)})
		}
	}
	var kinds []bot.FieldOption
	for _, kind := range flows.MeetingKinds() {
		kinds = append(kinds, bot.FieldOption{ID: kind, Label: v.Word("meet.kind." + kind)})
	}
	add("title", bot.TextField, v.Word("meet.field.title"), "", false)
	add("kind", bot.ChoiceField, v.Word("meet.field.kind"), "", false, kinds...)
	add("for", bot.ChoiceField, v.Word("meet.field.for"), v.Word("meet.field.for.hint"), false, whom...)
	add("date", bot.DateField, v.Word("meet.field.date"), "", false)
	add("from", bot.TimeField, v.Word("meet.field.from"), "", false)
	add("until", bot.TimeField, v.Word("meet.field.until"), "", false)
	add("place", bot.TextField, v.Word("meet.field.place"), v.Word("meet.field.place.hint"), true)
	add("link", bot.TextField, v.Word("meet.field.link"), "", true)
	add("module", bot.ChoiceField, v.Word("meet.field.module"), v.Word("meet.field.module.hint"), true, modules...)
	add("note", bot.LongField, v.Word("meet.field.note"), "", true)
	return p.Form
}

// hereForm ticks who is there; at first, who said that they come.
func hereForm(v *office.Visit, m meeting) (bot.Form, bool, error) {
	all, err := people(v, m)
	if err != nil {
		return bot.Form{}, false, err
	}
	field := bot.Field{ID: "here", Kind: bot.TicksField, Label: v.Word("meet.here.who"), Optional: true}
	for _, p := range all[:min(len(all), 100)] {
		field.Options = append(field.Options, bot.FieldOption{ID: p.key(), Label: p.label(v)})
	}
	for _, p := range room(all) {
		field.Value = append(field.Value, p.key())
	}
	return bot.Form{Title: v.Word("meet.here"), Submit: v.Word("meet.here.keep"), Fields: []bot.Field{field}}, len(all) > 0, nil
}

// headLines say what, for whom, when and where a meeting is.
func headLines(v *office.Visit, m meeting) []flows.Line {
	lines := []flows.Line{
		{Style: flows.Heading, Text: m.Fields["title"]},
		{Style: flows.Body, Text: v.Word("meet.kind."+m.Fields["kind"]) + " · " + m.who(v.Programme)},
		{Style: flows.Body, Text: m.when(v)},
	}
	if m.Fields["place"] != "" {
		lines = append(lines, flows.Line{Style: flows.Body, Text: v.Word("meet.place", "place", m.Fields["place"])})
	}
	if m.Fields["link"] != "" {
		lines = append(lines, flows.Line{Style: flows.Link, Text: v.Word("meet.link"), URL: m.Fields["link"]})
	}
	if m.Fields["note"] != "" {
		lines = append(lines, flows.Line{Style: flows.Own, Text: m.Fields["note"], Lang: m.Fields["lang"]})
	}
	if m.Fields["module"] != "" {
		lines = append(lines, flows.Line{Style: flows.Hint, Text: v.Word("meet.module", "module", m.Fields["module"])})
	}
	return lines
}
