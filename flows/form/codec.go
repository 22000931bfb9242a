package form

import (
	"bytes"
	"encoding/json"
	"sync"
	"time"

	"github.com/mailru/easyjson"
	"github.com/mailru/easyjson/jlexer"
	"github.com/mailru/easyjson/jwriter"
)

//go:generate easyjson -all -output_filename answer_easyjson.go answer.go
//go:generate easyjson -all -output_filename stored_easyjson.go stored.go
//go:generate perl -pi -e "s/out.Raw\\(\\(in.(\\w+)\\).MarshalJSON\\(\\)\\)/WriteTime(out, in.${DOLLAR}1)/" answer_easyjson.go stored_easyjson.go

// docSize is how many bytes nearly all documents fit in.
const docSize = 2048

type encoder struct {
	w       jwriter.Writer
	scratch []byte
}

// What writing and reading need for a moment is handed around; it holds
// nothing in between.
//
//nolint:gochecknoglobals // free lists (see [sync.Pool]), not state
var (
	encoders = sync.Pool{New: func() any { return &encoder{scratch: make([]byte, 0, docSize)} }}
	lexers   = sync.Pool{New: func() any { return new(jlexer.Lexer) }}
)

// Encode writes one document of a dossier, or a session, in its stored form:
// JSON with the names of its fields. The bytes are the caller's. It is safe for
// concurrent use.
func Encode(doc any) ([]byte, error) {
	m, ok := doc.(easyjson.Marshaler)
	if !ok {
		return json.Marshal(doc)
	}
	e, _ := encoders.Get().(*encoder)
	defer encoders.Put(e)
	return e.encode(m)
}

func (e *encoder) encode(m easyjson.Marshaler) ([]byte, error) {
	e.w = jwriter.Writer{}
	e.w.Buffer.Buf = e.scratch[:0]
	m.MarshalEasyJSON(&e.w)
	if e.w.Error != nil || e.w.Size() != len(e.w.Buffer.Buf) {
		e.scratch = make([]byte, 0, docSize) // it did not fit: the writer has taken the buffer for its own
		return e.w.BuildBytes()
	}
	return bytes.Clone(e.w.Buffer.Buf), nil
}

// WriteTime writes a moment as [time.Time.MarshalJSON] does, in the place where
// it is to stand: what easyjson makes is made to use it.
func WriteTime(w *jwriter.Writer, t time.Time) {
	if w.Error != nil {
		return
	}
	w.RawByte('"')
	w.Buffer.EnsureSpace(2 * len(time.RFC3339Nano))
	b, err := t.AppendText(w.Buffer.Buf)
	if err != nil {
		w.Error = err
		return
	}
	w.Buffer.Buf = b
	w.RawByte('"')
}

// Decode reads what Encode wrote. The document may keep pointing into raw,
// which must not change afterwards. It is safe for concurrent use.
func Decode(raw []byte, doc any) error {
	u, ok := doc.(easyjson.Unmarshaler)
	if !ok {
		return json.Unmarshal(raw, doc)
	}
	l, _ := lexers.Get().(*jlexer.Lexer)
	defer lexers.Put(l)
	*l = jlexer.Lexer{Data: raw}
	u.UnmarshalEasyJSON(l)
	err := l.Error()
	*l = jlexer.Lexer{}
	return err
}
