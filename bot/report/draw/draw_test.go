package draw

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

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

// label is something that people write: short, long, without spaces, with
// accents, emoji, from right to left.
func label() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.StringMatching(`[a-zéèëïç]{1,12}( [a-zéèëïç]{1,12}){0,14}`),
		rapid.SampledFrom([]string{"", "x", strings.Repeat("m", 300), strings.Repeat("très long ", 30), "👩‍👩‍👧 ✔ → 😀 ensemble", "שלום עולם", "مرحبا بالعالم", "<b>&amp;\"'</b>", "a\u00a0b\u202f!"}),
		rapid.StringN(0, 300, 300),
	)
}

// inside holds that nothing of a drawing is outside its sheet.
func inside(t *rapid.T, l *letters.Set, d Drawing) {
	const slack = 2
	for _, m := range d.Marks {
		b := Bounds(l, m)
		if b.X < -slack || b.Y < -slack || b.X+b.W > d.Wide+slack || b.Y+b.H > d.High+slack {
			t.Fatalf("%q %v stands at %v, outside %v x %v", m.Text, m.Path, b, d.Wide, d.High)
		}
		if m.Text != "" && m.Size < 7 {
			t.Fatalf("%q is written with %v points", m.Text, m.Size)
		}
	}
}

// apart holds that no two texts of a drawing are written over each other.
func apart(t *rapid.T, l *letters.Set, d Drawing) {
	var all []Mark
	for _, m := range d.Marks {
		if strings.TrimSpace(m.Text) != "" {
			all = append(all, m)
		}
	}
	for i, a := range all {
		for _, b := range all[:i] {
			x, y := Bounds(l, a), Bounds(l, b)
			x.Y, x.H, y.Y, y.H = x.Y+x.H*0.2, x.H*0.6, y.Y+y.H*0.2, y.H*0.6
			if x.Meets(y) {
				t.Fatalf("%q at %v is written over %q at %v", a.Text, x, b.Text, y)
			}
		}
	}
}

func anyTheory(t *rapid.T) Theory {
	th := Theory{Titles: [5]string{"Besoins", "Ressources", "Activités et pratiques", "Changements", "Mission"}}
	n := rapid.IntRange(1, 40).Draw(t, "boxes")
	for i := range n {
		th.Nodes = append(th.Nodes, Node{
			ID: fmt.Sprint(i), Column: rapid.IntRange(0, 4).Draw(t, "column"), Text: label().Draw(t, "text"), Under: label().Draw(t, "under"),
			Scope: rapid.Bool().Draw(t, "scope"), Wrong: rapid.Bool().Draw(t, "wrong"), Sign: "−",
		})
	}
	for range rapid.IntRange(0, 60).Draw(t, "arrows") {
		th.Arrows = append(th.Arrows, Arrow{
			From: fmt.Sprint(rapid.IntRange(0, n-1).Draw(t, "from")), To: fmt.Sprint(rapid.IntRange(0, n-1).Draw(t, "to")), Assumed: rapid.Bool().Draw(t, "assumed"),
		})
	}
	return th
}

// No box over another, nothing outside, each arrow from the edge of its box to
// the edge of the other, each text inside its box, the same every time.
func TestTheory(t *testing.T) {
	l := faces(t)
	rapid.Check(t, func(t *rapid.T) {
		th := anyTheory(t)
		p := FitTheory(l, th, 717, 430)
		inside(t, l, p.Drawing)
		apart(t, l, p.Drawing)
		if len(p.Boxes) != len(th.Nodes) {
			t.Fatalf("%d boxes for %d", len(p.Boxes), len(th.Nodes))
		}
		for a, x := range p.Boxes {
			for b, y := range p.Boxes {
				if a != b && x.Meets(y) {
					t.Fatalf("box %s %v over %s %v", a, x, b, y)
				}
			}
		}
		column := map[string]int{}
		for _, n := range th.Nodes {
			column[n.ID] = n.Column
		}
		for _, a := range th.Arrows {
			if column[a.From] < column[a.To] {
				reaches(t, p, a)
			}
		}
		through(t, p)
		if again := FitTheory(l, th, 717, 430); !reflect.DeepEqual(p, again) {
			t.Fatal("drawn again it is another")
		}
	})
}

