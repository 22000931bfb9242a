package pdf

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"visesbot/bot/report"
	"visesbot/bot/report/draw"
	"visesbot/bot/report/page"
)

// BenchmarkReport40 lays out and writes a report of 40 pages with 25 drawings.
func BenchmarkReport40(b *testing.B) {
	l := faces(b)
	d := everything(l)
	fig := *d.Parts[0].Blocks[8].Figure
	para := report.Block{Para: text1(strings.Repeat("Une phrase d'une longueur ordinaire, comme on en écrit. ", 24))}
	var blocks []report.Block
	for range 24 {
		for range 6 {
			blocks = append(blocks, para)
		}
		f := fig
		f.Drawing = draw.PlotSeries(l, draw.Series{Strokes: []draw.Stroke{{Values: []draw.Value{
			{At: time.Unix(0, 0), Y: 3, Label: "3", When: "2026"}, {At: time.Unix(1e7, 0), Y: 5, Label: "5", When: "2027"},
		}}}}, report.TextWide)
		blocks = append(blocks, report.Block{Figure: &f})
	}
	d.Parts[1].Blocks = append(d.Parts[1].Blocks, blocks...)
	pages := 0
	b.ReportAllocs()
	for b.Loop() {
		book := page.Lay(l, d)
		pages = len(book.Pages)
		var out bytes.Buffer
		if err := Write(&out, l, book, time.Time{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(pages), "pages")
}
