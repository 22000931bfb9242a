package flows

import "strings"

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

// markWords marks terms in lines that the bot says itself, each once in all.
// press makes the data of a mark's press.
func (st *step) markWords(lines []Line, words []string, press func(term string) string) {
	for _, id := range words {
		if t := st.script.Terms[id]; t != nil {
			st.markWord(lines, t, press(id))
		}
	}
}

func (st *step) markWord(lines []Line, t *Term, press string) {
	for i := range lines {
		l := &lines[i]
		if l.Style == Own || l.Style == Link {
			continue
		}
		word, ok := t.saidAs(l.Text, st.lang())
		if !ok || within(l.Marks, word) {
			continue
		}
		l.Marks = append(l.Marks, Mark{Word: word, Press: press})
		return
	}
}

// within tells whether a word is a part of one that is marked, or the other way
// about: one word has one mark.
func within(marks []Mark, word string) bool {
	for _, m := range marks {
		if strings.Contains(m.Word, word) || strings.Contains(word, m.Word) {
			return true
		}
	}
	return false
}
