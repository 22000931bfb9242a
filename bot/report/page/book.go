package page

import (
	"strconv"
	"strings"

	"visesbot/bot/report"
	"visesbot/bot/report/draw"
	"visesbot/bot/report/letters"
)

// mostPasses is how often a document is laid out until the page numbers of its
// contents are right.
const mostPasses = 4

// Lay lays a document out.
func Lay(l *letters.Set, doc report.Document) Book {
	known := map[string]target{}
	for pass := 1; ; pass++ {
		f := &flow{l: l, doc: doc, known: known, targets: map[string]target{}, book: newBook(doc)}
		f.compose()
		f.fill()
		f.feet()
		if pass == mostPasses || same(known, f.targets) {
			return *f.book
		}
		known = f.targets
	}
}

func newBook(doc report.Document) *Book {
	return &Book{
		Lang: doc.Lang, Title: doc.Title.Plain() + " — " + doc.Enterprise, Author: doc.Enterprise, Subject: doc.Question.Plain(),
		Nodes: []Node{{Role: "Document"}},
	}
}

func same(a, b map[string]target) bool {
	if len(a) != len(b) {
		return false
	}
	for k, v := range a {
		if b[k].page != v.page {
			return false
		}
	}
	return true
}

// compose makes the slabs of the whole document.
func (f *flow) compose() {
	if f.doc.Kind == report.Sheet {
		f.sheet()
		return
	}
	f.cover()
	for i, p := range f.doc.Parts {
		f.part(p, i == 0 || i == 1)
		if i == 0 {
			f.contents()
		}
	}
}

// part adds a part with its heading, which the outline and the contents name.
func (f *flow) part(p report.Part, fresh bool) {
	sect := f.node(0, "Sect")
	title := p.Title
	if p.Number != "" {
		title = append(report.Text{{Text: p.Number + ". ", Lang: f.doc.Lang}}, title...)
	}
	at := len(f.slabs)
	f.heading(sect, title, 1, false)
	f.slabs[at].fresh = fresh
	f.slabs[at].before = 26
	f.outlined(at, title)
	paint := f.slabs[at].paint
	f.slabs[at].paint = func(f *flow, x, y float64) {
		f.targets[p.ID] = target{len(f.book.Pages) - 1, y}
		paint(f, x, y)
	}
	glue := true
	for _, b := range p.Blocks {
		from := len(f.slabs)
		f.block(sect, b, glue)
		glue = !b.Heading.Empty() || glue && len(f.slabs) == from
		f.keep(from)
	}
}

// outlined puts a heading into the outline, where it comes to stand.
func (f *flow) outlined(at int, title report.Text) {
	paint := f.slabs[at].paint
	f.slabs[at].paint = func(f *flow, x, y float64) {
		f.book.Outline = append(f.book.Outline, Entry{Title: title.Plain(), Level: 1, Page: len(f.book.Pages) - 1, Y: y})
		paint(f, x, y)
	}
}

// keep lets no more than the first lines of a long block stay with its heading.
func (f *flow) keep(from int) {
	for i := from + 3; i < len(f.slabs)-1; i++ {
		f.slabs[i].glue = false
	}
}

// cover is the first page: whose report it is, and about what.
func (f *flow) cover() {
	big := style{letters.SansBold, letters.SansBold, letters.SansBold, 26, 32, draw.Blue}
	mid := style{letters.SerifItalic, letters.SerifItalic, letters.SerifItalic, 15, 21, draw.Black}
	f.add(slab{high: 150, fresh: true, paint: func(f *flow, x, y float64) { f.rule(x, y+130, x+90, y+130, 3, draw.Blue) }})
	sect := f.node(0, "Sect")
	f.text(f.node(sect, "P"), report.Text{{Text: f.doc.Enterprise}}.Strong(), style{letters.SansBold, letters.SansBold, letters.SansBold, 15, 20, draw.Black}, 0, 0, true)
	f.text(f.node(sect, "P"), f.doc.Title, big, 0, 12, true)
	if !f.doc.Question.Empty() {
		f.text(f.node(sect, "P"), f.doc.Question, mid, 0, 26, true)
	}
	for _, t := range f.stamped() {
		f.text(f.node(sect, "P"), report.Text{{Text: t, Lang: f.doc.Lang}}, note(), 0, 8, true)
	}
	if f.doc.Draft {
		f.text(f.node(sect, "P"), report.Text{{Text: f.doc.Says.Draft, Lang: f.doc.Lang, Strong: true}},
			style{letters.Sans, letters.SansBold, letters.SansItalic, 11, 15, draw.Red}, 0, 22, true)
	}
}

