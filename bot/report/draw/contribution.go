package draw

import (
	"strconv"

	"visesbot/bot/report/letters"
)

// Share is a point of a plot of contribution and confidence.
type Share struct {
	Name         string
	Contribution int // 1 to 5, as Words; 0: cannot say
	Confidence   int // 1 to 5
}

// Shares is what the plot shows.
type Shares struct {
	Rows   []Share
	Words  [6]string // of the contribution: cannot say, none … decisive
	Across string
	Up     string
}

const shareHigh = 150.0

// PlotShares draws a numbered point a change: how much the enterprise had a part
// in it, across, and how solid that is, upwards.
func PlotShares(l *letters.Set, s Shares, wide float64) Drawing {
	left, top := 18.0, 4.0
	side := min(wide*0.62, 320) - left
	d := Drawing{Wide: wide, High: top + shareHigh + 46}
	w := pen{Drawing: &d, l: l}
	step, up := side/6, shareHigh/5
	for i := range 7 {
		w.line(left+step*float64(i), top, left+step*float64(i), top+shareHigh, 0.5, Rule)
	}
	for i := range 6 {
		w.line(left, top+up*float64(i), left+side, top+up*float64(i), 0.5, Rule)
	}
	for i, word := range s.Words {
		for n, line := range l.Wrap(letters.Sans, 7, step-3, word, 2) {
			w.middle(left+step*(float64(i)+0.5), top+shareHigh+9+float64(n)*8, 7, letters.Sans, Grey, line, left, left+side)
		}
	}
	for i := range 5 {
		w.text(left-10, top+shareHigh-up*(float64(i)+0.5)+3, 8, letters.Sans, Grey, strconv.Itoa(i+1))
	}
	w.right(left+side, top+shareHigh+30, 8.5, Blue, l.Fit(letters.SansBold, 8.5, side, s.Across+" →"))
	w.text(left, top+shareHigh+42, 8.5, letters.SansBold, Blue, l.Fit(letters.SansBold, 8.5, side, "↑ "+s.Up))
	shares(w, s, left, top, step, up)
	x, y := left+side+16, top+8
	for i, r := range s.Rows {
		lines := l.Wrap(letters.Sans, 8.5, wide-x, strconv.Itoa(i+1)+"  "+r.Name, 4)
		for n, line := range lines {
			w.text(x, y+float64(n)*10.5, 8.5, letters.Sans, Black, line)
		}
		y += 10.5*float64(len(lines)) + 4
	}
	d.High = max(d.High, y)
	return d
}

// shares draws the points; those of one square stand side by side.
func shares(w pen, s Shares, left, top, step, up float64) {
	in, seen := map[[2]int]int{}, map[[2]int]int{}
	for _, r := range s.Rows {
		in[[2]int{r.Contribution, clamp(r.Confidence)}]++
	}
	for i, r := range s.Rows {
		k := [2]int{r.Contribution, clamp(r.Confidence)}
		part := step / float64(in[k]+1)
		x := left + step*float64(k[0]) + part*float64(seen[k]+1)
		y := top + shareHigh - up*(float64(k[1])-0.5)
		seen[k]++
		label := strconv.Itoa(i + 1)
		w.Add(Mark{Path: Circle(x, y, 7), Fill: Blue, Stroke: White, Wide: 0.8})
		w.text(x-w.l.Wide(letters.SansBold, 8, label)/2, y+2.8, 8, letters.SansBold, White, label)
	}
}
