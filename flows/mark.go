package flows

import (
	"slices"
	"strings"

	"visesbot/flows/form"
)

// Span is a piece of a line: with a mark, or plain.
type Span struct {
	Text string
	Mark *Mark
}

// Spans cuts the text of a line at its marks. What it gives says, put together,
// what the line says.
func (l Line) Spans() []Span {
	spans := []Span{{Text: l.Text}}
	for i := range l.Marks {
		spans = markIn(spans, &l.Marks[i])
	}
	return spans
}

// markIn marks the first plain span that holds the word.
func markIn(spans []Span, m *Mark) []Span {
	for i, s := range spans {
		before, after, found := strings.Cut(s.Text, m.Word)
		if s.Mark != nil || !found || m.Word == "" {
			continue
		}
		out := append([]Span{}, spans[:i]...)
		for _, piece := range []Span{{Text: before}, {m.Word, m}, {Text: after}} {
			if piece.Text != "" {
				out = append(out, piece)
			}
		}
		return append(out, spans[i+1:]...)
	}
	return spans
}

// marked are the words by which some texts say terms, by language, with what
// explains them: all that has to be known of a text to mark it.
type marked map[string][]Mark

// marksIn finds the words by which texts say terms.
func (s *Script) marksIn(terms []string, texts []form.Text) marked {
	all := marked{}
	for _, lang := range form.Langs() {
		for _, id := range terms {
			t := s.Terms[id]
			for _, text := range texts {
				if t == nil {
					break
				}
				m := Mark{Press: Press(VerbTerm, id)}
				ok := false
				if m.Word, ok = t.saidAs(text.In(lang), lang); ok && !slices.Contains(all[lang], m) {
					all[lang] = append(all[lang], m)
				}
			}
		}
	}
	return all
}

// Mark marks words in lines that the bot says itself: each term once in all.
func (m marked) Mark(lines []Line, lang string) {
	var done []string
	for _, one := range m[lang] {
		if !slices.Contains(done, one.Press) && markOnce(lines, one) {
			done = append(done, one.Press)
		}
	}
}

// markOnce marks a word in the first line that says it.
func markOnce(lines []Line, m Mark) bool {
	for i := range lines {
		l := &lines[i]
		if l.Style != Own && l.Style != Link && strings.Contains(l.Text, m.Word) && !overlaps(l.Marks, m.Word) {
			l.Marks = append(l.Marks, m)
			return true
		}
	}
	return false
}

// overlaps tells whether a word is a part of one that is marked, or the other
// way about: one word has one mark.
func overlaps(marks []Mark, word string) bool {
	return slices.ContainsFunc(marks, func(m Mark) bool {
		return strings.Contains(m.Word, word) || strings.Contains(word, m.Word)
	})
}
