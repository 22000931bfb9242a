package pdftest

import (
	"bytes"
	"testing"
)

// Holds tells whether a text stands anywhere in a PDF: in a string, or in a stream
// after it was unpacked.
func Holds(t testing.TB, raw []byte, text string) bool {
	t.Helper()
	if bytes.Contains(raw, []byte(text)) {
		return true
	}
	for _, o := range parse(t, raw).objects {
		if holds(o, text) {
			return true
		}
	}
	return false
}

func holds(v any, text string) bool {
	switch v := v.(type) {
	case string:
		return bytes.Contains([]byte(v), []byte(text))
	case stream:
		return bytes.Contains(v.bytes, []byte(text)) || holds(v.dict, text)
	case map[string]any:
		for _, x := range v {
			if holds(x, text) {
				return true
			}
		}
	case []any:
		for _, x := range v {
			if holds(x, text) {
				return true
			}
		}
	}
	return false
}
