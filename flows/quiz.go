package flows

import (
	"slices"
	"strconv"
	"strings"
)

// checkPressed takes a press on an option of a check: "BLOCK~OPTION", or
// "BLOCK~" when the ticks are the answer.
func (st *step) checkPressed(arg string) {
	block, option, _ := strings.Cut(arg, "~")
	_, b := st.block()
	n, err := strconv.Atoi(block)
	if b == nil || err != nil || n != st.s.Module.Block || b.Kind != CheckBlock {
		return
	}
	switch {
	case option == "":
		st.checked(b, st.s.Module.Picks)
	case b.Multiple:
		st.tickCheck(option)
	default:
		st.checked(b, []string{option})
	}
}

func (st *step) tickCheck(option string) {
	picks := slices.DeleteFunc(slices.Clone(st.s.Module.Picks), func(o string) bool { return o == option })
	if len(picks) == len(st.s.Module.Picks) {
		picks = append(picks, option)
	}
	st.at(st.s.Module.Block, picks)
	m, b := st.block()
	st.replace(st.blockCard(m, b))
}

// checked answers every option that was picked, and lets the person try again
// or go on: a check teaches, it does not grade.
func (st *step) checked(b *Block, picks []string) {
	m, _ := st.block()
	lines := []Line{{Style: Heading, Text: b.Title.In(st.lang())}}
	lines = append(lines, bodyLines(b.Text.In(st.lang()))...)
	right := rightAnswer(b, picks)
	st.tellChecked(b, picks, right)
	for _, o := range b.Options {
		if slices.Contains(picks, o.ID) {
			lines = append(lines,
				Line{Style: Own, Text: mark(o.Right) + " " + o.Text.In(st.lang())},
				Line{Style: Body, Text: o.Feedback.In(st.lang())})
		}
	}
	n := strconv.Itoa(st.s.Module.Block)
	rows := [][]Button{row(primary(st.nextLabel(m), bNext+"~"+n))}
	if !right {
		rows = append([][]Button{row(button(st.word("check.retry"), bLearn+"~"+m.ID))}, rows...)
	}
	st.at(st.s.Module.Block, nil)
	st.answerTo(Card{Lines: lines, Buttons: append(rows, row(quiet(st.word("later"), bLater), quiet(st.word("home"), bHome)))})
}

func mark(right bool) string {
	if right {
		return "✓"
	}
	return "✗"
}

func rightAnswer(b *Block, picks []string) bool {
	for _, o := range b.Options {
		if o.Right != slices.Contains(picks, o.ID) && (b.Multiple || o.Right) {
			return false
		}
	}
	return true
}
