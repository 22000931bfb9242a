package page

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"visesbot/bot/report"
	"visesbot/bot/report/draw"
	"visesbot/bot/report/letters"
)

func faces(t testing.TB) *letters.Set {
	t.Helper()
	l, err := letters.Open()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func says() report.Says {
	return report.Says{Contents: "Sommaire", Page: "page {n} / {all}", Draft: "Brouillon", Figure: "Figure", Missing: "Manque :"}
}

// words are what people write, each with a number, so that it can be found again.
func words(n *int) *rapid.Generator[report.Text] {
	return rapid.Custom(func(t *rapid.T) report.Text {
		var all report.Text
		for range rapid.IntRange(1, 3).Draw(t, "runs") {
			var b strings.Builder
			for range rapid.IntRange(1, 15).Draw(t, "words") {
				*n++
				stem := rapid.SampledFrom([]string{"été", "a", "hoogstaanddienstverlening", "שלום", "مرحبا", "😀", "<b>", strings.Repeat("m", 150)}).Draw(t, "word")
				fmt.Fprintf(&b, "%s#%d ", stem, *n)
			}
			all = append(all, report.Run{
				Text: b.String(), Lang: rapid.SampledFrom([]string{"fr", "nl", ""}).Draw(t, "lang"), Strong: rapid.Bool().Draw(t, "strong"),
			})
		}
		return all
	})
}

func anyDocument(t *rapid.T, l *letters.Set, n *int) report.Document {
	w := words(n)
	d := report.Document{Kind: report.Report, Lang: "fr", Title: w.Draw(t, "title"), Enterprise: rapid.SampledFrom([]string{"L'Éclaircie", strings.Repeat("Très long ", 30), "שלום"}).Draw(t, "name"), Says: says(), Draft: rapid.Bool().Draw(t, "draft")}
	fig := draw.PlotPairs(l, draw.Pairs{Low: 1, High: 5, Rows: []draw.Pair{{Name: "x", Before: 1, After: 3}}}, report.TextWide)
	for i := range rapid.IntRange(1, 4).Draw(t, "parts") {
		p := report.Part{ID: fmt.Sprint(i), Number: fmt.Sprint(i + 1), Title: w.Draw(t, "title")}
		for range rapid.IntRange(0, 9).Draw(t, "blocks") {
			var b report.Block
			switch rapid.IntRange(0, 8).Draw(t, "kind") {
			case 0:
				b = report.Block{Heading: w.Draw(t, "heading"), Level: 2}
			case 1:
				b.Para = w.Draw(t, "para")
			case 2:
				b.List = rapid.SliceOfN(w, 1, 4).Draw(t, "list")
			case 3:
				b.Quote = &report.Quote{Text: w.Draw(t, "quote"), By: w.Draw(t, "by")}
			case 4:
				b.Facts = []report.Fact{{Name: w.Draw(t, "name"), Value: w.Draw(t, "value")}}
			case 5:
				b.Table = &report.Table{Head: []report.Text{{{Text: "un"}}, {{Text: "deux"}}}}
				for range rapid.IntRange(1, 15).Draw(t, "rows") {
					b.Table.Rows = append(b.Table.Rows, []report.Text{w.Draw(t, "cell"), {{Text: "x"}}})
				}
			case 6:
				b.Missing = w.Draw(t, "missing")
			case 7:
				b.Note = w.Draw(t, "note")
			case 8:
				b.Figure = &report.Figure{Drawing: fig, Alt: "x", Caption: w.Draw(t, "caption"), Land: rapid.Bool().Draw(t, "land")}
			}
			p.Blocks = append(p.Blocks, b)
		}
		d.Parts = append(d.Parts, p)
	}
	return d
}

// Whatever people write: nothing stands outside the margins or over the foot, no
// text is lost or said twice, no page is empty, and all is the same again.
func TestLay(t *testing.T) {
	l := faces(t)
	rapid.Check(t, func(t *rapid.T) {
		n := 0
		d := anyDocument(t, l, &n)
		b := Lay(l, d)
		var read strings.Builder
		for i, p := range b.Pages {
			if len(p.Items) == 0 {
				t.Fatalf("page %d is empty", i+1)
			}
			for _, item := range p.Items {
				box := draw.Bounds(l, item.Mark)
				if item.Node != Artifact && (box.X < side-1 || box.X+box.W > p.Wide-side+8 || box.Y < top-8 || box.Y+box.H > p.High-foot+8) {
					t.Fatalf("page %d: %q at %v is outside %v x %v", i+1, item.Text, box, p.Wide, p.High)
				}
			}
		}
		spoken(b, 0, &read)
		text := strings.NewReplacer(" ", "", "-", "").Replace(read.String())
		for i := 1; i <= n; i++ {
			if c := strings.Count(text, fmt.Sprintf("#%d", i)); c == 0 {
				t.Fatalf("word %d of %d is lost", i, n)
			}
		}
		if again := Lay(l, d); !reflect.DeepEqual(b, again) {
			t.Fatal("laid out again it is another")
		}
	})
}

// spoken reads the book as a screen reader does.
func spoken(b Book, node int, out *strings.Builder) {
	for _, k := range b.Nodes[node].Kids {
		switch {
		case k.Node >= 0:
			spoken(b, k.Node, out)
		case !k.Link:
			out.WriteString(b.Pages[k.Page].Items[k.Item].Text)
		}
	}
}

// What is read by ear comes in the order in which it stands, with a space between
// lines.
func TestReadInOrder(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("un deux trois quatre ", 60))
	d := report.Document{
		Kind: report.Sheet, Lang: "fr", Title: report.Text{{Text: "Titre"}}, Enterprise: "E", Says: says(),
		Parts: []report.Part{{Blocks: []report.Block{{Para: report.Text{{Text: long, Lang: "fr"}, {Text: " en nederlands.", Lang: "nl"}}}}}},
	}
	var read strings.Builder
	spoken(Lay(faces(t), d), 0, &read)
	if want := long + " en nederlands."; !strings.Contains(read.String(), want) {
		t.Errorf("read aloud is %.200q", read.String())
	}
}

