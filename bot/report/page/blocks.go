package page

import (
	"strconv"

	"visesbot/bot/report"
	"visesbot/bot/report/draw"
)

// block adds one block below an element. first tells that it follows a heading,
// with which it stays.
func (f *flow) block(sect int, b report.Block, glue bool) {
	const gap = 7.0
	switch {
	case !b.Heading.Empty():
		f.heading(sect, b.Heading, b.Level, glue)
	case !b.Para.Empty():
		f.text(f.node(sect, "P"), b.Para, body(), 0, gap, glue)
	case len(b.List) > 0:
		f.list(sect, b.List, body(), glue)
	case b.Quote != nil:
		f.quote(sect, *b.Quote, glue)
	case len(b.Facts) > 0:
		f.facts(sect, b.Facts, glue)
	case b.Table != nil:
		f.table(sect, *b.Table, glue)
	case b.Figure != nil:
		f.figure(sect, *b.Figure, glue)
	case !b.Missing.Empty():
		f.missing(sect, b.Missing, glue)
	case !b.Note.Empty():
		f.text(f.node(sect, "P"), b.Note, note(), 0, gap, true) // it is about what it follows
	}
}

// heading adds a heading that stays with what follows.
func (f *flow) heading(sect int, t report.Text, level int, glue bool) {
	s := heading(level)
	n := f.node(sect, "H"+strconv.Itoa(level))
	lines := set(f.l, t, s, measure, f.span(n, f.doc.Lang))
	for i, ln := range lines {
		sl := slab{high: s.lead, glue: i > 0 || glue}
		if i == 0 {
			sl.before = s.size * 1.1
		}
		last := i == len(lines)-1
		sl.paint = func(f *flow, x, y float64) { f.put(marks(f.l, ln, s, x, y+s.size, last)...) }
		f.add(sl)
	}
}

// list adds points, each with its sign.
func (f *flow) list(sect int, all []report.Text, s style, glue bool) {
	l := f.node(sect, "L")
	for i, t := range all {
		li := f.node(l, "LI")
		label, bodyNode := f.node(li, "Lbl"), f.node(li, "LBody")
		at := len(f.slabs)
		f.text(bodyNode, t, s, 13, 4, glue && i == 0)
		if len(f.slabs) == at {
			continue
		}
		first := f.slabs[at].paint
		f.slabs[at].paint = func(f *flow, x, y float64) {
			f.put(Item{Mark: draw.Mark{Text: "• ", Face: s.face, Size: s.size, X: x + 2, Y: y + s.size, Ink: draw.Blue}, Node: label})
			first(f, x, y)
		}
	}
}

// quote adds what people said, beside a bar.
func (f *flow) quote(sect int, q report.Quote, glue bool) {
	n := f.node(sect, "BlockQuote")
	at := len(f.slabs)
	f.text(f.node(n, "P"), q.Text, body(), 14, 9, glue)
	if !q.By.Empty() {
		f.text(f.node(n, "P"), q.By, note(), 14, 0, true)
	}
	for i := at; i < len(f.slabs); i++ {
		inner, high := f.slabs[i].paint, f.slabs[i].high
		f.slabs[i].paint = func(f *flow, x, y float64) {
			f.rule(x+4, y, x+4, y+high, 2.4, draw.Steps()[2])
			inner(f, x, y)
		}
	}
}

// missing adds what is not there yet, in a frame that does not need colour.
func (f *flow) missing(sect int, t report.Text, glue bool) {
	n := f.node(sect, "P")
	said := append(report.Text{{Text: f.doc.Says.Missing + " ", Lang: f.doc.Lang, Strong: true}}, t...)
	at := len(f.slabs)
	s := note()
	f.text(n, said, s, 12, 7, glue)
	for i := at; i < len(f.slabs); i++ {
		inner, high := f.slabs[i].paint, f.slabs[i].high
		f.slabs[i].paint = func(f *flow, x, y float64) {
			f.put(Item{Mark: draw.Mark{Path: draw.Path(x+4, y, x+4, y+high), Stroke: draw.Ochre, Wide: 1.6, Dash: []float64{2.5, 2}}, Node: Artifact})
			inner(f, x, y)
		}
	}
}

