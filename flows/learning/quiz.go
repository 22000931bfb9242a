package learning

import (
	"slices"
	"strconv"
	"strings"

	"visesbot/flows"
	"visesbot/flows/talk"
)

// checkPressed takes a press on an option of a check: "BLOCK~OPTION", or
// "BLOCK~" when the ticks are the answer.
func checkPressed(t *talk.Turn, arg string) {
	block, option, _ := strings.Cut(arg, "~")
	_, b := t.Block()
	n, err := strconv.Atoi(block)
	if b == nil {
		t.Ways.Home(t)
		return
	}
	if err != nil || n != t.Session.Module.Block || b.Kind != flows.CheckBlock {
		if n != t.Session.Module.Block-1 { // the second tap of two says nothing
			ShowBlock(t)
		}
		return
	}
	switch {
	case option == "":
		checked(t, b, t.Session.Module.Picks)
	case b.Multiple:
		tickCheck(t, option)
	default:
		checked(t, b, []string{option})
	}
}

func tickCheck(t *talk.Turn, option string) {
	picks := slices.DeleteFunc(slices.Clone(t.Session.Module.Picks), func(o string) bool { return o == option })
	if len(picks) == len(t.Session.Module.Picks) {
		picks = append(picks, option)
	}
	at(t, t.Session.Module.Block, picks)
	m, b := t.Block()
	t.Replace(blockCard(t, m, b))
}

// checked answers every option that was picked, and lets the person try again
// or go on: a check teaches, it does not grade.
func checked(t *talk.Turn, b *flows.Block, picks []string) {
	m, _ := t.Block()
	lines := []flows.Line{{Style: flows.Heading, Text: b.Title.In(t.Lang())}}
	lines = append(lines, bodyLines(b.Text.In(t.Lang()))...)
	right := rightAnswer(b, picks)
	notifyChecked(t, b, picks, right)
	for _, o := range b.Options {
		if slices.Contains(picks, o.ID) {
			lines = append(lines,
				flows.Line{Style: flows.Own, Text: mark(o.Right) + " " + o.Text.In(t.Lang())},
				flows.Line{Style: flows.Body, Text: o.Feedback.In(t.Lang())})
		}
	}
	n := strconv.Itoa(t.Session.Module.Block)
	rows := [][]flows.Button{talk.Row(talk.Primary(nextLabel(t, m), flows.Press(flows.VerbNext, n)))}
	if !right {
		rows = append([][]flows.Button{talk.Row(talk.Button(t.Word("check.retry"), flows.Press(flows.VerbLearn, m.ID)))}, rows...)
	}
	at(t, t.Session.Module.Block, nil)
	t.AnswerTo(flows.Card{Lines: lines, Buttons: append(rows, talk.Row(talk.Quiet(t.Word("later"), flows.Press(flows.VerbLater)), talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome))))})
}

func mark(right bool) string {
	if right {
		return "✓"
	}
	return "✗"
}

func rightAnswer(b *flows.Block, picks []string) bool {
	for _, o := range b.Options {
		if o.Right != slices.Contains(picks, o.ID) && (b.Multiple || o.Right) {
			return false
		}
	}
	return true
}