// A line is not broken before a sign that belongs to the word before it; where
// people wrote no space, none is added.
func TestJoined(t *testing.T) {
	for typed, want := range map[string]string{
		"Pour qui ? Vous !": "Pour qui\u00a0? Vous\u00a0!", "« oui »": "«\u00a0oui\u00a0»", "12 % : 800 €": "12\u00a0%\u00a0: 800\u00a0€", "Wie? Jij!": "Wie? Jij!",
	} {
		if got := joined(typed); got != want {
			t.Errorf("%q becomes %q", typed, got)
		}
	}
}

// A heading is never the last on its page, and a row that goes on is headed again.
func TestPages(t *testing.T) {
	l := faces(t)
	for lines := 20; lines < 60; lines++ {
		p := report.Part{ID: "a", Title: report.Text{{Text: "Partie"}}}
		for range lines {
			p.Blocks = append(p.Blocks, report.Block{Para: report.Text{{Text: "une ligne"}}})
		}
		p.Blocks = append(p.Blocks, report.Block{Heading: report.Text{{Text: "TITRE"}}, Level: 2}, report.Block{Para: report.Text{{Text: strings.Repeat("long texte ", 60)}}})
		b := Lay(l, report.Document{Kind: report.Sheet, Lang: "fr", Title: report.Text{{Text: "T"}}, Says: says(), Parts: []report.Part{p}})
		for i, page := range b.Pages {
			last := Item{}
			for _, item := range page.Items {
				if item.Node != Artifact {
					last = item
				}
			}
			if strings.HasPrefix(last.Text, "TITRE") {
				t.Errorf("after %d lines the heading is the last of page %d", lines, i+1)
			}
		}
	}
	var rows [][]report.Text
	for range 120 {
		rows = append(rows, []report.Text{{{Text: "cellule"}}})
	}
	b := Lay(l, report.Document{Kind: report.Sheet, Lang: "fr", Title: report.Text{{Text: "T"}}, Says: says(), Parts: []report.Part{{Blocks: []report.Block{{Table: &report.Table{Head: []report.Text{{{Text: "TÊTE"}}}, Rows: rows}}}}}})
	heads := 0
	for _, page := range b.Pages {
		for _, item := range page.Items {
			if strings.HasPrefix(item.Text, "TÊTE") {
				heads++
			}
		}
	}
	if len(b.Pages) < 3 || heads != len(b.Pages) {
		t.Errorf("%d heads on %d pages", heads, len(b.Pages))
	}
}
