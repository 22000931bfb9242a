package terminal

import (
	"strings"

	"visesbot/bot"
	"visesbot/flows"
)

// pen writes some text in a style.
type pen func(string) string

// pens are the styles of a terminal.
type pens struct{ heading, hint, button, plain pen }

func pensOf(color bool) pens {
	same := func(s string) string { return s }
	if !color {
		return pens{same, same, same, same}
	}
	ansi := func(code string) pen {
		return func(s string) string { return "\x1b[" + code + "m" + s + "\x1b[0m" }
	}
	return pens{heading: ansi("1"), hint: ansi("2"), button: ansi("36"), plain: same}
}

// render writes a message as it stands on the screen, with an empty line below.
func (t *Terminal) render(m bot.Message) string {
	var out strings.Builder
	if m.Media != nil {
		out.WriteString(t.media(*m.Media))
	}
	for _, l := range m.Lines {
		out.WriteString(t.line(l))
	}
	if l := listOf(m); len(l.buttons) > 0 {
		out.WriteString(t.offered(l))
	}
	out.WriteString("\n")
	if m.Under != "" {
		return indented(out.String())
	}
	return out.String()
}

// indented is what stands below another message.
func indented(text string) string {
	lines := strings.SplitAfter(text, "\n")
	for i, line := range lines {
		if strings.TrimSpace(line) != "" {
			lines[i] = threadMark + line
		}
	}
	return strings.Join(lines, "")
}

// threadMark stands before each line of what belongs below another message.
const threadMark = "  ┊ "

// media says what is to be seen, and where.
func (t *Terminal) media(m flows.Media) string {
	said := strings.TrimSpace("[" + visible(m.Alt) + "] " + visible(m.URL))
	return t.paragraph("", said, t.pens.hint)
}

func (t *Terminal) line(l flows.Line) string {
	text, under := t.marked(l)
	switch l.Style {
	case flows.Heading:
		return t.paragraph("", text, under(t.pens.heading))
	case flows.Hint:
		return t.paragraph("", text, under(t.pens.hint))
	case flows.Bullet:
		return t.paragraph("• ", text, under(t.pens.plain))
	case flows.Own:
		return t.paragraph("│ ", text, t.pens.plain)
	case flows.Link:
		return t.paragraph("", strings.TrimSpace(text+" "+visible(l.URL)), t.pens.plain)
	default:
		return t.paragraph("", text, under(t.pens.plain))
	}
}

// paragraph writes text behind a mark, the lines after the first indented as
// far; a quotation has its mark on every line.
func (t *Terminal) paragraph(mark, text string, p pen) string {
	indent := strings.Repeat(" ", columns(mark))
	if strings.HasPrefix(mark, "│") {
		indent = mark
	}
	width := 0
	if t.o.Width != nil {
		width = t.o.Width()
	}
	var out strings.Builder
	for i, line := range wrap(text, width-columns(mark)) {
		if i == 0 {
			out.WriteString(mark)
		} else {
			out.WriteString(indent)
		}
		out.WriteString(p(line) + "\n")
	}
	return out.String()
}
