package pdf

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"visesbot/bot/report"
	"visesbot/bot/report/draw"
	"visesbot/bot/report/letters"
	"visesbot/bot/report/page"
	"visesbot/bot/report/pdftest"
)

func faces(t testing.TB) *letters.Set {
	t.Helper()
	l, err := letters.Open()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func text1(s string) report.Text { return report.Text{{Text: s, Lang: "fr"}} }

// everything is a document with one of each block.
func everything(l *letters.Set) report.Document {
	other := report.Text{{Text: "Wij doen ", Lang: "nl", Own: true}, {Text: "mee", Lang: "nl", Strong: true}}
	rows := [][]report.Text{}
	for range 80 {
		rows = append(rows, []report.Text{text1("une ligne du tableau"), other})
	}
	series := draw.PlotSeries(l, draw.Series{Strokes: []draw.Stroke{{Values: []draw.Value{
		{At: time.Unix(0, 0), Y: 3, Label: "3", When: "2026"}, {At: time.Unix(1e7, 0), Y: 5, Label: "5", When: "2027"},
	}}}}, report.TextWide)
	return report.Document{
		Kind: report.Report, Lang: "fr", Title: text1("Rapport"), Enterprise: "L'Éclaircie → 你 😀 שלום", Draft: true,
		Says: report.Says{Contents: "Sommaire", Page: "page {n} / {all}", Draft: "Brouillon", Figure: "Figure", Missing: "Manque :"},
		Parts: []report.Part{{ID: "a", Number: "1", Title: text1("Une partie"), Blocks: []report.Block{
			{Heading: text1("Titre"), Level: 2},
			{Para: text1("Un paragraphe. ").And(other)},
			{List: []report.Text{other, text1("deux")}},
			{Quote: &report.Quote{Text: other, By: text1("quelqu'un")}},
			{Facts: []report.Fact{{Name: text1("nom"), Value: other}}},
			{Table: &report.Table{Head: []report.Text{text1("un"), text1("deux")}, Rows: rows}},
			{Missing: text1("pas encore")},
			{Note: text1("note")},
			{Figure: &report.Figure{Drawing: series, Alt: "Une ligne.", Caption: text1("la ligne"), Data: []report.Text{text1("3, 5")}}},
			{Figure: &report.Figure{Drawing: series, Alt: "Une ligne.", Caption: text1("tournée"), Land: true}},
		}}, {ID: "b", Number: "2", Title: text1("La suite"), Blocks: []report.Block{{Para: other}}}},
	}
}

func written(t testing.TB, d report.Document) []byte {
	t.Helper()
	l := faces(t)
	var b bytes.Buffer
	if err := Write(&b, l, page.Lay(l, d), time.Date(2026, 12, 1, 10, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A document with one of each block has no fault, and is the same every time.
func TestTagged(t *testing.T) {
	d := everything(faces(t))
	raw := written(t, d)
	for _, wrong := range pdftest.Check(t, raw) {
		t.Error(wrong)
	}
	if !bytes.Equal(raw, written(t, d)) {
		t.Error("the same document gives other bytes")
	}
}

// The checker notices what it is there for: each fault is planted into a PDF that
// has none, and is the only kind of thing found.
func TestCheckerBites(t *testing.T) {
	raw := written(t, everything(faces(t)))
	for name, c := range map[string]struct{ from, to, want string }{
		"tagged":   {"/Marked true", "/Marked fals", "not marked"},
		"title":    {"/DisplayDocTitle true", "/DisplayDocTitle fals", "title is not shown"},
		"language": {"/Lang (fr) /StructTreeRoot", "/Lanx (fr) /StructTreeRoot", "no Lang"},
		"metadata": {"pdfuaid:part", "pdfuaid:parx", "no pdfuaid"},
		"alt":      {"/Alt (", "/Alx (", "without alternative"},
		"scope":    {"/Scope /Column", "/Scopx /Column", "without scope"},
		"cell":     {"/S /TD", "/S /LI", "LI in TR"},
		"body":     {"/S /LBody", "/S /LBodx", "LI without LBody"},
		"level":    {"/S /H2", "/S /H4", "heading 4 after"},
		"link":     {"/Contents (Une partie)", "/Contentx (Une partie)", "a link without contents"},
		"annot":    {"/OBJR /Obj", "/OBJX /Obj", "a link without"},
		"tabs":     {"/Tabs /S", "/Tabs /R", "tabs do not"},
		"head":     {"/S /THead", "/S /TFoot", "table without a head"},
		"owner":    {"/MCID 0 ", "/MCID 9 ", "belongs to no element"},
	} {
		if !bytes.Contains(raw, []byte(c.from)) {
			t.Errorf("%s: there is no %q to plant a fault in", name, c.from)
			continue
		}
		found := ""
		func() {
			defer func() {
				if wrong := recover(); wrong != nil {
					found = "could not be read"
				}
			}()
			found = strings.Join(pdftest.Check(t, bytes.ReplaceAll(raw, []byte(c.from), []byte(c.to))), "; ")
		}()
		if !strings.Contains(found, c.want) {
			t.Errorf("%s: found %q, not %q", name, found, c.want)
		}
	}
}
