package paint

import (
	"fmt"
	"image"
	"image/color"
	stddraw "image/draw"
	"image/png"
	"io"
	"math"
	"strconv"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"visesbot/bot/report/draw"
	"visesbot/bot/report/letters"
)

// PNG paints a drawing on a ground, with so many dots a point.
func PNG(out io.Writer, l *letters.Set, d draw.Drawing, ground draw.Ink, dots float64) error {
	w, h := int(math.Ceil(d.Wide*dots)), int(math.Ceil(d.High*dots))
	c := canvas{img: image.NewRGBA(image.Rect(0, 0, w, h)), dots: dots, l: l}
	stddraw.Draw(c.img, c.img.Bounds(), image.NewUniform(rgb(ground)), image.Point{}, stddraw.Src)
	for _, m := range d.Marks {
		c.mark(m)
	}
	if err := png.Encode(out, c.img); err != nil {
		return fmt.Errorf("write a picture: %w", err)
	}
	return nil
}

// canvas is painted on.
type canvas struct {
	img  *image.RGBA
	dots float64
	l    *letters.Set
}

func (c canvas) mark(m draw.Mark) {
	if m.Text != "" {
		c.text(m)
		return
	}
	lines := c.flat(m.Path)
	if m.Fill != "" {
		c.fill(lines, m.Fill)
	}
	if m.Stroke != "" && m.Wide > 0 {
		c.stroke(dashed(lines, m.Dash, c.dots), m.Wide*c.dots, m.Stroke)
	}
}

// dot is a place on the picture.
type dot struct{ x, y float64 }

// flat turns a path into straight lines.
func (c canvas) flat(path []draw.Seg) [][]dot {
	var all [][]dot
	var line []dot
	end := func() {
		if len(line) > 1 {
			all = append(all, line)
		}
		line = nil
	}
	for _, s := range path {
		to := dot{s.X * c.dots, s.Y * c.dots}
		switch s.Kind {
		case draw.Move:
			end()
			line = []dot{to}
		case draw.Line:
			line = append(line, to)
		case draw.Curve:
			line = curved(line, dot{s.X1 * c.dots, s.Y1 * c.dots}, dot{s.X2 * c.dots, s.Y2 * c.dots}, to)
		case draw.Close:
			if len(line) > 0 {
				line = append(line, line[0])
			}
		}
	}
	end()
	return all
}

func curved(line []dot, a, b, to dot) []dot {
	from := line[len(line)-1]
	const steps = 16
	for i := 1; i <= steps; i++ {
		t := float64(i) / steps
		u := 1 - t
		mix := func(p, q, r, s float64) float64 { return u*u*u*p + 3*u*u*t*q + 3*u*t*t*r + t*t*t*s }
		line = append(line, dot{mix(from.x, a.x, b.x, to.x), mix(from.y, a.y, b.y, to.y)})
	}
	return line
}

// fill paints what lines enclose.
func (c canvas) fill(lines [][]dot, ink draw.Ink) {
	c.raster(lines, ink)
}

// raster paints closed shapes, in a window of the picture that holds them.
func (c canvas) raster(shapes [][]dot, ink draw.Ink) {
	win := window(shapes, c.img.Bounds())
	if win.Empty() {
		return
	}
	r := vector.NewRasterizer(win.Dx(), win.Dy())
	for _, s := range shapes {
		r.MoveTo(float32(s[0].x)-float32(win.Min.X), float32(s[0].y)-float32(win.Min.Y))
		for _, p := range s[1:] {
			r.LineTo(float32(p.x)-float32(win.Min.X), float32(p.y)-float32(win.Min.Y))
		}
		r.ClosePath()
	}
	r.Draw(c.img, win, image.NewUniform(rgb(ink)), image.Point{})
}

func window(shapes [][]dot, all image.Rectangle) image.Rectangle {
	minX, minY, maxX, maxY := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, s := range shapes {
		for _, p := range s {
			minX, maxX, minY, maxY = min(minX, p.x), max(maxX, p.x), min(minY, p.y), max(maxY, p.y)
		}
	}
	if minX > maxX {
		return image.Rectangle{}
	}
	return image.Rect(int(math.Floor(minX)), int(math.Floor(minY)), int(math.Ceil(maxX))+1, int(math.Ceil(maxY))+1).Intersect(all)
}

