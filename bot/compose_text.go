package bot

import (
	"slices"
	"strings"
	"unicode"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"github.com/clipperhouse/uax29/v2/sentences"

	"visesbot/flows"
)

// lineCost is what Compose leaves an adapter for each line: line breaks, a
// bullet, quotation marks.
const lineCost = 4

// Length is how many UTF-16 units lines may become on a channel; of what
// Compose makes it is at most Capabilities.TextMax. An adapter adds no more
// than 4 units to each line, and writes a link as its text and its address.
func Length(lines []flows.Line) int {
	n := 0
	for _, l := range lines {
		n += cost(l)
	}
	return n
}

func cost(l flows.Line) int { return units(l.Text) + units(l.URL) + lineCost }

// units counts UTF-16 units, in which platforms count.
func units(s string) int {
	n := 0
	for _, r := range s {
		n += unitsOf(r)
	}
	return n
}

func unitsOf(r rune) int {
	if r > 0xFFFF {
		return 2
	}
	return 1
}

// paginate spreads lines over pages of so many units at most. There is always one
// page.
func paginate(lines []flows.Line, most int) [][]flows.Line {
	pages := [][]flows.Line{nil}
	if most <= 0 || Length(lines) <= most {
		return [][]flows.Line{lines}
	}
	room := most
	for _, l := range lines {
		for _, piece := range pieces(l, room, most) {
			last := len(pages) - 1
			if cost(piece) > room && len(pages[last]) > 0 {
				pages, room = append(pages, nil), most
				last++
			}
			pages[last] = append(pages[last], piece)
			room -= cost(piece)
		}
	}
	return pages
}

// pieces cuts a line that fits on no page; the first piece fits in the room
// that is left, if that is worth while.
func pieces(l flows.Line, room, most int) []flows.Line {
	if cost(l) <= most {
		return []flows.Line{l}
	}
	if l.URL != "" { // an address is not cut if it can be helped
		l.Text, l.URL, l.Style = l.Text+" "+l.URL, "", flows.Body
	}
	if room < most/2 {
		room = most
	}
	var all []flows.Line
	for rest := l.Text; rest != ""; room = most {
		n := cut(rest, room-lineCost)
		l.Text, rest = rest[:n], rest[n:]
		all = append(all, l)
		l.Marks = unsaid(l)
		if l.Style == flows.Heading || l.Style == flows.Bullet {
			l.Style = flows.Body
		}
	}
	return all
}

// unsaid are the marks of a line whose words are not in it: they may stand in
// the piece that follows.
func unsaid(l flows.Line) []flows.Mark {
	return slices.DeleteFunc(slices.Clone(l.Marks), func(m flows.Mark) bool { return strings.Contains(l.Text, m.Word) })
}

// cut tells after how many bytes to cut a text so that at most room units stand
// before: after a paragraph, else a line, a sentence, a word, a character. A
// single character that is larger is cut between code points; at least one goes.
func cut(text string, room int) int {
	ends, whole := breaks(text, room)
	switch {
	case whole:
		return len(text)
	case len(ends.all) == 0:
		return cutRunes(text, room)
	}
	end := ends.all[len(ends.all)-1]
	for _, good := range []int{ends.paragraph, ends.line, ends.sentence(text[:end])} {
		if good > end/2 {
			return good
		}
	}
	if ends.word > 0 {
		return ends.word
	}
	return end
}

// stops are the places where a text may be cut.
type stops struct {
	all                   []int // after every character that fits
	paragraph, line, word int   // the last ones; 0: none
}

// breaks finds the stops within room, and whether the whole text fits.
func breaks(text string, room int) (stops, bool) {
	var s stops
	each := graphemes.FromString(text)
	for each.Next() {
		if room -= units(each.Value()); room < 0 {
			return s, false
		}
		end := each.End()
		s.all = append(s.all, end)
		if !blank(each.Value()) {
			continue
		}
		s.word = end
		if strings.HasSuffix(each.Value(), "\n") {
			if s.line > 0 && s.line == each.Start() {
				s.paragraph = end
			}
			s.line = end
		}
	}
	return s, true
}

// sentence is where the last sentence of head begins, if that is between two
// characters.
func (s stops) sentence(head string) int {
	start := 0
	for each := sentences.FromString(head); each.Next(); {
		start = each.Start()
	}
	for _, end := range s.all {
		if end == start {
			return start
		}
	}
	return 0
}

// cutRunes gives the end of the code points that fit, but of one at least.
func cutRunes(text string, room int) int {
	for i, r := range text {
		if room -= unitsOf(r); room < 0 && i > 0 {
			return i
		}
	}
	return len(text)
}

func blank(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsSpace(r) }) < 0
}

// shortened cuts a label to so many units at most, with a sign that it was cut.
func shortened(label string, most int) string {
	if units(label) <= most {
		return label
	}
	ends, _ := breaks(label, most-1)
	if len(ends.all) == 0 {
		return "…"
	}
	return strings.TrimRightFunc(label[:ends.all[len(ends.all)-1]], unicode.IsSpace) + "…"
}
