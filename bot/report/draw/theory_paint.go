package draw

import (
	"cmp"
	"slices"

	"visesbot/bot/report/letters"
)

// paint draws what was laid out: arrows first, boxes over them.
func (b *builder) paint(t Theory) Placed {
	p := Placed{Drawing: Drawing{Wide: b.wide, High: b.high + theoryTop + 2}, Boxes: map[string]Box{}, Ends: map[Arrow][2]Point{}}
	w := pen{Drawing: &p.Drawing, l: b.l}
	for i, c := range b.used {
		head := min(b.size, 9)
		for n, line := range b.l.Wrap(letters.SansBold, head, b.colW, t.Titles[c], 2) {
			w.text(b.colX[i], 9+float64(n)*(head+1), head, letters.SansBold, Blue, line)
		}
		if i > 0 {
			x := b.colX[i] - b.gap/2
			w.line(x-7, 6, x+5, 6, 1, Rule)
			w.Add(Mark{Path: append(Path(x+9, 6, x+4, 3.5, x+4, 8.5), Seg{Kind: Close}), Fill: Rule})
		}
	}
	leaves, arrives := b.points()
	for _, l := range b.links {
		b.arrow(&p, w, l, leaves, arrives)
	}
	for _, layer := range b.layers {
		for _, c := range layer {
			if c.node != nil {
				p.Boxes[c.id] = Box{X: c.boxX, Y: c.y + theoryTop, W: c.wd, H: c.high}
				b.box(w, c)
			}
		}
	}
	p.Cut = b.cut
	return p
}

// joint is where an arrow touches a cell.
type joint struct {
	l *link
	c *cell
}

// points spreads where arrows leave and arrive along the sides of the boxes, in
// the order of their other ends.
func (b *builder) points() (leaves, arrives map[joint]float64) {
	leaves, arrives = map[joint]float64{}, map[joint]float64{}
	out, in := map[*cell][]joint{}, map[*cell][]joint{}
	next, before := map[joint]*cell{}, map[joint]*cell{}
	for _, l := range b.links {
		for i := 1; i < len(l.way); i++ {
			from, to := joint{l, l.way[i-1]}, joint{l, l.way[i]}
			out[from.c], in[to.c] = append(out[from.c], from), append(in[to.c], to)
			next[from], before[to] = to.c, from.c
		}
	}
	for _, layer := range b.layers {
		for _, c := range layer {
			spread(c, out[c], next, leaves)
			spread(c, in[c], before, arrives)
		}
	}
	return leaves, arrives
}

func spread(c *cell, all []joint, other map[joint]*cell, at map[joint]float64) {
	slices.SortStableFunc(all, func(x, y joint) int {
		return cmp.Compare(other[x].y+other[x].high/2, other[y].y+other[y].high/2)
	})
	for i, j := range all {
		at[j] = c.y + c.high*float64(i+1)/float64(len(all)+1)
	}
}

// arrow draws one arrow along its way, with flat ends and a head.
func (b *builder) arrow(p *Placed, w pen, l *link, leaves, arrives map[joint]float64) {
	const head = 5.0
	from, to := l.way[0], l.way[len(l.way)-1]
	y := leaves[joint{l, from}] + theoryTop
	path := []Seg{{Kind: Move, X: from.boxX + from.wd, Y: y}}
	begin := Point{X: from.boxX + from.wd, Y: y}
	x, end := begin.X, Point{}
	for i := 1; i < len(l.way); i++ {
		c := l.way[i]
		toX, toY := c.boxX, arrives[joint{l, c}]+theoryTop
		if c == to {
			toX -= head
			end = Point{X: c.boxX, Y: toY}
		}
		half := (toX - x) / 2
		path = append(path, Seg{Kind: Curve, X1: x + half, Y1: y, X2: toX - half, Y2: toY, X: toX, Y: toY})
		x, y = toX, toY
		if c != to {
			leave := leaves[joint{l, c}] + theoryTop
			path = append(path, Seg{Kind: Line, X: x + c.wd, Y: leave})
			x, y = x+c.wd, leave
		}
	}
	m := Mark{Path: path, Stroke: Grey, Wide: 0.9}
	if l.arrow.Assumed {
		m.Dash = []float64{3, 2.2}
	}
	w.Add(m, Mark{Path: append(Path(end.X, end.Y, end.X-head, end.Y-head/2, end.X-head, end.Y+head/2), Seg{Kind: Close}), Fill: Grey})
	p.Ends[l.arrow] = [2]Point{begin, end}
}

// box draws one box with its text.
func (b *builder) box(w pen, c *cell) {
	n, top := c.node, c.y+theoryTop
	edge := Mark{Path: Rect(c.boxX, top, c.wd, c.high), Fill: White, Stroke: Grey, Wide: 0.8}
	switch {
	case n.Column == 4:
		edge.Fill, edge.Stroke, edge.Wide = Pale, Blue, 1.6
	case n.Scope:
		edge.Fill, edge.Stroke, edge.Wide = Pale, Blue, 2.2
	}
	if n.Wrong {
		edge.Stroke = Red
	}
	w.Add(edge)
	y := top + theoryPad + b.size*0.85
	for _, line := range c.lines {
		w.text(c.boxX+theoryPad, y, b.size, b.face(n), Black, line)
		y += b.size * 1.22
	}
	for _, line := range c.under {
		w.text(c.boxX+theoryPad, y, b.small(), letters.SansItalic, Grey, line)
	}
	if n.Wrong {
		w.right(c.boxX+c.wd-theoryPad/2, top+theoryPad+b.size*0.7, b.size+1, Red, n.Sign)
	}
}
