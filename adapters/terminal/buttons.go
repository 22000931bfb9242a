package terminal

import (
	"fmt"
	"strings"
	"unicode"

	"visesbot/bot"
	"visesbot/flows"
)

// list is the buttons of a message in the order shown.
type list struct {
	buttons []flows.Button // choices first
	choices int
	rows    []int // how many of the others stand beside each other, row by row
	typing  bool  // the card asks for something to be typed, so a number may be meant as such
}

// remembered is how many lists can still be pressed by label.
const remembered = 100

func listOf(m bot.Message) list {
	l := list{typing: m.Input != flows.NoInput}
	var others []flows.Button
	for _, row := range m.Buttons {
		before := len(others)
		for _, b := range row {
			if b.Kind == "choice" || b.Kind == "tick" {
				l.buttons = append(l.buttons, b)
			} else {
				others = append(others, b)
			}
		}
		if n := len(others) - before; n > 0 {
			l.rows = append(l.rows, n)
		}
	}
	l.choices = len(l.buttons)
	l.buttons = append(l.buttons, others...)
	return l
}

// remember keeps the list of a message. A message that asks for nothing leaves
// the list before it as the newest.
func (t *Terminal) remember(m bot.Message) {
	l := listOf(m)
	if len(l.buttons) == 0 && !l.typing {
		return
	}
	t.lists = append(t.lists, l)
	t.lists = t.lists[max(0, len(t.lists)-remembered):]
}

func (t *Terminal) newest() list {
	if len(t.lists) == 0 {
		return list{}
	}
	return t.lists[len(t.lists)-1]
}

// offered writes a list: a choice a line, the others row by row.
func (t *Terminal) offered(l list) string {
	var out strings.Builder
	for i, b := range l.buttons[:l.choices] {
		out.WriteString(t.paragraph(fmt.Sprintf("%3d  ", i+1), label(b), t.pens.plain))
	}
	next := l.choices
	for _, n := range l.rows {
		var row []string
		for _, b := range l.buttons[next : next+n] {
			next++
			row = append(row, l.key(next)+unbroken(" "+label(b)))
		}
		line := t.paragraph("  ", strings.Join(row, "   "), t.pens.button)
		out.WriteString(strings.ReplaceAll(line, hardSpace, " "))
	}
	return out.String()
}

// key is what to type for a button that is no choice.
func (l list) key(n int) string {
	if l.typing {
		return fmt.Sprintf("/%d", n)
	}
	return fmt.Sprintf("%d", n)
}

func label(b flows.Button) string {
	if b.On {
		return "✓ " + visible(b.Label)
	}
	return visible(b.Label)
}

// hardSpace keeps words together while lines are wrapped.
const hardSpace = "\u00a0"

func unbroken(s string) string { return strings.ReplaceAll(s, " ", hardSpace) }

// folded is a label as it is compared: without case, and without signs around.
func folded(label string) string {
	return strings.ToLower(strings.TrimFunc(label, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r)
	}))
}
