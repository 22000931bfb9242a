// Package html writes a report as one HTML page that prints well: no script, no
// other file, and a policy that lets it fetch nothing. What people typed is shown
// as typed.
package html

import (
	"fmt"
	"html/template"
	"io"

	"visesbot/bot/report"
	"visesbot/bot/report/letters"
	"visesbot/bot/report/paint"
)

// inside is a block with the document it stands in.
type inside struct {
	Block report.Block
	Doc   report.Document
}

// Write writes a document.
func Write(out io.Writer, l *letters.Set, d report.Document) error {
	figures := 0
	t, err := template.New("report").Funcs(template.FuncMap{
		"svg": func(f *report.Figure) template.HTML {
			return template.HTML(paint.SVG(l, f.Drawing, f.Alt)) //nolint:gosec // made by us; texts in it are escaped
		},
		"next": func() int { figures++; return figures },
		"pair": func(b report.Block, d report.Document) inside { return inside{b, d} },
	}).Parse(page)
	if err != nil {
		return fmt.Errorf("read the page of a report: %w", err)
	}
	if err := t.Execute(out, d); err != nil {
		return fmt.Errorf("write a report as HTML: %w", err)
	}
	return nil
}