// stamped says what the document was made from.
func (f *flow) stamped() []string {
	s := f.doc.Stamp
	var all []string
	if s.Period != "" {
		all = append(all, s.Period)
	}
	if s.Snapshot != "" {
		all = append(all, s.Snapshot)
	}
	if s.Shown != "" {
		all = append(all, s.Shown)
	}
	return all
}

// sheet is a document of one page or a little more, with its title above.
func (f *flow) sheet() {
	sect := f.node(0, "Sect")
	f.text(f.node(sect, "P"), report.Text{{Text: f.doc.Enterprise, Strong: true}}, note(), 0, 0, false)
	at := len(f.slabs)
	f.heading(sect, f.doc.Title, 1, true)
	f.outlined(at, f.doc.Title)
	for _, p := range f.doc.Parts {
		glue := true
		if !p.Title.Empty() {
			f.heading(sect, p.Title, 2, false)
		}
		for _, b := range p.Blocks {
			from := len(f.slabs)
			f.block(sect, b, glue)
			glue = !b.Heading.Empty() || glue && len(f.slabs) == from
			f.keep(from)
		}
	}
}

// contents lists the parts with their pages, as links.
func (f *flow) contents() {
	sect := f.node(0, "Sect")
	at := len(f.slabs)
	f.heading(sect, report.Text{{Text: f.doc.Says.Contents, Lang: f.doc.Lang}}, 1, false)
	f.slabs[at].fresh = true
	toc := f.node(sect, "TOC")
	s := body()
	s.face = letters.Sans
	for _, p := range f.doc.Parts {
		title := p.Title
		if p.Number != "" {
			title = append(report.Text{{Text: p.Number + ". ", Lang: f.doc.Lang}}, title...)
		}
		link := f.node(f.node(f.node(toc, "TOCI"), "Reference"), "Link")
		for i, ln := range set(f.l, title, s, measure-40, f.span(link, f.doc.Lang)) {
			f.add(slab{before: 4, high: 19, glue: true, paint: func(f *flow, x, y float64) { f.contentsLine(ln, s, link, p, i, x, y) }})
		}
	}
}

// contentsLine is one line of the contents.
func (f *flow) contentsLine(ln line, s style, link int, p report.Part, i int, x, y float64) {
	f.put(marks(f.l, ln, s, x, y+s.size, false)...)
	to, ok := f.known[p.ID]
	if i > 0 || !ok {
		return
	}
	number := strconv.Itoa(to.page + 1)
	end := x + measure
	f.put(Item{Mark: draw.Mark{Text: number, Face: letters.Sans, Size: s.size, X: end - f.l.Wide(letters.Sans, s.size, number), Y: y + s.size, Ink: draw.Black}, Node: link})
	f.put(Item{Mark: draw.Mark{Path: draw.Path(x, y+16, end, y+16), Stroke: draw.Rule, Wide: 0.4}, Node: Artifact})
	at := len(f.book.Pages) - 1
	page := &f.book.Pages[at]
	page.Links = append(page.Links, Link{Box: draw.Box{X: x, Y: y, W: measure, H: 16}, Target: to.page, Y: to.y, Title: p.Title.Plain(), Node: link})
	n := &f.book.Nodes[link]
	n.Kids = append(n.Kids, Kid{Node: -1, Page: at, Item: len(page.Links) - 1, Link: true})
}

// feet writes whose report it is, and the page, at the foot of all but a cover.
func (f *flow) feet() {
	for i := range f.book.Pages {
		if i == 0 && f.doc.Kind != report.Sheet {
			continue
		}
		p := &f.book.Pages[i]
		y := p.High - 34
		right := strings.NewReplacer("{n}", strconv.Itoa(i+1), "{all}", strconv.Itoa(len(f.book.Pages))).Replace(f.doc.Says.Page)
		if f.doc.Draft {
			right = f.doc.Says.Draft + " · " + right
		}
		rw := f.l.Wide(letters.Sans, 8, right)
		left := f.l.Fit(letters.Sans, 8, p.Wide-2*side-rw-20, f.doc.Enterprise)
		for _, m := range []draw.Mark{
			{Path: draw.Path(side, y-11, p.Wide-side, y-11), Stroke: draw.Rule, Wide: 0.5},
			{Text: left, Face: letters.Sans, Size: 8, X: side, Y: y, Ink: draw.Grey},
			{Text: right, Face: letters.Sans, Size: 8, X: p.Wide - side - rw, Y: y, Ink: draw.Grey},
		} {
			p.Items = append(p.Items, Item{Mark: m, Node: Artifact})
		}
	}
}
