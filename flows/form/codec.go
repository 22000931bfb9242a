package form

import (
	"bytes"
	"encoding/json"

	"github.com/mailru/easyjson"
	"github.com/mailru/easyjson/jwriter"
)

//go:generate easyjson -all -output_filename answer_easyjson.go answer.go
//go:generate easyjson -all -output_filename stored_easyjson.go stored.go

// Encoder writes documents in their stored form: JSON with the names of their
// fields. The zero Encoder is ready; it is not safe for concurrent use.
type Encoder struct {
	w       jwriter.Writer
	scratch []byte
}

// Encode writes one document; the bytes belong to the caller.
func (e *Encoder) Encode(doc any) ([]byte, error) {
	m, ok := doc.(easyjson.Marshaler)
	if !ok {
		return json.Marshal(doc)
	}
	if e.scratch == nil {
		e.scratch = make([]byte, 0, docSize)
	}
	e.w = jwriter.Writer{}
	e.w.Buffer.Buf = e.scratch[:0]
	m.MarshalEasyJSON(&e.w)
	if e.w.Error != nil || e.w.Size() != len(e.w.Buffer.Buf) {
		e.scratch = nil // it did not fit: the writer has taken the buffer for its own
		return e.w.BuildBytes()
	}
	return bytes.Clone(e.w.Buffer.Buf), nil
}

// docSize is how many bytes nearly all documents fit in.
const docSize = 2048

// Encode writes one document of a dossier, or a session, in its stored form.
func Encode(doc any) ([]byte, error) {
	var e Encoder
	return e.Encode(doc)
}

// Decode reads what Encode wrote. The document may keep pointing into raw,
// which must not change afterwards.
func Decode(raw []byte, doc any) error {
	if u, ok := doc.(easyjson.Unmarshaler); ok {
		return easyjson.Unmarshal(raw, u)
	}
	return json.Unmarshal(raw, doc)
}
