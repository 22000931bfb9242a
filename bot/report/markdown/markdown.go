// Package markdown writes a report as Markdown that reads well as it is. What
// people typed is escaped, so that it shows as typed. Drawings are told in words:
// what they show stands below their captions.
package markdown

import (
	"fmt"
	"io"
	"strings"

	"visesbot/bot/report"
)

// Write writes a document.
func Write(out io.Writer, d report.Document) error {
	var b strings.Builder
	b.WriteString("# " + plain(d.Title) + " — " + escaped(d.Enterprise) + "\n\n")
	if !d.Question.Empty() {
		b.WriteString("> " + inline(d.Question) + "\n\n")
	}
	for _, s := range []string{d.Stamp.Period, d.Stamp.Snapshot, d.Stamp.Shown} {
		if s != "" {
			b.WriteString(escaped(s) + "  \n")
		}
	}
	if d.Draft {
		b.WriteString("**" + escaped(d.Says.Draft) + "**\n")
	}
	figures := 0
	for _, p := range d.Parts {
		title := plain(p.Title)
		if p.Number != "" {
			title = p.Number + "\\. " + title
		}
		if title != "" {
			b.WriteString("\n## " + title + "\n")
		}
		for _, x := range p.Blocks {
			block(&b, d, x, &figures)
		}
	}
	if _, err := io.WriteString(out, b.String()); err != nil {
		return fmt.Errorf("write a report as Markdown: %w", err)
	}
	return nil
}

func block(b *strings.Builder, d report.Document, x report.Block, figures *int) {
	b.WriteString("\n")
	switch {
	case !x.Heading.Empty():
		b.WriteString(strings.Repeat("#", x.Level+1) + " " + plain(x.Heading) + "\n")
	case !x.Para.Empty():
		b.WriteString(inline(x.Para) + "\n")
	case len(x.List) > 0:
		list(b, x.List)
	case x.Quote != nil:
		b.WriteString("> " + inline(x.Quote.Text) + "\n")
		if !x.Quote.By.Empty() {
			b.WriteString(">\n> — " + inline(x.Quote.By) + "\n")
		}
	case len(x.Facts) > 0:
		for _, f := range x.Facts {
			b.WriteString("- **" + plain(f.Name) + "**: " + inline(f.Value) + "\n")
		}
	case x.Table != nil:
		table(b, *x.Table)
	case x.Figure != nil:
		*figures++
		fmt.Fprintf(b, "**%s %d** · %s  \n%s\n\n", escaped(d.Says.Figure), *figures, inline(x.Figure.Caption), escaped(x.Figure.Alt))
		list(b, x.Figure.Data)
	case !x.Missing.Empty():
		b.WriteString("*" + escaped(d.Says.Missing) + "* " + inline(x.Missing) + "\n")
	default:
		b.WriteString(inline(x.Note) + "\n")
	}
}

func list(b *strings.Builder, all []report.Text) {
	for _, t := range all {
		b.WriteString("- " + inline(t) + "\n")
	}
}

func table(b *strings.Builder, t report.Table) {
	row := func(cells []report.Text) {
		b.WriteString("|")
		for i := range t.Head {
			if i < len(cells) {
				b.WriteString(" " + inline(cells[i]))
			}
			b.WriteString(" |")
		}
		b.WriteString("\n")
	}
	row(t.Head)
	b.WriteString(strings.Repeat("|---", len(t.Head)) + "|\n")
	for _, r := range t.Rows {
		row(r)
	}
}

// inline writes a text in one line, bold and slanted where it is.
func inline(t report.Text) string {
	var b strings.Builder
	for _, r := range t {
		s := escaped(r.Text)
		core := strings.TrimSpace(s)
		mark := ""
		switch {
		case core == "":
		case r.Strong:
			mark = "**"
		case r.Em:
			mark = "*"
		}
		if mark != "" {
			at := strings.Index(s, core)
			s = s[:at] + mark + core + mark + s[at+len(core):]
		}
		b.WriteString(s)
	}
	return b.String()
}

func plain(t report.Text) string { return escaped(t.Plain()) }

// escaped is a text that Markdown shows as it was typed, in one line.
func escaped(s string) string {
	var b strings.Builder
	for _, r := range strings.Join(strings.Fields(s), " ") {
		switch {
		case r == '<':
			b.WriteString("&lt;")
			continue
		case r == '&':
			b.WriteString("&amp;")
			continue
		case strings.ContainsRune("\\`*_{}[]#+!|>~$^", r):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	text := b.String()
	switch {
	case text == "" && s != "":
		return " "
	case strings.HasPrefix(s, " "):
		text = " " + text
	}
	if strings.HasSuffix(s, " ") {
		text += " "
	}
	return text
}
