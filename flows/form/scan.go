package form

import (
	"iter"
	"strconv"
	"strings"
	"time"
	"unsafe"

	"github.com/mailru/easyjson"
	"github.com/mailru/easyjson/jlexer"
)

// Scan reads a document that stands as [Encode] writes it: without spaces
// around its values. It is what every turn reads its documents with; whatever
// it does not know makes it fail, and then [Decode] reads the document with
// easyjson instead. So it never has to be right about more than it knows.
type Scan struct {
	raw    []byte
	text   string // the same bytes
	at     int
	failed bool
}

// Scanned is a document that can be read in this way.
type Scanned interface {
	easyjson.Unmarshaler
	Scan(*Scan)
}

// whole reads a whole document. Strings point into raw.
func (s *Scan) whole(raw []byte, doc Scanned) bool {
	*s = Scan{raw: raw, text: unsafe.String(unsafe.SliceData(raw), len(raw))}
	doc.Scan(s)
	ok := !s.failed && s.at == len(s.text)
	*s = Scan{}
	return ok
}

// Fail says that this is something else than is known.
func (s *Scan) Fail() { s.failed, s.at = true, len(s.text) }

// take passes over a byte, if it comes next.
func (s *Scan) take(c byte) bool {
	if s.at < len(s.text) && s.text[s.at] == c {
		s.at++
		return true
	}
	return false
}

// more passes over what opens, parts or closes the values of an object or a
// list; false at its end.
func (s *Scan) more(open, end byte, n int) bool {
	switch {
	case n == 0 && !s.take(open):
		s.Fail()
		return false
	case s.take(end):
		return false
	case n > 0 && !s.take(','):
		s.Fail()
	}
	return !s.failed
}

// Names goes through an object: the value of each name is next.
func (s *Scan) Names() iter.Seq[string] {
	return func(yield func(string) bool) {
		for n := 0; s.more('{', '}', n); n++ {
			name := s.Text()
			if !s.take(':') {
				s.Fail()
			}
			if s.failed || !yield(name) {
				return
			}
		}
	}
}

// Text reads a string.
func (s *Scan) Text() string {
	if !s.take('"') {
		s.Fail()
		return ""
	}
	n := strings.IndexByte(s.text[s.at:], '"')
	if n < 0 {
		s.Fail()
		return ""
	}
	text := s.text[s.at : s.at+n]
	if strings.IndexByte(text, '\\') >= 0 {
		s.at--
		return s.escaped()
	}
	s.at += n + 1
	return text
}

// escaped reads a string in which something is written otherwise.
func (s *Scan) escaped() string {
	l := jlexer.Lexer{Data: s.raw[s.at:]}
	text := l.String()
	if s.at += l.GetPos(); l.Error() != nil {
		s.Fail()
	}
	return text
}

// digits gives what stands here of a number.
func (s *Scan) digits() string {
	from := s.at
	for s.at < len(s.text) && s.text[s.at] != ',' && s.text[s.at] != '}' && s.text[s.at] != ']' {
		s.at++
	}
	return s.text[from:s.at]
}

// Int reads a whole number.
func (s *Scan) Int() int { return int(s.Int64()) }

// Int64 reads a whole number.
func (s *Scan) Int64() int64 {
	digits := s.digits()
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || digits[0] == '+' {
		s.Fail()
	}
	return n
}

// Float64 reads a number.
func (s *Scan) Float64() float64 {
	digits := s.digits()
	n, err := strconv.ParseFloat(digits, 64)
	if err != nil || digits[0] != '-' && (digits[0] < '0' || digits[0] > '9') {
		s.Fail()
	}
	return n
}

// Bool reads true or false.
func (s *Scan) Bool() bool {
	switch s.digits() {
	case "true":
		return true
	case "false":
	default:
		s.Fail()
	}
	return false
}

// Time reads a moment.
func (s *Scan) Time() (t time.Time) {
	from := s.at
	if s.Text(); !s.failed && t.UnmarshalJSON(s.raw[from:s.at]) != nil {
		s.Fail()
	}
	return t
}

// Other reads a value with easyjson: one that is seldom there.
func (s *Scan) Other(doc easyjson.Unmarshaler) {
	if s.failed {
		return
	}
	l := jlexer.Lexer{Data: s.raw[s.at:]}
	value := jlexer.Lexer{Data: l.Raw()}
	doc.UnmarshalEasyJSON(&value)
	if s.at += l.GetPos(); l.Error() != nil || value.Error() != nil {
		s.Fail()
	}
}

// ScanTexts reads a list of strings.
func ScanTexts[T ~string](s *Scan) []T {
	all := []T{}
	for n := 0; s.more('[', ']', n); n++ {
		if n == 0 {
			all = make([]T, 0, 8)
		}
		all = append(all, T(s.Text()))
	}
	return all
}

// ScanAll reads a list of documents; each reads one of them.
func ScanAll[T any](s *Scan, each func(*T, *Scan)) []T {
	all := []T{}
	for n := 0; s.more('[', ']', n); n++ {
		all = append(all, *new(T))
		each(&all[n], s)
	}
	return all
}
