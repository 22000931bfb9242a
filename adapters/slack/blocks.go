package slack

import (
	"fmt"
	"strings"

	slackapi "github.com/slack-go/slack"

	"visesbot/bot"
	"visesbot/flows"
)

// render writes a message in blocks: text first, then the buttons. Media is
// the block of its picture, if there is one.
func render(m bot.Message, media slackapi.Block) []slackapi.Block {
	return renderIn(maxBlocks, m, media)
}

// renderIn writes it in so many blocks at most.
func renderIn(most int, m bot.Message, media slackapi.Block) []slackapi.Block {
	rows := rowsOf(m)
	room := most - len(rows) - 1
	text := paragraphs(m.Lines)
	if len(text) > room {
		text = []slackapi.Block{rich(m.Lines)}
	}
	var all []slackapi.Block
	if media != nil {
		at := 0
		if len(text) > 0 && text[0].BlockType() == slackapi.MBTHeader {
			at = 1
		}
		all = append(all, text[:at]...)
		all = append(all, media)
		text = text[at:]
	}
	all = append(all, text...)
	return append(all, rows...)
}

// paragraph is what becomes of a line: a block of its own, or a part of one.
type paragraph struct {
	kind slackapi.MessageBlockType
	text string // of a section
	line flows.Line
}

func paragraphOf(l flows.Line) paragraph {
	literal := marked(l.Text) || dense(l.Text)
	switch {
	case l.Style == flows.Own || literal || len(l.Marks) > 0:
	case l.Style == flows.Heading && units(escaped(l.Text)) <= maxHeader && !strings.Contains(l.Text, "\n"):
		return paragraph{slackapi.MBTHeader, escaped(l.Text), l}
	case l.Style == flows.Heading:
		return paragraph{slackapi.MBTSection, "*" + strings.ReplaceAll(escaped(strings.TrimSpace(l.Text)), "\n", "*\n*") + "*", l}
	case l.Style == flows.Hint && l.URL == "":
		return paragraph{slackapi.MBTContext, escaped(l.Text), l}
	case linked(l.URL) && !blank(l.Text):
		return paragraph{slackapi.MBTSection, "<" + escaped(l.URL) + "|" + escaped(l.Text) + ">", l}
	case l.URL == "" || linked(l.URL):
		return paragraph{slackapi.MBTSection, escaped(strings.TrimSpace(spoken(l) + " " + l.URL)), l}
	}
	return paragraph{slackapi.MBTRichText, "", l}
}

// paragraphs puts lines into blocks; neighbours that can share one do.
func paragraphs(lines []flows.Line) []slackapi.Block {
	var blocks []slackapi.Block
	var together []paragraph
	flush := func() {
		if len(together) > 0 {
			blocks = append(blocks, block(together))
		}
		together = nil
	}
	for _, l := range lines {
		if blank(l.Text) && l.URL == "" {
			continue
		}
		p := paragraphOf(l)
		if !joins(together, p) {
			flush()
		}
		together = append(together, p)
	}
	flush()
	return blocks
}

// joins tells whether a paragraph can stand in the same block as those before.
func joins(before []paragraph, p paragraph) bool {
	if len(before) == 0 || before[0].kind != p.kind {
		return false
	}
	size := units(p.text)
	for _, b := range before {
		size += units(b.text) + 2
	}
	return p.kind == slackapi.MBTRichText || p.kind == slackapi.MBTSection && size <= maxSection
}

// block makes one block of paragraphs of the same kind.
func block(together []paragraph) slackapi.Block {
	p := together[0]
	switch p.kind {
	case slackapi.MBTHeader:
		return slackapi.NewHeaderBlock(plain(p.text))
	case slackapi.MBTContext:
		return slackapi.NewContextBlock("", plain(p.text))
	case slackapi.MBTSection:
		var text strings.Builder
		for i, p := range together {
			if i > 0 {
				text.WriteString(between(together[i-1].line, p.line))
			}
			text.WriteString(p.text)
		}
		return slackapi.NewSectionBlock(&slackapi.TextBlockObject{Type: slackapi.MarkdownType, Text: text.String()}, nil, nil)
	}
	lines := make([]flows.Line, len(together))
	for i, p := range together {
		lines[i] = p.line
	}
	return rich(lines)
}

