package bot

import (
	"fmt"
	"slices"

	"visesbot/flows"
)

// answers tells whether a button answers a question; the others lead about.
func answers(b flows.Button) bool { return b.Kind == "choice" || b.Kind == "tick" }

// tickCost is what a tick adds to a label, in UTF-16 units.
const tickCost = 2

// numbersInRow is how many number buttons stand beside each other.
const numbersInRow = 5

// offer splits the buttons of a card into lines of text and rows that the
// channel can carry. Choices are numbered in the order shown, which is how the
// conversation understands a typed number.
func offer(rows [][]flows.Button, can Capabilities) ([]flows.Line, [][]flows.Button) {
	choices, others := byKind(rows)
	if can.NoButtons {
		return append(numbered(choices), named(others)...), nil
	}
	var lines []flows.Line
	long := func(b flows.Button) bool { return tooWide(b, can) }
	switch {
	case can.Buttons > 0 && len(choices)+len(others) > can.Buttons:
		lines = numbered(choices)
		if len(others) > can.Buttons {
			lines = append(lines, named(others[can.Buttons:])...)
			others = others[:can.Buttons]
		}
		rows = [][]flows.Button{others}
		if can.Row == 0 {
			rows = single(others)
		}
	case slices.ContainsFunc(choices, long):
		lines = numbered(choices)
		rows = append(digits(choices), without(rows)...)
	}
	if slices.ContainsFunc(others, long) {
		lines = append(lines, named(slices.DeleteFunc(slices.Clone(others), func(b flows.Button) bool { return !long(b) }))...)
	}
	return lines, fold(rows, can)
}

func byKind(rows [][]flows.Button) (choices, others []flows.Button) {
	for _, b := range slices.Concat(rows...) {
		if answers(b) {
			choices = append(choices, b)
		} else {
			others = append(others, b)
		}
	}
	return choices, others
}

// tooWide tells whether a label does not fit, with room for a tick.
func tooWide(b flows.Button, can Capabilities) bool {
	return can.LabelMax > 0 && units(b.Label)+tickCost > can.LabelMax
}

// numbered lists choices as they can be typed.
func numbered(choices []flows.Button) []flows.Line {
	lines := make([]flows.Line, 0, len(choices))
	for i, b := range choices {
		lines = append(lines, flows.Line{Style: flows.Body, Text: fmt.Sprintf("%d. %s%s", i+1, tick(b), b.Label)})
	}
	return lines
}

// named lists buttons that are not there, by the words to type.
func named(buttons []flows.Button) []flows.Line {
	lines := make([]flows.Line, 0, len(buttons))
	for _, b := range buttons {
		lines = append(lines, flows.Line{Style: flows.Hint, Text: "[" + tick(b) + b.Label + "]"})
	}
	return lines
}

func tick(b flows.Button) string {
	if b.On {
		return "✓ "
	}
	return ""
}

// digits are the buttons of a numbered list.
func digits(choices []flows.Button) [][]flows.Button {
	var all []flows.Button
	for i, b := range choices {
		b.Label = fmt.Sprint(i + 1)
		all = append(all, b)
	}
	return slices.Collect(slices.Chunk(all, numbersInRow))
}

func single(buttons []flows.Button) [][]flows.Button {
	return slices.Collect(slices.Chunk(buttons, 1))
}

// without gives the rows without choices.
func without(rows [][]flows.Button) [][]flows.Button {
	var left [][]flows.Button
	for _, row := range rows {
		row = slices.DeleteFunc(slices.Clone(row), answers)
		if len(row) > 0 {
			left = append(left, row)
		}
	}
	return left
}

// fold makes no row longer and no label wider than the channel takes.
func fold(rows [][]flows.Button, can Capabilities) [][]flows.Button {
	var folded [][]flows.Button
	for _, row := range rows {
		row = slices.Clone(row)
		for i := range row {
			if tooWide(row[i], can) {
				row[i].Label = shortened(row[i].Label, can.LabelMax-tickCost)
			}
		}
		n := len(row)
		if can.Row > 0 {
			n = min(n, can.Row)
		}
		if n > 0 {
			folded = slices.AppendSeq(folded, slices.Chunk(row, n))
		}
	}
	return folded
}