// facts are names with values: a list of pairs, the name in bold.
func (f *flow) facts(sect int, all []report.Fact, glue bool) {
	l := f.node(sect, "L")
	const names = 138.0
	s := cell()
	s.size, s.lead = 9.5, 13
	for i, fact := range all {
		li := f.node(l, "LI")
		label, value := f.node(li, "Lbl"), f.node(li, "LBody")
		left := set(f.l, fact.Name.Strong(), s, names-8, f.span(label, f.doc.Lang))
		right := set(f.l, fact.Value, s, measure-names, f.span(value, f.doc.Lang))
		for r := range max(len(left), len(right)) {
			sl := slab{high: s.lead, glue: r > 0 && r < 3 || glue && i == 0}
			if r == 0 {
				sl.before = 3
				if i == 0 {
					sl.before = 6
				}
			}
			sl.paint = func(f *flow, x, y float64) {
				if r < len(left) {
					f.put(marks(f.l, left[r], s, x, y+s.size, false)...)
				}
				if r < len(right) {
					f.put(marks(f.l, right[r], s, x+names, y+s.size, r == len(right)-1)...)
				}
			}
			f.add(sl)
		}
	}
}

// titleHigh is what a heading, a note and a caption take of a page that is turned.
const titleHigh = 112.0

// figure adds a drawing with its caption, and what it shows in words.
func (f *flow) figure(sect int, fig report.Figure, glue bool) {
	f.figures++
	n := f.node(sect, "Figure")
	f.book.Nodes[n].Alt = fig.Alt
	d := fig.Drawing
	wide, high, scale := measure, pageHigh-top-foot-60, 1.0
	if fig.Land {
		wide, high = pageHigh-2*side, pageWide-top-foot-titleHigh
	}
	scale = min(1, wide/d.Wide, high/d.High)
	f.add(slab{before: 10, high: d.High * scale, land: fig.Land, glue: glue || fig.Land, paint: func(f *flow, x, y float64) {
		at := len(f.book.Pages) - 1
		f.book.Nodes[n].Page, f.book.Nodes[n].Box = at, &draw.Box{X: x, Y: y, W: d.Wide * scale, H: d.High * scale}
		for _, m := range d.Marks {
			f.put(Item{Mark: moved(m, x, y, scale), Node: n})
		}
	}})
	label := f.doc.Says.Figure + " " + strconv.Itoa(f.figures) + " · "
	c := append(report.Text{{Text: label, Lang: f.doc.Lang, Strong: true}}, fig.Caption...)
	f.text(f.node(sect, "Caption"), c, caption(), 0, 5, true)
	if len(fig.Data) > 0 {
		s := note()
		s.ink = draw.Black
		f.list(sect, fig.Data, s, !fig.Land)
	}
}

// moved puts a mark at another place, in another size.
func moved(m draw.Mark, x, y, scale float64) draw.Mark {
	path := make([]draw.Seg, len(m.Path))
	for i, s := range m.Path {
		path[i] = draw.Seg{Kind: s.Kind, X1: x + s.X1*scale, Y1: y + s.Y1*scale, X2: x + s.X2*scale, Y2: y + s.Y2*scale, X: x + s.X*scale, Y: y + s.Y*scale}
	}
	m.Path, m.X, m.Y = path, x+m.X*scale, y+m.Y*scale
	m.Size, m.Wide = m.Size*scale, m.Wide*scale
	dash := make([]float64, len(m.Dash))
	for i, n := range m.Dash {
		dash[i] = n * scale
	}
	m.Dash = dash
	return m
}
