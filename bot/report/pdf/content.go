package pdf

import (
	"strconv"

	"github.com/carlos7ags/folio/content"

	"visesbot/bot/report/draw"
	"visesbot/bot/report/page"
)

// content is what a page paints: every mark in an element's stretch, or an
// artifact.
func (w *writer) content(at int) *content.Stream {
	p := w.book.Pages[at]
	s := content.NewStream()
	open := page.Artifact - 1
	for i, item := range p.Items {
		if item.Node != open {
			if i > 0 {
				s.EndMarkedContent()
			}
			w.begin(s, at, item.Node)
			open = item.Node
		}
		if item.Node != page.Artifact {
			w.contents[[2]int{at, i}] = len(w.owners[at]) - 1
		}
		w.mark(s, p.High, item.Mark)
	}
	if len(p.Items) > 0 {
		s.EndMarkedContent()
	}
	return s
}

// begin opens a stretch. (An artifact is begun like any other: what the library
// has for it leaves out an operand, and readers then show nothing.)
func (w *writer) begin(s *content.Stream, at, node int) {
	if node == page.Artifact {
		s.BeginMarkedContent("Artifact")
		return
	}
	w.owners[at] = append(w.owners[at], node)
	s.BeginMarkedContentWithID(w.book.Nodes[node].Role, len(w.owners[at])-1)
}

func (w *writer) mark(s *content.Stream, high float64, m draw.Mark) {
	if m.Text != "" {
		w.text(s, high, m)
		return
	}
	s.SaveState()
	if m.Fill != "" {
		s.SetFillColorRGB(rgb(m.Fill))
	}
	if m.Stroke != "" {
		s.SetStrokeColorRGB(rgb(m.Stroke))
		s.SetLineWidth(m.Wide)
		s.SetLineJoin(1)
		if len(m.Dash) > 0 {
			s.SetDashPattern(m.Dash, 0)
		}
	}
	for _, seg := range m.Path {
		switch seg.Kind {
		case draw.Move:
			s.MoveTo(seg.X, high-seg.Y)
		case draw.Line:
			s.LineTo(seg.X, high-seg.Y)
		case draw.Curve:
			s.CurveTo(seg.X1, high-seg.Y1, seg.X2, high-seg.Y2, seg.X, high-seg.Y)
		case draw.Close:
			s.ClosePath()
		}
	}
	switch {
	case m.Fill != "" && m.Stroke != "":
		s.FillAndStroke()
	case m.Fill != "":
		s.Fill()
	case m.Stroke != "":
		s.Stroke()
	default:
		s.EndPath()
	}
	s.RestoreState()
}

// text shows a text, piece by piece in the letters that have it.
func (w *writer) text(s *content.Stream, high float64, m draw.Mark) {
	x := m.X
	s.SetFillColorRGB(rgb(m.Ink))
	for _, run := range w.l.Runs(m.Face, m.Text) {
		w.used[run.Face] = true
		s.BeginText()
		s.SetFont(fontName(run.Face), m.Size)
		s.MoveText(x, high-m.Y)
		s.ShowTextHex(w.fonts[run.Face].EncodeString(run.Text))
		s.EndText()
		x += run.Wide * m.Size
	}
}

func rgb(i draw.Ink) (r, g, b float64) {
	if len(i) != 7 {
		return 0, 0, 0
	}
	n, err := strconv.ParseUint(string(i[1:]), 16, 32)
	if err != nil {
		return 0, 0, 0
	}
	return float64(n>>16&255) / 255, float64(n>>8&255) / 255, float64(n&255) / 255
}
