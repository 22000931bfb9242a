package letters

import (
	"fmt"

	"codeberg.org/go-fonts/dejavu/dejavusans"
	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansitalic"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"codeberg.org/go-fonts/liberation/liberationserifbold"
	"codeberg.org/go-fonts/liberation/liberationserifitalic"
	"codeberg.org/go-fonts/liberation/liberationserifregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Face is one cut of a typeface.
type Face int

// The faces: Serif for running text, Sans for headings, tables and drawings.
// Spare has what the others lack; it is chosen by [Set.Runs], by no caller.
const (
	Sans Face = iota
	SansBold
	SansItalic
	Serif
	SerifBold
	SerifItalic
	Spare
)

// Missing is shown for a character that no face has.
const Missing = '▯'

// Faces are all faces, in order.
func Faces() []Face { return []Face{Sans, SansBold, SansItalic, Serif, SerifBold, SerifItalic, Spare} }

// File is the font file of a face. The caller must not change it.
func File(f Face) []byte {
	switch f {
	case SansBold:
		return liberationsansbold.TTF
	case SansItalic:
		return liberationsansitalic.TTF
	case Serif:
		return liberationserifregular.TTF
	case SerifBold:
		return liberationserifbold.TTF
	case SerifItalic:
		return liberationserifitalic.TTF
	case Spare:
		return dejavusans.TTF
	}
	return liberationsansregular.TTF
}

// common is up to where the widths of characters are known beforehand: letters
// with and without accents.
const common = 0x250

// Set are the faces, ready to measure with. It is safe for use by many
// goroutines.
type Set struct {
	fonts  map[Face]*sfnt.Font
	widths map[Face][]int32 // of the common characters, in thousandths; -1: the face has none
}

// Open reads the faces.
func Open() (*Set, error) {
	s := &Set{fonts: map[Face]*sfnt.Font{}, widths: map[Face][]int32{}}
	for _, f := range Faces() {
		parsed, err := sfnt.Parse(File(f))
		if err != nil {
			return nil, fmt.Errorf("read the letters of a report: %w", err)
		}
		s.fonts[f] = parsed
		all := make([]int32, common)
		for r := range all {
			all[r] = s.advance(f, rune(r))
		}
		s.widths[f] = all
	}
	return s, nil
}

// advance is the width of a character in thousandths of its size; -1 where the
// face has none.
func (s *Set) advance(f Face, r rune) int32 {
	var b sfnt.Buffer
	g, err := s.fonts[f].GlyphIndex(&b, r)
	if err != nil || g == 0 {
		return -1
	}
	w, err := s.fonts[f].GlyphAdvance(&b, g, fixed.I(1000), font.HintingNone)
	if err != nil {
		return -1
	}
	return int32(w.Round())
}

// width is what a face gives a character, by what is known beforehand.
func (s *Set) width(f Face, r rune) int32 {
	if r >= 0 && r < common {
		return s.widths[f][r]
	}
	return s.advance(f, r)
}
