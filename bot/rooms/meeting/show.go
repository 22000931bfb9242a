package meeting

import (
	"slices"
	"strings"

	"visesbot/bot/office"
	"visesbot/flows"
	"visesbot/flows/form"
)

// fresh shows a card of this meeting again in place, as the mailbox asks for.
func fresh(v *office.Visit, m meeting) error {
	if v.Event.Note == nil {
		return show(v, m, false)
	}
	what, step, _ := strings.Cut(v.Event.Note.Text, "~")
	switch what {
	case "run":
		return runSheet(v, m, step)
	case "poll":
		return showPoll(v, m)
	case "new":
		return show(v, m, false)
	}
	return show(v, m, true)
}

// show is the card of a meeting for who leads it.
func show(v *office.Visit, m meeting, silent bool) error {
	if m.State() == draft {
		return preview(v, m)
	}
	all, err := people(v, m)
	if err != nil {
		return err
	}
	lines, err := parked(v, m)
	if err != nil {
		return err
	}
	c := flows.Card{ID: verb + "-" + m.ID, Replace: silent, Silent: silent, Lines: headLines(v, m)}
	if m.State() != planned {
		c.Lines = append(c.Lines, flows.Line{Style: flows.Body, Text: v.Word("meet.state." + m.State())})
	}
	c.Lines = append(c.Lines, flows.Line{Style: flows.Body, Text: tally(v, all)})
	for _, p := range all[:min(len(all), 30)] {
		c.Lines = append(c.Lines, flows.Line{Style: flows.Bullet, Text: p.mark() + " " + p.label(v)})
	}
	for i, e := range lines {
		if i == 0 {
			c.Lines = append(c.Lines, flows.Line{Style: flows.Body, Text: v.Word("meet.parked")})
		}
		c.Lines = append(c.Lines, flows.Line{Style: flows.Own, Text: e.Fields["text"], Lang: e.Fields["lang"]})
	}
	if m.alone() {
		text, err := budget(v, m.Fields["enterprise"])
		if err != nil {
			return err
		}
		c.Lines = append(c.Lines, text...)
	}
	if f, ok := m.File(verb, v.Lang); ok {
		c.Files = []form.File{f}
	}
	c.Buttons = append(buttons(v, m), v.Home())
	if silent {
		c.Files = nil
	}
	v.Say(c)
	return nil
}

// tally counts the answers.
func tally(v *office.Visit, all []person) string {
	yes, no, here := 0, 0, 0
	for _, p := range all {
		switch {
		case p.Fields["answer"] == "yes":
			yes++
		case p.Fields["answer"] == "no":
			no++
		}
		if p.Fields["here"] != "" {
			here++
		}
	}
	text := v.Word("meet.tally", "yes", count(yes), "no", count(no), "open", count(len(all)-yes-no))
	if here > 0 {
		text += " · " + v.Word("meet.tally.here", "n", count(here))
	}
	return text
}

// buttons are what can be done about a meeting now.
func buttons(v *office.Visit, m meeting) (rows [][]flows.Button) {
	button := func(label, act, kind string) flows.Button {
		return flows.Button{Label: label, Data: office.Press(verb, act, m.ID), Kind: kind}
	}
	if m.alone() && m.State() != cancelled {
		rows = append(rows, []flows.Button{button(v.Word("meet.hours"), "hours", "form")})
	}
	if m.State() != planned {
		return rows
	}
	first := []flows.Button{button(v.Word("meet.here"), "here", "form")}
	if sheet(v, m) != nil {
		first = slices.Insert(first, 0, button(v.Word("meet.run"), "run", "primary"))
	}
	return append(rows, first,
		[]flows.Button{button(v.Word("meet.park"), "park", "form"), button(v.Word("meet.end"), "end", "form")},
		[]flows.Button{button(v.Word("meet.edit"), "edit", "form"), button(v.Word("meet.cancel"), "cancel", "quiet")})
}

// really asks before a meeting is cancelled.
func really(v *office.Visit, m meeting) error {
	if m.State() != planned {
		return show(v, m, false)
	}
	v.Tell(v.Word("meet.cancel.really", "title", m.Fields["title"]),
		[]flows.Button{
			{Label: v.Word("meet.cancel.yes"), Data: office.Press(verb, "off", m.ID)},
			{Label: v.Word("meet.cancel.no"), Data: office.Press(verb, "show", m.ID), Kind: "quiet"},
		})
	return nil
}
