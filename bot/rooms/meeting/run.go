package meeting

import (
	"slices"
	"strconv"
	"strings"

	"visesbot/bot/office"
	"visesbot/flows"
)

// sheet is the module that a meeting follows, with its run-sheet; nil when there
// is none.
func sheet(v *office.Visit, m meeting) *flows.Module {
	at := slices.IndexFunc(v.Script.Modules, func(x *flows.Module) bool {
		return strings.EqualFold(x.ID, m.Fields["module"]) && x.Facilitator != nil
	})
	if at < 0 {
		return nil
	}
	return v.Script.Modules[at]
}

// runSheet shows one step of the run-sheet, in place, with what can be brought to
// the phones.
func runSheet(v *office.Visit, m meeting, step string) error {
	module := sheet(v, m)
	if module == nil || m.State() != planned || len(module.Facilitator.Steps) == 0 {
		return show(v, m, false)
	}
	steps := module.Facilitator.Steps
	n, _ := strconv.Atoi(step)
	n = min(max(n, 0), len(steps)-1)
	s := steps[n]
	c := flows.Card{ID: verb + "-" + m.ID + "-run", Replace: step != "", Lines: []flows.Line{
		{Style: flows.Hint, Text: v.Word("meet.step", "module", module.ID, "step", count(n+1), "steps", count(len(steps)))},
		{Style: flows.Heading, Text: v.Word("meet.step.title", "minutes", count(s.Minutes), "title", s.Title.In(v.Lang))},
		{Style: flows.Body, Text: s.Text.In(v.Lang)},
	}}
	if v.Event.Note != nil && m.Fields["reached"] != "" {
		c.Lines = append(c.Lines, flows.Line{Style: flows.Body, Text: v.Word("meet.pushed", "n", m.Fields["reached"])})
	}
	if n == len(steps)-1 {
		c.Lines = append(c.Lines, flows.Line{Style: flows.Hint, Text: module.Facilitator.Next.In(v.Lang)})
	}
	c.Buttons = append(stepButtons(v, m, module, n), around(v, m, n, len(steps)), v.Home())
	v.Say(c)
	return nil
}

func stepButtons(v *office.Visit, m meeting, module *flows.Module, n int) (rows [][]flows.Button) {
	s := module.Facilitator.Steps[n]
	for _, b := range module.Blocks {
		if slices.Contains(s.Push, b.ID) {
			label := v.Word("meet.push", "block", b.Title.In(v.Lang))
			rows = append(rows, []flows.Button{{Label: label, Data: office.Press(verb, "push", m.ID, strconv.Itoa(n)+"."+b.ID)}})
		}
	}
	if s.Poll {
		rows = append(rows, []flows.Button{{Label: v.Word("meet.poll"), Data: office.Press(verb, "poll", m.ID), Kind: "primary"}})
	}
	return append(rows, []flows.Button{
		{Label: v.Word("meet.here"), Data: office.Press(verb, "here", m.ID), Kind: "form"},
		{Label: v.Word("meet.park"), Data: office.Press(verb, "park", m.ID), Kind: "form"},
	})
}

// around leads to the step before and after, and at the end to the end.
func around(v *office.Visit, m meeting, n, steps int) (row []flows.Button) {
	if n > 0 {
		row = append(row, flows.Button{Label: "‹ " + count(n), Data: office.Press(verb, "run", m.ID, strconv.Itoa(n-1)), Kind: "quiet"})
	}
	if n+1 < steps {
		return append(row, flows.Button{Label: count(n+2) + " ›", Data: office.Press(verb, "run", m.ID, strconv.Itoa(n+1))})
	}
	return append(row, flows.Button{Label: v.Word("meet.end"), Data: office.Press(verb, "end", m.ID), Kind: "form"})
}
