package letters

import (
	"strings"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/bidi"
)

// Run is a piece of text that one face can show, in the order in which it is
// seen from left to right.
type Run struct {
	Face Face
	Text string
	Wide float64 // in parts of the size of the letters
}

// A narrow no-break space stands in no face: it is shown as a no-break space.
const (
	noBreak       = '\u00a0'
	narrowNoBreak = '\u202f'
)

// Runs cuts text into pieces that one face can show each; what no face has
// becomes [Missing], and what cannot be seen is left out. Text that is read from
// right to left is turned round.
func (s *Set) Runs(f Face, text string) []Run {
	var all []Run
	for _, r := range seen(text) {
		face, shown, w := s.pick(f, r)
		if shown == 0 {
			continue
		}
		if n := len(all); n > 0 && all[n-1].Face == face {
			all[n-1].Text += string(shown)
			all[n-1].Wide += w
			continue
		}
		all = append(all, Run{Face: face, Text: string(shown), Wide: w})
	}
	return all
}

// Wide is how wide a text is at a size.
func (s *Set) Wide(f Face, size float64, text string) float64 {
	sum := 0.0
	for _, r := range text {
		if _, shown, w := s.pick(f, r); shown != 0 {
			sum += w
		}
	}
	return sum * size
}

// pick chooses how a character is shown; 0 for one that is not.
func (s *Set) pick(f Face, r rune) (Face, rune, float64) {
	switch {
	case r == narrowNoBreak:
		r = noBreak
	case r == '\t' || r == '\n' || r == '\r':
		r = ' '
	case hidden(r):
		return f, 0, 0
	}
	if w := s.width(f, r); w >= 0 {
		return f, r, float64(w) / 1000
	}
	if w := s.width(Spare, r); w >= 0 {
		return Spare, r, float64(w) / 1000
	}
	return Spare, Missing, float64(s.width(Spare, Missing)) / 1000
}

// hidden tells of characters that show nothing by themselves: controls, marks of
// direction, joiners, and what chooses among variants of an emoji.
func hidden(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r)
}

// seen puts text in the order in which it is seen.
func seen(text string) string {
	if !strings.ContainsFunc(text, rightToLeft) {
		return text
	}
	var p bidi.Paragraph
	if _, err := p.SetString(text); err != nil {
		return text
	}
	order, err := p.Order()
	if err != nil {
		return text
	}
	var b strings.Builder
	for i := range order.NumRuns() {
		run := order.Run(i)
		if run.Direction() == bidi.RightToLeft {
			b.WriteString(bidi.ReverseString(run.String()))
			continue
		}
		b.WriteString(run.String())
	}
	return b.String()
}

func rightToLeft(r rune) bool {
	if r < 0x590 {
		return false
	}
	p, _ := bidi.LookupRune(r)
	return p.Class() == bidi.R || p.Class() == bidi.AL
}

// Outline gives the shape of a character at a size, its origin at 0, 0 and y
// downwards.
func (s *Set) Outline(f Face, size float64, r rune) sfnt.Segments {
	var b sfnt.Buffer
	g, err := s.fonts[f].GlyphIndex(&b, r)
	if err != nil {
		return nil
	}
	shape, err := s.fonts[f].LoadGlyph(&b, g, fixed.Int26_6(size*64), nil)
	if err != nil {
		return nil
	}
	return shape
}

// Advance is how far the next character stands, at a size.
func (s *Set) Advance(f Face, size float64, r rune) float64 {
	return max(0, float64(s.width(f, r))) / 1000 * size
}

// Has tells whether a face has a character.
func (s *Set) Has(f Face, r rune) bool {
	var b sfnt.Buffer
	g, err := s.fonts[f].GlyphIndex(&b, r)
	return err == nil && g != 0
}

// Rise is how far the letters of a face go above the line on which they stand,
// in parts of their size.
func (s *Set) Rise(f Face) float64 {
	var b sfnt.Buffer
	m, err := s.fonts[f].Metrics(&b, fixed.I(1000), font.HintingNone)
	if err != nil {
		return 0.9
	}
	return float64(m.Ascent.Round()) / 1000
}
