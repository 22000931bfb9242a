package draw

import (
	"slices"
	"time"

	"visesbot/bot/report/letters"
)

// Value is one value of an indicator, at a moment.
type Value struct {
	At    time.Time
	Y     float64
	Label string // as the reader's language writes it
	When  string // what the moment is called
}

// Stroke is one version of an indicator: what is measured alike.
type Stroke struct {
	Values []Value
	Break  string // why it begins anew; of the first: empty
}

// Level is a height that the values are held against.
type Level struct {
	Y     float64
	Label string
}

// Series is what the line of an indicator shows.
type Series struct {
	Strokes   []Stroke
	Start     *Level // dotted
	Threshold *Level // dashed
	Zero      bool   // the scale begins at zero
}

// The measures of a line.
const (
	seriesHigh   = 132.0
	seriesTop    = 18.0
	seriesBottom = 26.0
	seriesSide   = 26.0
	labelsWide   = 104.0
)

// frame turns moments and values into places.
type frame struct {
	from, until   time.Time
	low, high     float64
	left, right   float64
	top, bottom   float64
	labelX, words float64
}

// PlotSeries draws the line of an indicator over time: start and threshold as
// levels, a gap and a reason where it was measured anew.
func PlotSeries(l *letters.Set, s Series, wide float64) Drawing {
	d := Drawing{Wide: wide, High: seriesHigh}
	w := pen{Drawing: &d, l: l}
	f := frameOf(s, wide)
	w.line(f.left-8, f.bottom, f.right+8, f.bottom, 0.6, Rule)
	f.levels(w, s)
	var lastWhen float64
	var taken []Box
	for i, stroke := range s.Strokes {
		var xy []float64
		for _, v := range stroke.Values {
			xy = append(xy, f.x(v.At), f.y(v.Y))
		}
		if len(xy) > 2 {
			w.Add(Mark{Path: Path(xy...), Stroke: Blue, Wide: 2})
		}
		for n, v := range stroke.Values {
			lastWhen = f.value(w, stroke, n, v, lastWhen, &taken)
		}
		if i > 0 && stroke.Break != "" && len(stroke.Values) > 0 {
			f.broken(w, s.Strokes[i-1], stroke)
		}
	}
	return d
}

func frameOf(s Series, wide float64) frame {
	f := frame{left: seriesSide, right: wide - seriesSide, top: seriesTop, bottom: seriesHigh - seriesBottom}
	if s.Start != nil || s.Threshold != nil {
		f.right = wide - labelsWide - 10
		f.labelX, f.words = wide-labelsWide, labelsWide
	}
	first := true
	see := func(y float64) {
		if first {
			f.low, f.high, first = y, y, false
		}
		f.low, f.high = min(f.low, y), max(f.high, y)
	}
	for _, stroke := range s.Strokes {
		for _, v := range stroke.Values {
			if f.from.IsZero() || v.At.Before(f.from) {
				f.from = v.At
			}
			if v.At.After(f.until) {
				f.until = v.At
			}
			see(v.Y)
		}
	}
	for _, level := range []*Level{s.Start, s.Threshold} {
		if level != nil {
			see(level.Y)
		}
	}
	if s.Zero {
		f.low = min(f.low, 0)
	}
	if f.high == f.low {
		f.high++
	}
	return f
}

func (f frame) x(at time.Time) float64 {
	span := f.until.Sub(f.from).Hours()
	if span <= 0 {
		return (f.left + f.right) / 2
	}
	return f.left + (f.right-f.left)*at.Sub(f.from).Hours()/span
}

func (f frame) y(v float64) float64 {
	return f.bottom - (f.bottom-f.top)*(v-f.low)/(f.high-f.low)
}

// levels draws start and threshold, with their words to the right, one below the
// other where they would meet.
func (f frame) levels(w pen, s Series) {
	taken := -100.0
	for _, level := range []*Level{higher(s.Start, s.Threshold), lower(s.Start, s.Threshold)} {
		if level == nil {
			continue
		}
		y := f.y(level.Y)
		dash := []float64{1.2, 2.4}
		if level == s.Threshold {
			dash = []float64{6, 3}
		}
		w.line(f.left-8, y, f.labelX-4, y, 1, Ochre, dash...)
		lines := w.l.Wrap(letters.Sans, 8, f.words, level.Label, 3)
		at := max(y+2.5, taken)
		for n, line := range lines {
			w.text(f.labelX, at+float64(n)*9.5, 8, letters.Sans, Ochre, line)
		}
		taken = at + float64(len(lines))*9.5 + 1
	}
	w.High = max(w.High, taken+2)
}

func higher(a, b *Level) *Level {
	if a == nil || b != nil && b.Y > a.Y {
		return b
	}
	return a
}

func lower(a, b *Level) *Level {
	if higher(a, b) == a {
		return b
	}
	return a
}

// value draws a value with its number, and its moment below where there is room;
// it returns where the last moment written ends.
func (f frame) value(w pen, s Stroke, n int, v Value, when0 float64, labels *[]Box) float64 {
	x, y := f.x(v.At), f.y(v.Y)
	w.Add(Mark{Path: Circle(x, y, 3), Fill: Blue})
	above := n == 0 || s.Values[n-1].Y <= v.Y
	at := y - 6
	if !above && y+13 < f.bottom-2 {
		at = y + 13
	}
	f.label(w, x, at, v.Label, labels)
	when := w.l.Fit(letters.Sans, 8, 140, v.When)
	half := w.l.Wide(letters.Sans, 8, when) / 2
	left := max(0, min(x-half, f.right+seriesSide-2*half))
	w.line(x, f.bottom, x, f.bottom+3, 0.6, Grey)
	if left < when0+6 && when0 > 0 {
		return when0
	}
	w.text(left, f.bottom+13, 8, letters.Sans, Grey, when)
	return left + 2*half
}

// label writes a number beside its value, unless another one stands there: all
// of them stand below the drawing too.
func (f frame) label(w pen, x, y float64, text string, taken *[]Box) {
	text = w.l.Fit(letters.SansBold, 8.5, 90, text)
	wide := w.l.Wide(letters.SansBold, 8.5, text)
	box := Box{X: max(0, min(x-wide/2, f.right+seriesSide-wide)), Y: y - 7, W: wide + 3, H: 8}
	if slices.ContainsFunc(*taken, box.Meets) {
		return
	}
	*taken = append(*taken, box)
	w.text(box.X, y, 8.5, letters.SansBold, Black, text)
}

// broken marks where an indicator began to be measured anew.
func (f frame) broken(w pen, before, after Stroke) {
	x := f.x(after.Values[0].At) - 8
	if n := len(before.Values); n > 0 {
		x = (f.x(before.Values[n-1].At) + f.x(after.Values[0].At)) / 2
	}
	w.line(x, 10, x, f.bottom, 1, Red, 2, 2)
	w.middle(x, 8, 8, letters.SansBold, Red, w.l.Fit(letters.SansBold, 8, 150, after.Break), 0, f.right+seriesSide)
}
