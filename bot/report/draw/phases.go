package draw

import (
	"strconv"

	"visesbot/bot/report/letters"
)

// Stand is how far one enterprise is: how many phases are behind it; the next is
// under way. -1: it has not begun.
type Stand struct {
	Name string
	At   int
}

// Phases is what the picture of phases by enterprise shows.
type Phases struct {
	Names  []string // of the phases
	Stands []Stand
	Legend string
}

// The measures of that picture. It is as wide as a phone shows it without making
// it smaller than can be read.
const (
	phasesWide = 360.0
	phasesEdge = 10.0
	phasesName = 150.0
	phasesRow  = 24.0
	phasesBox  = 14.0
	phasesLine = 13.0
)

// PlotPhases draws a box for each phase of each enterprise: full when it is
// done, striped while it is under way, empty when it is to come. It needs no
// colour to be read. The names of the phases stand below, by number.
func PlotPhases(l *letters.Set, p Phases) Drawing {
	d := Drawing{Wide: phasesWide, High: 2*phasesEdge + phasesRow*float64(len(p.Stands)+1) + phasesLine*float64(len(p.Names)+1)}
	w := pen{Drawing: &d, l: l}
	step := (phasesWide - 2*phasesEdge - phasesName) / float64(max(1, len(p.Names)))
	for i := range p.Names {
		w.text(phasesEdge+phasesName+step*float64(i)+step/2-3, phasesEdge+phasesRow*0.6, 11, letters.SansBold, Blue, strconv.Itoa(i+1))
	}
	for row, s := range p.Stands {
		top := phasesEdge + phasesRow*float64(row+1)
		w.text(phasesEdge, top+phasesRow*0.6, 11, letters.Sans, Black, l.Fit(letters.Sans, 11, phasesName-8, s.Name))
		for i := range p.Names {
			phaseBox(w, phasesEdge+phasesName+step*float64(i), top+(phasesRow-phasesBox)/2, step-5, s.At, i)
		}
	}
	top := phasesEdge + phasesRow*float64(len(p.Stands)+1) + phasesLine
	for i, name := range p.Names {
		w.text(phasesEdge, top+phasesLine*float64(i), 9, letters.Sans, Black, l.Fit(letters.Sans, 9, phasesWide-2*phasesEdge, strconv.Itoa(i+1)+" · "+name))
	}
	w.text(phasesEdge, top+phasesLine*float64(len(p.Names)), 9, letters.Sans, Grey, l.Fit(letters.Sans, 9, phasesWide-2*phasesEdge, p.Legend))
	return d
}

// phaseBox is the i-th phase of an enterprise that is in the at-th.
func phaseBox(w pen, x, y, wide float64, at, i int) {
	box := Mark{Path: Rect(x, y, wide, phasesBox), Fill: White, Stroke: Grey, Wide: 0.9}
	switch {
	case i < at:
		box.Fill, box.Stroke = Blue, Blue
	case i == at:
		box.Fill, box.Stroke, box.Wide = Steps()[0], Blue, 1.4
	}
	w.Add(box)
	if i != at {
		return
	}
	for stripe := x + 3; stripe+4 < x+wide; stripe += 5 {
		w.line(stripe, y+phasesBox-1, stripe+4, y+1, 1.5, Blue)
	}
}
