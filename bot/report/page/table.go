package page

import (
	"visesbot/bot/report"
	"visesbot/bot/report/draw"
)

const (
	cellPad  = 4.0
	rowLines = 40 // a row of more lines goes on in another
)

// table adds a table, a slab a row; its head stands again on each page, for the
// eye only.
func (f *flow) table(sect int, t report.Table, glue bool) {
	f.tables++
	n := f.node(sect, "Table")
	wide := columns(t)
	head := f.node(f.node(n, "THead"), "TR")
	hs := cell()
	hs.face, hs.ink = hs.strong, draw.Blue
	first := f.row(head, "TH", t.Head, hs, wide, 0)
	again := f.row(Artifact, "", t.Head, hs, wide, 0)
	for i := range first {
		first[i].before, first[i].glue = 9, glue || i > 0
		f.add(first[i])
	}
	body := f.node(n, "TBody")
	for r, cells := range t.Rows {
		rows := f.row(f.node(body, "TR"), "TD", cells, cell(), wide, 1)
		for i := range rows {
			rows[i].glue = i == 0 && (r == 0 || r > 1 && r == len(t.Rows)-1)
			rows[i].head = &again[0]
			f.add(rows[i])
		}
	}
}

// columns are the widths of the columns.
func columns(t report.Table) []float64 {
	parts, sum := t.Wide, 0.0
	if parts == nil {
		for range t.Head {
			parts = append(parts, 1)
		}
	}
	for _, p := range parts {
		sum += p
	}
	var all []float64
	for _, p := range parts {
		all = append(all, measure*p/sum)
	}
	return all
}

// row makes the slabs of a row: one, but for a very high one.
func (f *flow) row(tr int, role string, cells []report.Text, s style, wide []float64, rule int) []slab {
	lines := make([][]line, len(wide))
	high := 1
	for i := range wide {
		n := Artifact
		if tr != Artifact {
			n = f.node(tr, role)
			if role == "TH" {
				f.book.Nodes[n].Scope = "Column"
			}
		}
		if i < len(cells) {
			lines[i] = set(f.l, cells[i], s, wide[i]-2*cellPad, f.span(n, f.doc.Lang))
		}
		high = max(high, len(lines[i]))
	}
	var all []slab
	for from := 0; from < high; from += rowLines {
		n := min(rowLines, high-from)
		sl := slab{high: float64(n)*s.lead + 2*cellPad}
		sl.paint = func(f *flow, x, y float64) {
			if rule == 0 {
				f.put(Item{Mark: draw.Mark{Path: draw.Rect(x, y, measure, sl.high), Fill: draw.Pale}, Node: Artifact})
			}
			f.rule(x, y+sl.high, x+measure, y+sl.high, 0.6, draw.Rule)
			for i := range wide {
				for k := from; k < min(from+n, len(lines[i])); k++ {
					f.put(marks(f.l, lines[i][k], s, x+cellPad, y+cellPad+float64(k-from)*s.lead+s.size, k == len(lines[i])-1)...)
				}
				x += wide[i]
			}
		}
		all = append(all, sl)
	}
	return all
}
