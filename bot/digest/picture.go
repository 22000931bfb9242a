package digest

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"strconv"
	"strings"

	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font/opentype"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"
)

// The measures of the picture, in points. It is as wide as a phone shows it
// without making it smaller than can be read.
const (
	wide     = 360.0
	edge     = 10.0
	nameWide = 150.0
	rowHigh  = 24.0
	boxHigh  = 14.0
	legend   = 13.0
	dots     = 144 // an inch: two dots a point
)

// Picture draws in which phase each enterprise is: a box for each phase, black
// when it is done, striped when it is under way, empty when it is to come. It
// needs no colour to be read. The names of the phases stand below, by number.
func (s Speech) Picture(d Digest) ([]byte, error) {
	face, err := letters()
	if err != nil {
		return nil, err
	}
	phases := s.Script.Questionnaire.Phases
	high := 2*edge + rowHigh*float64(len(d.Stands)+1) + legend*float64(len(phases)+1)
	p := &paper{c: vgimg.NewWith(vgimg.UseWH(wide, vg.Length(high)), vgimg.UseDPI(dots), vgimg.UseBackgroundColor(color.White)), face: face, high: high}
	step := (wide - 2*edge - nameWide) / float64(len(phases))
	for i := range phases {
		p.text(edge+nameWide+step*float64(i)+step/2-3, edge+rowHigh*0.6, 11, strconv.Itoa(i+1))
	}
	for row, x := range d.Stands {
		top := edge + rowHigh*float64(row+1)
		p.text(edge, top+rowHigh*0.6, 11, p.fit(x.Name, 11, nameWide-8))
		at := s.place(x.Phase)
		for i := range phases {
			p.box(edge+nameWide+step*float64(i), top+(rowHigh-boxHigh)/2, step-5, at, i)
		}
	}
	top := edge + rowHigh*float64(len(d.Stands)+1) + legend
	for i, phase := range phases {
		p.text(edge, top+legend*float64(i), 9, p.fit(strconv.Itoa(i+1)+" · "+phase.Title.In(s.Lang), 9, wide-2*edge))
	}
	p.text(edge, top+legend*float64(len(phases)), 9, p.fit(s.Word("digest.legend"), 9, wide-2*edge))
	drawn := p.c.Image()
	grey := image.NewGray(drawn.Bounds()) // no colour, and a fourth of the bytes
	draw.Draw(grey, grey.Bounds(), drawn, drawn.Bounds().Min, draw.Src)
	var out bytes.Buffer
	if err := png.Encode(&out, grey); err != nil {
		return nil, fmt.Errorf("draw a picture: %w", err)
	}
	return out.Bytes(), nil
}

// drawing is raised when the picture is drawn in another way.
const drawing = "1"

// drawn names what the picture of a digest shows: all of it, and nothing else.
func (s Speech) drawn(d Digest) string {
	sum := sha256.New()
	say := func(all ...string) {
		for _, text := range all {
			fmt.Fprintf(sum, "%d:%s", len(text), text)
		}
	}
	say(drawing, s.Lang, s.Word("digest.legend"))
	for _, phase := range s.Script.Questionnaire.Phases {
		say(phase.ID, phase.Title.In(s.Lang))
	}
	for _, x := range d.Stands {
		say(x.Name, x.Phase)
	}
	return hex.EncodeToString(sum.Sum(nil)[:12])
}

// place is how many phases are behind an enterprise; -1: not begun.
func (s Speech) place(phase string) int {
	if phase == "" {
		return -1
	}
	for i, p := range s.Script.Questionnaire.Phases {
		if p.ID == phase {
			return i
		}
	}
	return len(s.Script.Questionnaire.Phases)
}

// letters are the letters of the picture.
func letters() (*font.Cache, error) {
	sans, err := opentype.Parse(liberationsansregular.TTF)
	if err != nil {
		return nil, fmt.Errorf("read the letters of a picture: %w", err)
	}
	return font.NewCache(font.Collection{{Font: font.Font{Typeface: "Sans"}, Face: sans}}), nil
}

// paper is drawn on from its top.
type paper struct {
	c    *vgimg.Canvas
	face *font.Cache
	high float64
}

func (p *paper) at(x, y float64) vg.Point { return vg.Point{X: vg.Length(x), Y: vg.Length(p.high - y)} }

func (p *paper) letter(size float64) font.Face {
	return p.face.Lookup(font.Font{Typeface: "Sans"}, vg.Length(size))
}

func (p *paper) text(x, y, size float64, text string) {
	p.c.SetColor(color.Black)
	p.c.FillString(p.letter(size), p.at(x, y), text)
}

// fit cuts a text that is wider than its place.
func (p *paper) fit(text string, size, room float64) string {
	face := p.letter(size)
	if float64(face.Width(text)) <= room {
		return text
	}
	letters := []rune(text)
	for len(letters) > 0 && float64(face.Width(string(letters)+"…")) > room {
		letters = letters[:len(letters)-1]
	}
	return strings.TrimSpace(string(letters)) + "…"
}

// box is the i-th phase of an enterprise that is in the at-th.
func (p *paper) box(x, y, w float64, at, i int) {
	frame := p.frame(x, y, w, boxHigh)
	p.c.SetColor(color.Black)
	if i < at {
		p.c.Fill(frame)
	}
	p.c.SetLineWidth(1)
	if i == at {
		for stripe := x + 4; stripe < x+w; stripe += 5 {
			var line vg.Path
			line.Move(p.at(stripe, y+boxHigh))
			line.Line(p.at(min(stripe+4, x+w), y))
			p.c.SetLineWidth(1.6)
			p.c.Stroke(line)
		}
		p.c.SetLineWidth(1.6)
	}
	p.c.Stroke(frame)
}

func (p *paper) frame(x, y, w, h float64) (path vg.Path) {
	path.Move(p.at(x, y))
	path.Line(p.at(x+w, y))
	path.Line(p.at(x+w, y+h))
	path.Line(p.at(x, y+h))
	path.Close()
	return path
}