func reaches(t *rapid.T, p Placed, a Arrow) {
	ends, ok := p.Ends[a]
	if !ok {
		if ends, ok = p.Ends[Arrow{From: a.From, To: a.To, Assumed: !a.Assumed}]; !ok {
			t.Fatalf("the arrow %v is not drawn", a)
		}
	}
	from, to := p.Boxes[a.From], p.Boxes[a.To]
	if math.Abs(ends[0].X-from.X-from.W) > 0.01 || ends[0].Y < from.Y || ends[0].Y > from.Y+from.H {
		t.Fatalf("the arrow %v leaves at %v, not from %v", a, ends[0], from)
	}
	if math.Abs(ends[1].X-to.X) > 0.01 || ends[1].Y < to.Y || ends[1].Y > to.Y+to.H {
		t.Fatalf("the arrow %v arrives at %v, not at %v", a, ends[1], to)
	}
}

// through holds that no arrow goes through a box.
func through(t *rapid.T, p Placed) {
	for _, m := range p.Marks {
		if len(m.Dash) == 0 && m.Wide != 0.9 || m.Fill != "" {
			continue
		}
		from := Point{}
		for _, s := range m.Path {
			if s.Kind == Line { // a lane: straight, across a column
				for id, b := range p.Boxes {
					if low, high := min(from.Y, s.Y), max(from.Y, s.Y); b.X < s.X-1 && b.X+b.W > from.X+1 && b.Y < high-0.01 && b.Y+b.H > low+0.01 {
						t.Fatalf("an arrow goes through box %s %v at %v", id, b, s)
					}
				}
			}
			from = Point{s.X, s.Y}
		}
	}
}

func TestMap(t *testing.T) {
	l := faces(t)
	rapid.Check(t, func(t *rapid.T) {
		var m Map
		m.Across, m.Up, m.Inside, m.Outside, m.Quiet, m.Size = "Influence sur nous", label().Draw(t, "up"), "dedans", "dehors", "peu associé", label().Draw(t, "size")
		for range rapid.IntRange(1, 20).Draw(t, "groups") {
			m.Holders = append(m.Holders, Holder{
				Name: label().Draw(t, "name"), Influence: rapid.IntRange(0, 6).Draw(t, "influence"), Affected: rapid.IntRange(0, 6).Draw(t, "affected"),
				People: rapid.Float64Range(0, 1e6).Draw(t, "people"), Outside: rapid.Bool().Draw(t, "outside"), Quiet: rapid.Bool().Draw(t, "quiet"),
			})
		}
		inside(t, l, PlotMap(l, m, 440))
		all := seats(m.Holders, 246)
		for i, a := range all {
			for _, b := range all[:i] {
				if math.Hypot(a.X-b.X, a.Y-b.Y) < a.r+b.r-0.01 {
					t.Fatalf("the circles %v and %v overlap", a, b)
				}
			}
		}
	})
}

func TestSeries(t *testing.T) {
	l := faces(t)
	rapid.Check(t, func(t *rapid.T) {
		s := Series{Zero: rapid.Bool().Draw(t, "zero")}
		at := time.Unix(1e9, 0)
		for range rapid.IntRange(1, 3).Draw(t, "strokes") {
			stroke := Stroke{Break: label().Draw(t, "break")}
			for range rapid.IntRange(1, 12).Draw(t, "values") {
				at = at.Add(time.Duration(rapid.IntRange(0, 10000).Draw(t, "hours")) * time.Hour)
				stroke.Values = append(stroke.Values, Value{
					At: at, Y: rapid.Float64Range(-1e6, 1e6).Draw(t, "y"), Label: label().Draw(t, "label"), When: label().Draw(t, "when"),
				})
			}
			s.Strokes = append(s.Strokes, stroke)
		}
		if rapid.Bool().Draw(t, "start") {
			s.Start = &Level{Y: rapid.Float64Range(-1e6, 1e6).Draw(t, "start y"), Label: label().Draw(t, "start label")}
		}
		if rapid.Bool().Draw(t, "threshold") {
			s.Threshold = &Level{Y: rapid.Float64Range(-1e6, 1e6).Draw(t, "threshold y"), Label: label().Draw(t, "threshold label")}
		}
		inside(t, l, PlotSeries(l, s, 440))
	})
}

