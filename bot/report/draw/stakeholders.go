package draw

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"visesbot/bot/report/letters"
)

// Holder is a stakeholder on the map.
type Holder struct {
	Name      string
	Influence int // 1 to 5
	Affected  int // 1 to 5
	People    float64
	Outside   bool
	Quiet     bool // much affected, hardly heard
}

// Map is what a map of stakeholders shows.
type Map struct {
	Holders []Holder
	Across  string // what grows to the right
	Up      string // what grows upwards
	Inside  string // the words of the key
	Outside string
	Quiet   string
	Size    string // that the circle is the number of people
}

// The measures of the map.
const (
	mapLeft   = 22.0
	mapBottom = 40.0
	mapTop    = 4.0
)

// PlotMap draws the map: a numbered circle a group, its names as a list beside.
func PlotMap(l *letters.Set, m Map, wide float64) Drawing {
	side := min(wide*0.56, 290)
	listX := mapLeft + side + 16
	d := Drawing{Wide: wide, High: mapTop + side + mapBottom}
	w := pen{Drawing: &d, l: l}
	grid(w, m, side)
	for i, at := range seats(m.Holders, side) {
		h, r := m.Holders[i], at.r
		c := Mark{Path: Circle(at.X, at.Y, r), Fill: Blue, Stroke: Blue, Wide: 1.4}
		ink := White
		if h.Outside {
			c.Fill, ink = White, Blue
		}
		if h.Quiet {
			c.Stroke, c.Wide = Red, 2.2
			if !h.Outside {
				c.Fill = Red
			} else {
				ink = Red
			}
		}
		w.Add(c)
		number := strconv.Itoa(i + 1)
		w.text(at.X-l.Wide(letters.SansBold, 7.5, number)/2, at.Y+2.7, 7.5, letters.SansBold, ink, number)
	}
	y := names(w, m, listX, wide)
	d.High = max(d.High, y)
	return d
}

func grid(w pen, m Map, side float64) {
	for i := range 6 {
		at := side * float64(i) / 5
		w.line(mapLeft+at, mapTop, mapLeft+at, mapTop+side, 0.5, Rule)
		w.line(mapLeft, mapTop+at, mapLeft+side, mapTop+at, 0.5, Rule)
	}
	for i := range 5 {
		at := side * (float64(i) + 0.5) / 5
		w.text(mapLeft+at-2, mapTop+side+11, 8, letters.Sans, Grey, strconv.Itoa(i+1))
		w.text(mapLeft-12, mapTop+side-at+3, 8, letters.Sans, Grey, strconv.Itoa(i+1))
	}
	w.right(mapLeft+side, mapTop+side+23, 8.5, Blue, w.l.Fit(letters.SansBold, 8.5, side, m.Across+" →"))
	w.text(mapLeft, mapTop+side+35, 8.5, letters.SansBold, Blue, w.l.Fit(letters.SansBold, 8.5, side, "↑ "+m.Up))
}

// radius makes the area of a circle tell the number of people.
func radius(all []Holder, people float64) float64 {
	most := 1.0
	for _, h := range all {
		most = max(most, h.People)
	}
	return 6.5 + 7.5*math.Sqrt(max(0, people)/most)
}

// seat is where a circle stands, and how large it is.
type seat struct {
	Point
	r float64
}

// seats are the middles of the circles: in their square, in a ring where several
// share it.
func seats(all []Holder, side float64) []seat {
	shared := map[[2]int][]int{}
	for i, h := range all {
		k := [2]int{clamp(h.Influence), clamp(h.Affected)}
		shared[k] = append(shared[k], i)
	}
	at := make([]seat, len(all))
	step := side / 5
	for k, those := range shared {
		x, y := mapLeft+step*(float64(k[0])-0.5), mapTop+side-step*(float64(k[1])-0.5)
		for n, i := range those {
			at[i] = seat{Point{X: x, Y: y}, radius(all, all[i].People)}
			if len(those) > 1 {
				turn := 2*math.Pi*float64(n)/float64(len(those)) - math.Pi/2
				ring := step * 0.28
				at[i].X, at[i].Y = x+ring*math.Cos(turn), y+ring*math.Sin(turn)
				at[i].r = min(at[i].r, step/2-ring, ring*math.Sin(math.Pi/float64(len(those))))
			}
		}
	}
	return at
}

func clamp(n int) int { return max(1, min(n, 5)) }

// names lists the groups by number beside the map, and says what its signs mean.
func names(w pen, m Map, x, wide float64) float64 {
	y := mapTop + 8
	for i, h := range m.Holders {
		text := strconv.Itoa(i+1) + "  " + h.Name
		if h.Quiet {
			text += " (" + m.Quiet + ")"
		}
		for n, line := range w.l.Wrap(letters.Sans, 8.5, wide-x, text, 3) {
			ink := Black
			if h.Quiet {
				ink = Red
			}
			w.text(x, y+float64(n)*10.5, 8.5, letters.Sans, ink, line)
		}
		y += 10.5*float64(len(w.l.Wrap(letters.Sans, 8.5, wide-x, text, 3))) + 2.5
	}
	y += 6
	for i, key := range []string{m.Inside, m.Outside, m.Size} {
		if key == "" {
			continue
		}
		switch i {
		case 0:
			w.Add(Mark{Path: Circle(x+4, y-2.5, 4), Fill: Blue})
		case 1:
			w.Add(Mark{Path: Circle(x+4, y-2.5, 4), Fill: White, Stroke: Blue, Wide: 1.2})
		}
		lines := w.l.Wrap(letters.Sans, 8, wide-x-12, key, 2)
		for n, line := range lines {
			w.text(x+12, y+float64(n)*10, 8, letters.Sans, Grey, line)
		}
		y += 10*float64(len(lines)) + 3
	}
	return y + 2
}

// Order puts stakeholders in the order in which the list reads: the most
// affected first.
func Order(all []Holder) []Holder {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b Holder) int {
		return cmp.Or(cmp.Compare(b.Affected, a.Affected), cmp.Compare(b.Influence, a.Influence))
	})
	return all
}