// between is what separates two lines of a section: an empty line, but not
// within a list.
func between(before, l flows.Line) string {
	if before.Style == l.Style && l.Style == flows.Bullet {
		return "\n"
	}
	return "\n\n"
}

func plain(text string) *slackapi.TextBlockObject {
	return &slackapi.TextBlockObject{Type: slackapi.PlainTextType, Text: text}
}

// rich writes lines in a block in which nothing is markup.
func rich(lines []flows.Line) slackapi.Block {
	var parts []slackapi.RichTextElement
	for i, l := range lines {
		if blank(l.Text) && l.URL == "" {
			continue
		}
		said := sound(spoken(l))
		if i < len(lines)-1 && l.Style != flows.Own {
			said += "\n"
		}
		parts = append(parts, richLine(l, said))
	}
	return slackapi.NewRichTextBlock("", parts...)
}

func richLine(l flows.Line, said string) slackapi.RichTextElement {
	var style *slackapi.RichTextSectionTextStyle
	switch l.Style {
	case flows.Heading:
		style = &slackapi.RichTextSectionTextStyle{Bold: true}
	case flows.Hint:
		style = &slackapi.RichTextSectionTextStyle{Italic: true}
	case flows.Own:
		return &slackapi.RichTextQuote{Type: slackapi.RTEQuote, Elements: elements(l, said, nil)}
	}
	return slackapi.NewRichTextSection(elements(l, said, style)...)
}

func elements(l flows.Line, said string, style *slackapi.RichTextSectionTextStyle) []slackapi.RichTextSectionElement {
	switch {
	case linked(l.URL):
		return []slackapi.RichTextSectionElement{
			slackapi.NewRichTextSectionLinkElement(l.URL, strings.TrimSpace(said), style),
			slackapi.NewRichTextSectionTextElement("\n", nil),
		}
	case l.URL != "":
		said = strings.TrimSpace(said) + " " + sound(l.URL) + "\n"
	case len(l.Marks) > 0:
		return slanted(l, said, style)
	}
	return []slackapi.RichTextSectionElement{slackapi.NewRichTextSectionTextElement(said, style)}
}

// slanted writes the marked words of a line in italics: Slack underlines
// nothing. Where all is in italics already, they are bold.
func slanted(l flows.Line, said string, style *slackapi.RichTextSectionTextStyle) []slackapi.RichTextSectionElement {
	l.Text = said
	var parts []slackapi.RichTextSectionElement
	for _, s := range l.Spans() {
		own := style
		if s.Mark != nil {
			own = &slackapi.RichTextSectionTextStyle{Italic: true, Bold: style != nil}
		}
		parts = append(parts, slackapi.NewRichTextSectionTextElement(s.Text, own))
	}
	return parts
}

// rowsOf are the buttons of a message, with the one that opens a form.
func rowsOf(m bot.Message) []slackapi.Block {
	var rows []slackapi.Block
	if opens := formButton(m); opens != nil {
		rows = append(rows, slackapi.NewActionBlock("", opens))
	}
	n := 0
	for _, row := range m.Buttons {
		var buttons []slackapi.BlockElement
		for _, b := range row {
			buttons = append(buttons, button(b, fmt.Sprintf("p%d", n)))
			n++
		}
		if len(buttons) > 0 {
			rows = append(rows, slackapi.NewActionBlock("", buttons...))
		}
	}
	return rows
}

func button(b flows.Button, id string) *slackapi.ButtonBlockElement {
	label := sound(b.Label)
	if b.On {
		label = "✓ " + label
	}
	if blank(label) {
		label = "…"
	}
	if b.Kind == "form" {
		id = modalAction + id
	}
	made := slackapi.NewButtonBlockElement(id, b.Data, &slackapi.TextBlockObject{
		Type: slackapi.PlainTextType, Text: first(label, maxLabel),
	})
	if b.Kind == "primary" {
		made.Style = slackapi.StylePrimary
	}
	return made
}