func TestBarsAndPairs(t *testing.T) {
	l := faces(t)
	rapid.Check(t, func(t *rapid.T) {
		b := Bars{Low: label().Draw(t, "low"), High: label().Draw(t, "high")}
		p := Pairs{Low: 1, High: 5, Before: "avant", After: "après"}
		s := Shares{Across: label().Draw(t, "across"), Up: label().Draw(t, "up"), Words: [6]string{"on ne peut pas le dire", "aucune", "petite", "partielle", "importante", "doorslaggevend"}}
		for range rapid.IntRange(1, 8).Draw(t, "rows") {
			row := Bar{Name: label().Draw(t, "name")}
			for i := range row.Counts {
				row.Counts[i] = rapid.IntRange(0, 40).Draw(t, "count")
			}
			b.Rows = append(b.Rows, row)
			p.Rows = append(p.Rows, Pair{
				Name: row.Name, Before: rapid.Float64Range(0, 6).Draw(t, "before"), After: rapid.Float64Range(0, 6).Draw(t, "after"),
				BeforeLabel: "2,4", AfterLabel: "3,1", Change: "+0,7", Wished: rapid.IntRange(-1, 1).Draw(t, "wished"),
			})
			s.Rows = append(s.Rows, Share{Name: row.Name, Contribution: rapid.IntRange(0, 5).Draw(t, "part"), Confidence: rapid.IntRange(1, 5).Draw(t, "confidence")})
		}
		inside(t, l, PlotBars(l, b, 440))
		pairs := PlotPairs(l, p, 440)
		inside(t, l, pairs)
		apart(t, l, pairs)
		inside(t, l, PlotShares(l, s, 440))
	})
}

// luminance is how light an ink is, from 0 to 1, as contrast is computed.
func luminance(i Ink) float64 {
	var c [3]float64
	var n [3]int
	fmt.Sscanf(string(i), "#%02X%02X%02X", &n[0], &n[1], &n[2])
	for k, v := range n {
		if c[k] = float64(v) / 255; c[k] <= 0.04045 {
			c[k] /= 12.92
		} else {
			c[k] = math.Pow((c[k]+0.055)/1.055, 2.4)
		}
	}
	return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2]
}

// Every ink of a text can be read on white and on the palest ground; the steps of
// a scale stay apart in grey, and the number in each can be read.
func TestInks(t *testing.T) {
	contrast := func(a, b Ink) float64 {
		x, y := luminance(a), luminance(b)
		return (max(x, y) + 0.05) / (min(x, y) + 0.05)
	}
	for _, ink := range []Ink{Black, Blue, Red, Grey, Ochre, Green} {
		if c := contrast(ink, White); c < 4.5 {
			t.Errorf("%s on white has a contrast of %.1f", ink, c)
		}
	}
	grey := func(i Ink) float64 { return 116*math.Cbrt(luminance(i)) - 16 }
	for i, ink := range Steps() {
		on := Black
		if i == 4 {
			on = White
		}
		if c := contrast(on, ink); c < 4.5 {
			t.Errorf("the number in step %d has a contrast of %.1f", i+1, c)
		}
		if i > 0 && grey(Steps()[i-1])-grey(ink) < 12 {
			t.Errorf("steps %d and %d are alike in grey", i, i+1)
		}
	}
	full, half, empty := grey(Blue), grey(Steps()[0]), grey(White)
	if full > half-12 || half >= empty {
		t.Errorf("phases are alike in grey: %v %v %v", full, half, empty)
	}
}

func BenchmarkTheory40(b *testing.B) {
	l := faces(b)
	th := Theory{Titles: [5]string{"Besoins", "Ressources", "Activités", "Changements", "Mission"}}
	for i := range 40 {
		th.Nodes = append(th.Nodes, Node{ID: fmt.Sprint(i), Column: i % 5, Text: strings.Repeat("un effet attendu ", 1+i%4)})
		for k := range 2 {
			th.Arrows = append(th.Arrows, Arrow{From: fmt.Sprint(i), To: fmt.Sprint((i*7 + k*11 + 1) % 40)})
		}
	}
	for b.Loop() {
		FitTheory(l, th, 717, 430)
	}
}
