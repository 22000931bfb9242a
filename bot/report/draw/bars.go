package draw

import (
	"strconv"

	"visesbot/bot/report/letters"
)

// Pair is one thing before and after.
type Pair struct {
	Name          string
	Before, After float64
	BeforeLabel   string
	AfterLabel    string
	Change        string // with its sign
	Wished        int    // 1: a rise is wished for; -1: a fall; 0: not said
}

// Pairs is what a drawing of before and after shows.
type Pairs struct {
	Rows          []Pair
	Low, High     float64
	Before, After string // the words of the key
}

const pairHigh = 26.0

// PlotPairs draws a row for each: a hollow circle before, a full one after, and
// an arrow between.
func PlotPairs(l *letters.Set, p Pairs, wide float64) Drawing {
	d := Drawing{Wide: wide, High: pairHigh*float64(len(p.Rows)) + 34}
	w := pen{Drawing: &d, l: l}
	nameW, left, right := wide*0.34, wide*0.34+20, wide-64
	x := func(v float64) float64 {
		if p.High <= p.Low {
			return (left + right) / 2
		}
		return left + (right-left)*(max(p.Low, min(v, p.High))-p.Low)/(p.High-p.Low)
	}
	for i, r := range p.Rows {
		y := 20 + pairHigh*float64(i)
		lines := l.Wrap(letters.Sans, 8.5, nameW, r.Name, 2)
		for n, line := range lines {
			w.text(0, y+3-float64(len(lines)-1)*5+float64(n)*10, 8.5, letters.Sans, Black, line)
		}
		w.line(left, y, right, y, 0.5, Rule)
		pair(w, r, x(r.Before), x(r.After), y)
		ink := Blue
		if r.Wished != 0 && (r.After-r.Before)*float64(r.Wished) < 0 {
			ink = Red
		}
		w.right(wide, y+3, 9, ink, l.Fit(letters.SansBold, 9, 60, r.Change))
	}
	y := d.High - 8
	w.Add(Mark{Path: Circle(left+4, y-3, 3.6), Fill: White, Stroke: Blue, Wide: 1.4})
	w.text(left+12, y, 8, letters.Sans, Grey, p.Before)
	at := left + 24 + l.Wide(letters.Sans, 8, p.Before)
	w.Add(Mark{Path: Circle(at+4, y-3, 3.6), Fill: Blue})
	w.text(at+12, y, 8, letters.Sans, Grey, p.After)
	return d
}

func pair(w pen, r Pair, before, after, y float64) {
	if gap := after - before; gap > 9 || gap < -9 {
		side := 1.0
		if gap < 0 {
			side = -1
		}
		tip := after - side*4.5
		w.line(before+side*4, y, tip-side*4, y, 1.6, Blue)
		w.Add(Mark{Path: append(Path(tip, y, tip-side*5, y-3, tip-side*5, y+3), Seg{Kind: Close}), Fill: Blue})
	}
	w.Add(Mark{Path: Circle(before, y, 4), Fill: White, Stroke: Blue, Wide: 1.5}, Mark{Path: Circle(after, y, 4), Fill: Blue})
	bw, aw := w.l.Wide(letters.Sans, 8, r.BeforeLabel), w.l.Wide(letters.SansBold, 8, r.AfterLabel)
	bx, ax := before-bw/2, after-aw/2
	if bx < ax+aw+4 && ax < bx+bw+4 { // both would meet: apart, each to its side
		mid := (before + after) / 2
		if before <= after {
			bx, ax = mid-3-bw, mid+3
		} else {
			ax, bx = mid-3-aw, mid+3
		}
	}
	w.text(bx, y-7, 8, letters.Sans, Grey, r.BeforeLabel)
	w.text(ax, y-7, 8, letters.SansBold, Black, r.AfterLabel)
}

// Bar is how many chose each step of a scale.
type Bar struct {
	Name   string
	Counts [5]int
}

// Bars is what a drawing of distributions shows.
type Bars struct {
	Rows      []Bar
	Low, High string // what the ends of the scale mean
}

const barHigh = 34.0

// PlotBars draws a bar for each, from 1 to 5, from light to dark, with the number
// of people in each part.
func PlotBars(l *letters.Set, b Bars, wide float64) Drawing {
	d := Drawing{Wide: wide, High: barHigh*float64(len(b.Rows)) + 26}
	w := pen{Drawing: &d, l: l}
	nameW := wide * 0.3
	left := nameW + 8
	for i, r := range b.Rows {
		y := 4 + barHigh*float64(i)
		lines := l.Wrap(letters.Sans, 8.5, nameW, r.Name, 3)
		for n, line := range lines {
			w.text(0, y+12-float64(len(lines)-1)*5+float64(n)*10, 8.5, letters.Sans, Black, line)
		}
		bar(w, r, left, wide-1-left, y)
	}
	key(w, b, left, wide, d.High-8)
	return d
}

func bar(w pen, r Bar, left, room, y float64) {
	n := 0
	for _, c := range r.Counts {
		n += c
	}
	x := left
	for i, c := range r.Counts {
		if c == 0 || n == 0 {
			continue
		}
		wide := room * float64(c) / float64(n)
		w.Add(Mark{Path: Rect(x, y, wide, 20), Fill: Steps()[i], Stroke: Grey, Wide: 0.7})
		ink := Black
		if i == 4 {
			ink = White
		}
		label := strconv.Itoa(c)
		if lw := w.l.Wide(letters.SansBold, 9, label); lw+2 < wide {
			w.text(x+wide/2-lw/2, y+13.5, 9, letters.SansBold, ink, label)
		}
		x += wide
	}
	if n == 0 {
		w.Add(Mark{Path: Rect(left, y, room, 20), Fill: White, Stroke: Grey, Wide: 0.7, Dash: []float64{2, 2}})
	}
}

// key says what the steps are.
func key(w pen, b Bars, left, wide, y float64) {
	step := 16.0
	low := w.l.Fit(letters.Sans, 8, (wide-left)/2-3*step, b.Low)
	w.text(left, y, 8, letters.Sans, Grey, low)
	x := left + w.l.Wide(letters.Sans, 8, low) + 5
	for i, ink := range Steps() {
		w.Add(Mark{Path: Rect(x, y-8.5, step, 11), Fill: ink, Stroke: Grey, Wide: 0.6})
		on := Black
		if i == 4 {
			on = White
		}
		w.text(x+step/2-2.3, y, 8, letters.Sans, on, strconv.Itoa(i+1))
		x += step
	}
	w.text(x+5, y, 8, letters.Sans, Grey, w.l.Fit(letters.Sans, 8, wide-x-5, b.High))
}
