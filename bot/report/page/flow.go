package page

import (
	"visesbot/bot/report"
	"visesbot/bot/report/draw"
	"visesbot/bot/report/letters"
)

// The measures of a page, in points: A4 with margins of 22 mm.
const (
	pageWide = 595.28
	pageHigh = 841.89
	side     = 62.36
	top      = 56.69
	foot     = 62.36
	measure  = 440.0 // of lines: at most 155 mm
)

// slab is a piece of a document that is never broken between two pages.
type slab struct {
	before float64 // space above it, but at the top of a page
	high   float64
	glue   bool // stays with the one before
	fresh  bool // begins a page
	land   bool // stands on a page that is turned, with what it stays with
	head   *slab
	paint  func(f *flow, x, y float64)
}

// flow fills pages with slabs.
type flow struct {
	book    *Book
	l       *letters.Set
	doc     report.Document
	slabs   []slab
	y       float64
	land    bool
	targets map[string]target // by anchor: where headings went
	known   map[string]target // of the pass before
	figures int
	tables  int
}

// target is a place in the book.
type target struct {
	page int
	y    float64
}

// node makes an element below another one.
func (f *flow) node(parent int, role string) int {
	f.book.Nodes = append(f.book.Nodes, Node{Role: role})
	n := len(f.book.Nodes) - 1
	f.book.Nodes[parent].Kids = append(f.book.Nodes[parent].Kids, Kid{Node: n})
	return n
}

// span gives the element of a run inside another one: of its own where it is in
// another language. It is put into its parent when it is first painted.
func (f *flow) span(parent int, lang string) func(report.Run) int {
	return func(r report.Run) int {
		if parent == Artifact || r.Lang == "" || r.Lang == lang {
			return parent
		}
		f.book.Nodes = append(f.book.Nodes, Node{Role: "Span", Lang: r.Lang, Page: -1 - parent})
		return len(f.book.Nodes) - 1
	}
}

// put paints items on the present page, and tells their elements.
func (f *flow) put(items ...Item) {
	at := len(f.book.Pages) - 1
	p := &f.book.Pages[at]
	for _, i := range items {
		p.Items = append(p.Items, i)
		if i.Node == Artifact {
			continue
		}
		f.adopt(i.Node)
		n := &f.book.Nodes[i.Node]
		n.Kids = append(n.Kids, Kid{Node: -1, Page: at, Item: len(p.Items) - 1})
	}
}

// adopt puts a span into its parent, once.
func (f *flow) adopt(n int) {
	if node := &f.book.Nodes[n]; node.Page < 0 {
		parent := -1 - node.Page
		node.Page = 0
		f.book.Nodes[parent].Kids = append(f.book.Nodes[parent].Kids, Kid{Node: n})
	}
}

// fill puts the slabs on pages.
func (f *flow) fill() {
	for i := 0; i < len(f.slabs); {
		end := i + 1
		for end < len(f.slabs) && f.slabs[end].glue {
			end++
		}
		f.chain(f.slabs[i:end])
		i = end
	}
}

// chain puts slabs that stay together; those higher than a page are broken.
func (f *flow) chain(all []slab) {
	high, land := 0.0, false
	for n, s := range all {
		land = land || s.land
		if n > 0 {
			high += s.before
		}
		high += s.high
	}
	first := all[0]
	switch {
	case land:
		f.newPage(true)
	case len(f.book.Pages) == 0, first.fresh && f.y > top, f.land:
		f.newPage(false)
	case f.y > top && f.y+first.before+high > f.bottom() && high <= f.bottom()-top:
		f.next(first)
	}
	for _, s := range all {
		switch full := f.y+s.before+s.high > f.bottom(); {
		case s.land && (full || !f.land):
			f.newPage(true)
		case f.y > top && full:
			f.next(s)
		case f.y > top:
			f.y += s.before
		}
		s.paint(f, f.left(), f.y)
		f.y += s.high
	}
}

// next begins a page, with the head of the table that goes on.
func (f *flow) next(s slab) {
	f.newPage(false)
	if s.head != nil {
		s.head.paint(f, f.left(), f.y)
		f.y += s.head.high
	}
}

func (f *flow) newPage(land bool) {
	p := Page{Wide: pageWide, High: pageHigh}
	if land {
		p.Wide, p.High = pageHigh, pageWide
	}
	f.book.Pages = append(f.book.Pages, p)
	f.y, f.land = top, land
}

func (f *flow) page() *Page { return &f.book.Pages[len(f.book.Pages)-1] }

func (f *flow) bottom() float64 { return f.page().High - foot }

func (f *flow) left() float64 { return side }

// add adds a slab.
func (f *flow) add(s slab) { f.slabs = append(f.slabs, s) }

// text adds the lines of a text as slabs: never one line alone at the foot or the
// top of a page.
func (f *flow) text(n int, t report.Text, s style, indent, before float64, glue bool) {
	lines := set(f.l, t, s, measure-indent, f.span(n, f.doc.Lang))
	for i, ln := range lines {
		sl := slab{high: s.lead, glue: glue || i == 1 || i > 0 && i == len(lines)-1}
		if i == 0 {
			sl.before, sl.glue = before, glue
		}
		last := i == len(lines)-1
		sl.paint = func(f *flow, x, y float64) {
			f.put(marks(f.l, ln, s, x+indent, y+s.size, last)...)
		}
		f.add(sl)
	}
}

// rule draws a line that says nothing.
func (f *flow) rule(x1, y1, x2, y2, wide float64, ink draw.Ink) {
	f.put(Item{Mark: draw.Mark{Path: draw.Path(x1, y1, x2, y2), Stroke: ink, Wide: wide}, Node: Artifact})
}
