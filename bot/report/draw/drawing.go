package draw

import (
	"math"

	"visesbot/bot/report/letters"
)

// Ink is a colour, "#0B4F8A"; empty paints nothing.
type Ink string

// The inks. On white each is read at a contrast of 4.5 or more.
const (
	Black Ink = "#1A1A1A"
	Blue  Ink = "#0B4F8A"
	Red   Ink = "#B3261E"
	Grey  Ink = "#5A5A5A"
	Ochre Ink = "#9A6200"
	Green Ink = "#1B7F5C"
	White Ink = "#FFFFFF"
	Pale  Ink = "#F0F4F8"
	Rule  Ink = "#C3CCD6" // thin lines that say nothing
)

// Steps are the grounds of a scale of five, from light to dark: they stay apart
// when printed grey.
func Steps() []Ink { return []Ink{"#F0F4F8", "#C0D3E5", "#8FB2D3", "#528BBC", "#0B4F8A"} }

// Kind says what a part of a path does.
type Kind int

// The parts of a path.
const (
	Move  Kind = iota // to X, Y
	Line              // to X, Y
	Curve             // to X, Y, by two points
	Close
)

// Seg is a part of a path.
type Seg struct {
	Kind           Kind
	X1, Y1, X2, Y2 float64 // of a curve
	X, Y           float64
}

// Mark is one thing painted: a path that is filled, drawn along, or both; or a
// text that stands on Y, from X on.
type Mark struct {
	Path   []Seg
	Fill   Ink
	Stroke Ink
	Wide   float64 // of the stroke
	Dash   []float64

	Text string
	Face letters.Face
	Size float64
	X, Y float64 // of the text
	Ink  Ink     // of the text
}

// Drawing is a display list.
type Drawing struct {
	Wide, High float64
	Marks      []Mark
}

// Add paints one more mark.
func (d *Drawing) Add(m ...Mark) { d.Marks = append(d.Marks, m...) }

// Rect is the path of a rectangle.
func Rect(x, y, w, h float64) []Seg {
	return []Seg{{Kind: Move, X: x, Y: y}, {Kind: Line, X: x + w, Y: y}, {Kind: Line, X: x + w, Y: y + h}, {Kind: Line, X: x, Y: y + h}, {Kind: Close}}
}

// Path is the path from point to point: x, y, x, y …
func Path(xy ...float64) []Seg {
	var all []Seg
	for i := 0; i+1 < len(xy); i += 2 {
		kind := Line
		if i == 0 {
			kind = Move
		}
		all = append(all, Seg{Kind: kind, X: xy[i], Y: xy[i+1]})
	}
	return all
}

// kappa makes four curves a circle.
const kappa = 0.5522847498

// Circle is the path of a circle.
func Circle(x, y, r float64) []Seg {
	k := kappa * r
	return []Seg{
		{Kind: Move, X: x + r, Y: y},
		{Kind: Curve, X1: x + r, Y1: y + k, X2: x + k, Y2: y + r, X: x, Y: y + r},
		{Kind: Curve, X1: x - k, Y1: y + r, X2: x - r, Y2: y + k, X: x - r, Y: y},
		{Kind: Curve, X1: x - r, Y1: y - k, X2: x - k, Y2: y - r, X: x, Y: y - r},
		{Kind: Curve, X1: x + k, Y1: y - r, X2: x + r, Y2: y - k, X: x + r, Y: y},
		{Kind: Close},
	}
}

// Box is a rectangle that something takes up.
type Box struct{ X, Y, W, H float64 }

// Meets tells whether two boxes share ground.
func (b Box) Meets(o Box) bool {
	const slack = 1e-6
	return b.X+b.W > o.X+slack && o.X+o.W > b.X+slack && b.Y+b.H > o.Y+slack && o.Y+o.H > b.Y+slack
}

// Bounds is what a mark takes up, as its letters are measured.
func Bounds(l *letters.Set, m Mark) Box {
	if m.Text != "" {
		return Box{X: m.X, Y: m.Y - 0.8*m.Size, W: l.Wide(m.Face, m.Size, m.Text), H: m.Size}
	}
	minX, minY, maxX, maxY := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	see := func(x, y float64) {
		minX, maxX, minY, maxY = min(minX, x), max(maxX, x), min(minY, y), max(maxY, y)
	}
	for _, s := range m.Path {
		if s.Kind == Close {
			continue
		}
		see(s.X, s.Y)
		if s.Kind == Curve {
			see(s.X1, s.Y1)
			see(s.X2, s.Y2)
		}
	}
	return Box{X: minX, Y: minY, W: maxX - minX, H: maxY - minY}
}

// pen writes texts on a drawing.
type pen struct {
	*Drawing
	l *letters.Set
}

func (p pen) text(x, y, size float64, face letters.Face, ink Ink, text string) {
	if text != "" {
		p.Add(Mark{Text: text, Face: face, Size: size, X: x, Y: y, Ink: ink})
	}
}

// right writes a text in bold that ends at x.
func (p pen) right(x, y, size float64, ink Ink, text string) {
	p.text(x-p.l.Wide(letters.SansBold, size, text), y, size, letters.SansBold, ink, text)
}

// middle writes a text around x, kept between two edges.
func (p pen) middle(x, y, size float64, face letters.Face, ink Ink, text string, left, right float64) {
	w := p.l.Wide(face, size, text)
	p.text(max(left, min(x-w/2, right-w)), y, size, face, ink, text)
}

// line draws a straight line.
func (p pen) line(x1, y1, x2, y2, wide float64, ink Ink, dash ...float64) {
	p.Add(Mark{Path: Path(x1, y1, x2, y2), Stroke: ink, Wide: wide, Dash: dash})
}
