package form

import (
	"github.com/mailru/easyjson"
	"github.com/mailru/easyjson/jlexer"
	"github.com/mailru/easyjson/jwriter"
)

// Tally counts the open places of a question inside loops.
type Tally struct {
	Question string `json:"question"`
	Open     int    `json:"open"`
}

// Tallies are in document order. In JSON they are one object, a number by
// question: every turn reads and writes them, and so they are short.
type Tallies []Tally

// IsDefined tells easyjson whether there is something to write.
func (t Tallies) IsDefined() bool { return len(t) > 0 }

// MarshalEasyJSON writes {"P1-16":3,"P1-17":2}.
func (t Tallies) MarshalEasyJSON(w *jwriter.Writer) {
	w.RawByte('{')
	for i, n := range t {
		if i > 0 {
			w.RawByte(',')
		}
		w.String(n.Question)
		w.RawByte(':')
		w.Int(n.Open)
	}
	w.RawByte('}')
}

// UnmarshalEasyJSON reads what MarshalEasyJSON wrote. The ids point into what
// is read.
func (t *Tallies) UnmarshalEasyJSON(l *jlexer.Lexer) {
	if l.IsNull() {
		l.Skip()
		return
	}
	l.Delim('{')
	*t = make(Tallies, 0, 8)
	for !l.IsDelim('}') {
		id := l.UnsafeFieldName(false)
		l.WantColon()
		*t = append(*t, Tally{id, l.Int()})
		l.WantComma()
	}
	l.Delim('}')
}

// MarshalJSON is MarshalEasyJSON for encoding/json.
func (t Tallies) MarshalJSON() ([]byte, error) { return easyjson.Marshal(t) }

// UnmarshalJSON is UnmarshalEasyJSON for encoding/json.
func (t *Tallies) UnmarshalJSON(raw []byte) error {
	l := jlexer.Lexer{Data: raw}
	t.UnmarshalEasyJSON(&l)
	return l.Error()
}
