package page

import (
	"strings"

	"visesbot/bot/report"
	"visesbot/bot/report/draw"
	"visesbot/bot/report/letters"
)

// style is how a text is set.
type style struct {
	face, strong, em letters.Face
	size, lead       float64
	ink              draw.Ink
}

// The styles of a report.
func body() style {
	return style{letters.Serif, letters.SerifBold, letters.SerifItalic, 10.5, 15.2, draw.Black}
}

func note() style {
	return style{letters.Sans, letters.SansBold, letters.SansItalic, 9, 12.4, draw.Grey}
}

func cell() style {
	return style{letters.Sans, letters.SansBold, letters.SansItalic, 8.8, 11.4, draw.Black}
}

func caption() style {
	return style{letters.Sans, letters.SansBold, letters.SansItalic, 9, 12, draw.Grey}
}

func heading(level int) style {
	size := []float64{20, 13.5, 11.5}[max(0, min(level-1, 2))]
	return style{letters.SansBold, letters.SansBold, letters.SansBold, size, size * 1.25, draw.Blue}
}

// piece is a part of a word in one cut of the letters.
type piece struct {
	text string
	face letters.Face
	node int
	wide float64
}

// word is what stands between two spaces.
type word struct {
	pieces []piece
	wide   float64
	alone  bool // cut off a wider one: the line ends behind it
}

// line is a line of words.
type line []word

// wordsOf cuts a text into words. span gives the node of a run.
func wordsOf(l *letters.Set, t report.Text, s style, room float64, span func(report.Run) int) []word {
	var all []word
	open := false // the next piece belongs to the last word
	for _, r := range t {
		face, node := s.faceOf(r), span(r)
		text := joined(r.Text)
		for text != "" {
			at := strings.IndexAny(text, " \t\n\r")
			if at == 0 {
				open, text = false, text[1:]
				continue
			}
			part := text
			if at > 0 {
				part = text[:at]
			}
			text = text[len(part):]
			p := piece{text: part, face: face, node: node, wide: l.Wide(face, s.size, part)}
			if open {
				last := &all[len(all)-1]
				last.pieces, last.wide = append(last.pieces, p), last.wide+p.wide
			} else {
				all = append(all, word{pieces: []piece{p}, wide: p.wide})
			}
			open = true
		}
	}
	return narrow(l, all, s, room)
}

// joined makes the spaces before and inside signs, as French has them, such that
// no line is broken there. It adds none.
func joined(s string) string {
	const fixed = "\u00a0"
	return strings.NewReplacer(" :", fixed+":", " ;", fixed+";", " ?", fixed+"?", " !", fixed+"!", "« ", "«"+fixed, " »", fixed+"»", " €", fixed+"€", " %", fixed+"%").Replace(s)
}

func (s style) faceOf(r report.Run) letters.Face {
	switch {
	case r.Strong:
		return s.strong
	case r.Em:
		return s.em
	}
	return s.face
}

// narrow cuts the words that are wider than room.
func narrow(l *letters.Set, words []word, s style, room float64) []word {
	var all []word
	for _, w := range words {
		if w.wide <= room {
			all = append(all, w)
			continue
		}
		for n, p := range w.pieces {
			cut := l.Cut(p.face, s.size, room, p.text)
			for i, c := range cut {
				wide := l.Wide(p.face, s.size, c)
				all = append(all, word{pieces: []piece{{c, p.face, p.node, wide}}, wide: wide, alone: i < len(cut)-1 || n < len(w.pieces)-1 && i == len(cut)-1 && len(cut) > 1})
			}
		}
	}
	return all
}

// broken breaks words into lines so that what is left at their ends is as even
// as can be; the last line does not count.
func broken(words []word, space, room float64) []line {
	n := len(words)
	cost, from := make([]float64, n+1), make([]int, n+1)
	for end := 1; end <= n; end++ {
		cost[end] = -1
		wide := -space
		for begin := end - 1; begin >= 0; begin-- {
			wide += space + words[begin].wide
			if begin < end-1 && (wide > room || words[begin].alone) {
				break
			}
			left := max(0, room-wide)
			if end == n || words[end-1].alone {
				left = 0
			}
			if c := cost[begin] + left*left; cost[end] < 0 || c < cost[end] {
				cost[end], from[end] = c, begin
			}
		}
	}
	var all []line
	for end := n; end > 0; end = from[end] {
		all = append([]line{words[from[end]:end]}, all...)
	}
	return all
}

// set breaks a text into lines.
func set(l *letters.Set, t report.Text, s style, room float64, span func(report.Run) int) []line {
	return broken(wordsOf(l, t, s, room, span), l.Wide(s.face, s.size, " "), room)
}

// marks are what a line paints at a place: one text a stretch of one cut and one
// node, with a space behind where one follows.
func marks(l *letters.Set, ln line, s style, x, y float64, last bool) []Item {
	var all []Item
	space := l.Wide(s.face, s.size, " ")
	for i, w := range ln {
		for n, p := range w.pieces {
			text := p.text
			ends := n == len(w.pieces)-1
			spaced := ends && (i < len(ln)-1 || !last && !w.alone)
			if spaced {
				text += " "
			}
			if k := len(all) - 1; k >= 0 && all[k].Face == p.face && all[k].Node == p.node && l.Wide(p.face, s.size, " ") == space {
				all[k].Text += text
			} else {
				all = append(all, Item{Mark: draw.Mark{Text: text, Face: p.face, Size: s.size, X: x, Y: y, Ink: s.ink}, Node: p.node})
			}
			x += p.wide
			if spaced {
				x += space
			}
		}
	}
	return all
}
