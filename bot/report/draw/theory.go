package draw

import (
	"slices"

	"visesbot/bot/report/letters"
)

// Node is a box of a theory of change.
type Node struct {
	ID     string
	Column int // 0 needs, 1 resources, 2 activities and practices, 3 changes, 4 mission
	Text   string
	Under  string // in small letters below: whose change it is
	Scope  bool   // followed in the evaluation: bold, with a thick edge
	Wrong  bool   // negative or unintended: a red edge, and a sign in the corner
	Sign   string // of Wrong: "−" or "!"
}

// Arrow leads from a box to one of a later column.
type Arrow struct {
	From, To string
	Assumed  bool // dashed
}

// Theory is what a theory of change shows.
type Theory struct {
	Titles [5]string // of the columns
	Nodes  []Node
	Arrows []Arrow // those within a column or backwards are not drawn
}

// Placed is a theory of change with the place of each of its boxes, and the
// points where its arrows leave and arrive.
type Placed struct {
	Drawing
	Boxes map[string]Box
	Cut   int // how many words and texts were cut
	Ends  map[Arrow][2]Point
}

// Point is a place on a drawing.
type Point struct{ X, Y float64 }

// The measures of a theory of change.
const (
	theoryPad   = 5.0
	theoryGap   = 9.0  // between boxes of a column
	theoryLane  = 6.0  // of an arrow that jumps a column
	theorySpace = 34.0 // between columns, for the arrows, on a wide page
	theoryClose = 22.0 // and on a narrow one
	theoryTop   = 26.0 // of the titles
	mostLines   = 5
)

// cell is a box or a lane in a column.
type cell struct {
	id       string
	node     *Node // nil for a lane
	lines    []string
	under    []string
	high     float64
	y        float64
	bary     float64
	in, out  []*cell
	column   int
	boxX, wd float64
}

// FitTheory draws it with letters as large as its room takes, from 11 points down
// to 7: no higher than told, and with the fewest words cut. What needs more is as
// high as it has to be.
func FitTheory(l *letters.Set, t Theory, wide, high float64) Placed {
	var best Placed
	for _, size := range []float64{11, 10, 9, 8.2, 7.5, 7} {
		p := PlotTheory(l, t, wide, size)
		if best.Boxes == nil || best.High > high || p.Cut < best.Cut {
			best = p
		}
		if best.High <= high && best.Cut == 0 {
			break
		}
	}
	return best
}

// PlotTheory draws a theory of change as wide as told, and as high as it has to
// be. size is that of its letters.
func PlotTheory(l *letters.Set, t Theory, wide, size float64) Placed {
	b := builder{l: l, size: size, wide: wide, cells: map[string]*cell{}}
	b.columns(t)
	b.wrap(t)
	b.connect(t)
	b.order()
	b.place()
	return b.paint(t)
}

// builder lays out a theory of change.
type builder struct {
	l      *letters.Set
	size   float64
	wide   float64
	used   []int // the columns that hold something
	cells  map[string]*cell
	layers [][]*cell
	links  []*link
	colX   []float64
	colW   float64
	gap    float64
	cut    int
	high   float64
}

// link is an arrow, by the cells it goes through.
type link struct {
	arrow Arrow
	way   []*cell
}

// columns are those that hold something, side by side.
func (b *builder) columns(t Theory) {
	for c := range 5 {
		if slices.ContainsFunc(t.Nodes, func(n Node) bool { return n.Column == c }) {
			b.used = append(b.used, c)
		}
	}
	n := float64(max(1, len(b.used)))
	if b.gap = theorySpace; b.wide < 600 {
		b.gap = theoryClose
	}
	b.colW = (b.wide - 2 - (n-1)*b.gap) / n
	for i := range b.used {
		b.colX = append(b.colX, 1+float64(i)*(b.colW+b.gap))
	}
	b.layers = make([][]*cell, len(b.used))
}

// wrap breaks the texts of the boxes, which makes their heights.
func (b *builder) wrap(t Theory) {
	room := b.colW - 2*theoryPad
	for i := range t.Nodes {
		n := &t.Nodes[i]
		if b.cells[n.ID] != nil {
			continue
		}
		c := &cell{id: n.ID, node: n, column: slices.Index(b.used, n.Column), wd: b.colW}
		less := 0.0
		if n.Wrong {
			less = b.size
		}
		c.lines = b.l.Wrap(b.face(n), b.size, room-less, n.Text, mostLines)
		b.count(c.lines, n.Text)
		if n.Under != "" {
			c.under = b.l.Wrap(letters.SansItalic, b.small(), room-less, n.Under, 1)
		}
		c.high = 2*theoryPad + float64(max(1, len(c.lines)))*b.size*1.22 + float64(len(c.under))*b.small()*1.25
		c.boxX = b.colX[c.column]
		b.cells[n.ID] = c
		b.layers[c.column] = append(b.layers[c.column], c)
	}
}

func (b *builder) face(n *Node) letters.Face {
	if n.Scope || n.Column == 4 {
		return letters.SansBold
	}
	return letters.Sans
}

// count counts what was cut to fit.
func (b *builder) count(lines []string, text string) {
	whole := map[string]bool{}
	for _, w := range letters.Words(text) {
		whole[w] = true
	}
	for _, line := range lines {
		for _, w := range letters.Words(line) {
			if !whole[w] {
				b.cut++
			}
		}
	}
}

// small is the size of what stands below the text of a box.
func (b *builder) small() float64 { return max(7, b.size-1) }

// connect gives each arrow its way: through a lane in each column it jumps.
func (b *builder) connect(t Theory) {
	seen := map[Arrow]bool{}
	for _, a := range t.Arrows {
		from, to := b.cells[a.From], b.cells[a.To]
		if from == nil || to == nil || from.column >= to.column || seen[a] || seen[Arrow{From: a.From, To: a.To, Assumed: !a.Assumed}] {
			continue
		}
		seen[a] = true
		way := []*cell{from}
		for c := from.column + 1; c < to.column; c++ {
			lane := &cell{id: a.From + ">" + a.To, high: theoryLane, column: c, boxX: b.colX[c], wd: b.colW}
			b.layers[c] = append(b.layers[c], lane)
			way = append(way, lane)
		}
		way = append(way, to)
		for i := 1; i < len(way); i++ {
			way[i-1].out = append(way[i-1].out, way[i])
			way[i].in = append(way[i].in, way[i-1])
		}
		b.links = append(b.links, &link{arrow: a, way: way})
	}
}