// stroke paints along lines: each piece as a rectangle, each joint round, all
// turned the same way so that they add up.
func (c canvas) stroke(lines [][]dot, wide float64, ink draw.Ink) {
	var shapes [][]dot
	half := max(wide, 1) / 2
	for _, line := range lines {
		for i := 1; i < len(line); i++ {
			a, b := line[i-1], line[i]
			long := math.Hypot(b.x-a.x, b.y-a.y)
			if long == 0 {
				continue
			}
			nx, ny := -(b.y-a.y)/long*half, (b.x-a.x)/long*half
			shapes = append(shapes, []dot{{a.x + nx, a.y + ny}, {a.x - nx, a.y - ny}, {b.x - nx, b.y - ny}, {b.x + nx, b.y + ny}})
			if i > 1 {
				shapes = append(shapes, round(a, half))
			}
		}
	}
	c.raster(shapes, ink)
}

// round is a joint, turned as the pieces are.
func round(at dot, r float64) []dot {
	const corners = 12
	var all []dot
	for i := range corners {
		turn := 2 * math.Pi * float64(i) / corners
		all = append(all, dot{at.x + r*math.Cos(turn), at.y + r*math.Sin(turn)})
	}
	return all
}

// dashed cuts lines into dashes.
func dashed(lines [][]dot, dash []float64, dots float64) [][]dot {
	if len(dash) < 2 {
		return lines
	}
	var all [][]dot
	for _, line := range lines {
		on, left, at := true, dash[0]*dots, 0
		piece := []dot{line[0]}
		for i := 1; i < len(line); i++ {
			a, b := line[i-1], line[i]
			for {
				long := math.Hypot(b.x-a.x, b.y-a.y)
				if long <= left {
					left -= long
					piece = append(piece, b)
					break
				}
				a = dot{a.x + (b.x-a.x)*left/long, a.y + (b.y-a.y)*left/long}
				if piece = append(piece, a); on {
					all = append(all, piece)
				}
				on, at = !on, (at+1)%len(dash)
				piece, left = []dot{a}, dash[at]*dots
			}
		}
		if on && len(piece) > 1 {
			all = append(all, piece)
		}
	}
	return all
}

// text paints letters by their outlines.
func (c canvas) text(m draw.Mark) {
	x := m.X * c.dots
	y := m.Y * c.dots
	for _, run := range c.l.Runs(m.Face, m.Text) {
		var shapes [][]dot
		for _, r := range run.Text {
			shapes = append(shapes, outline(c.l.Outline(run.Face, m.Size*c.dots, r), x, y)...)
			x += c.l.Advance(run.Face, m.Size*c.dots, r)
		}
		if len(shapes) > 0 {
			c.raster(shapes, m.Ink)
		}
	}
}

func outline(segs sfnt.Segments, x, y float64) [][]dot {
	var all [][]dot
	var line []dot
	at := func(p fixed.Point26_6) dot { return dot{x + float64(p.X)/64, y + float64(p.Y)/64} }
	for _, s := range segs {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			if len(line) > 1 {
				all = append(all, line)
			}
			line = []dot{at(s.Args[0])}
		case sfnt.SegmentOpLineTo:
			line = append(line, at(s.Args[0]))
		case sfnt.SegmentOpQuadTo:
			from, q, to := line[len(line)-1], at(s.Args[0]), at(s.Args[1])
			for i := 1; i <= 4; i++ {
				t := float64(i) / 4
				u := 1 - t
				line = append(line, dot{u*u*from.x + 2*u*t*q.x + t*t*to.x, u*u*from.y + 2*u*t*q.y + t*t*to.y})
			}
		case sfnt.SegmentOpCubeTo:
			line = curved(line, at(s.Args[0]), at(s.Args[1]), at(s.Args[2]))
		}
	}
	if len(line) > 1 {
		all = append(all, line)
	}
	return all
}

func rgb(i draw.Ink) color.RGBA {
	n, err := strconv.ParseUint(string(i[min(1, len(i)):]), 16, 32)
	if err != nil {
		return color.RGBA{A: 255}
	}
	return color.RGBA{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n), A: 255}
}
