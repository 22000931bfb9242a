package paint

import (
	"encoding/xml"
	"strconv"
	"strings"

	"visesbot/bot/report/draw"
	"visesbot/bot/report/letters"
)

// SVG paints a drawing as one element, named by its alternative text. Texts are
// as wide as they were measured, whatever letters the reader has.
func SVG(l *letters.Set, d draw.Drawing, alt string) string {
	var b strings.Builder
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="` + escaped(alt) + `" viewBox="0 0 ` + num(d.Wide) + " " + num(d.High) +
		`" width="` + num(d.Wide) + `" height="` + num(d.High) + `" font-family="'Liberation Sans',Arial,Helvetica,sans-serif">`)
	for _, m := range d.Marks {
		if m.Text != "" {
			svgText(&b, l, m)
			continue
		}
		svgPath(&b, m)
	}
	b.WriteString("</svg>")
	return b.String()
}

func svgText(b *strings.Builder, l *letters.Set, m draw.Mark) {
	b.WriteString(`<text x="` + num(m.X) + `" y="` + num(m.Y) + `" font-size="` + num(m.Size) + `" fill="` + string(m.Ink) +
		`" textLength="` + num(l.Wide(m.Face, m.Size, m.Text)) + `" lengthAdjust="spacingAndGlyphs"`)
	switch m.Face {
	case letters.SansBold, letters.SerifBold:
		b.WriteString(` font-weight="bold"`)
	case letters.SansItalic, letters.SerifItalic:
		b.WriteString(` font-style="italic"`)
	}
	b.WriteString(">" + escaped(m.Text) + "</text>")
}

func svgPath(b *strings.Builder, m draw.Mark) {
	b.WriteString(`<path d="`)
	for _, s := range m.Path {
		switch s.Kind {
		case draw.Move:
			b.WriteString("M" + num(s.X) + " " + num(s.Y))
		case draw.Line:
			b.WriteString("L" + num(s.X) + " " + num(s.Y))
		case draw.Curve:
			b.WriteString("C" + num(s.X1) + " " + num(s.Y1) + " " + num(s.X2) + " " + num(s.Y2) + " " + num(s.X) + " " + num(s.Y))
		case draw.Close:
			b.WriteString("Z")
		}
	}
	b.WriteString(`" fill="` + inkOr(m.Fill) + `"`)
	if m.Stroke != "" {
		b.WriteString(` stroke="` + string(m.Stroke) + `" stroke-width="` + num(m.Wide) + `"`)
		if len(m.Dash) > 0 {
			var all []string
			for _, n := range m.Dash {
				all = append(all, num(n))
			}
			b.WriteString(` stroke-dasharray="` + strings.Join(all, " ") + `"`)
		}
	}
	b.WriteString("/>")
}

func inkOr(i draw.Ink) string {
	if i == "" {
		return "none"
	}
	return string(i)
}

func num(f float64) string {
	s := strconv.FormatFloat(f, 'f', 2, 64)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder takes all
	return b.String()
}
