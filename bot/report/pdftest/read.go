package pdftest

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

// The parts of a PDF as the checker reads them, without the library that wrote
// them: dictionaries are map[string]any, names pname, references ref, streams
// stream, texts string, numbers float64.
type (
	pname  string
	ref    int
	stream struct {
		dict  map[string]any
		bytes []byte
	}
	parsed struct {
		objects map[int]any
		root    map[string]any
	}
)

// parse reads a PDF that stands object by object in its file.
func parse(t testing.TB, raw []byte) parsed {
	t.Helper()
	p := parsed{objects: map[int]any{}}
	for _, at := range regexp.MustCompile(`(?m)^(\d+) 0 obj\n`).FindAllSubmatchIndex(raw, -1) {
		n, _ := strconv.Atoi(string(raw[at[2]:at[3]]))
		r := &reader{b: raw, at: at[1]}
		v := r.value()
		if d, ok := v.(map[string]any); ok {
			r.space()
			if bytes.HasPrefix(r.b[r.at:], []byte("stream")) {
				start := bytes.IndexByte(r.b[r.at:], '\n') + r.at + 1
				long, ok := d["Length"].(float64)
				if !ok {
					t.Fatalf("object %d is a stream without a length", n)
				}
				v = stream{d, inflated(t, d, r.b[start:start+int(long)])}
			}
		}
		p.objects[n] = v
	}
	at := bytes.LastIndex(raw, []byte("trailer"))
	if at < 0 {
		t.Fatal("no trailer")
	}
	r := &reader{b: raw, at: at + len("trailer")}
	p.root, _ = p.dict(r.value().(map[string]any)["Root"])
	return p
}

func inflated(t testing.TB, d map[string]any, b []byte) []byte {
	if d["Filter"] == nil {
		return b
	}
	z, err := zlib.NewReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	all, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// get follows references.
func (p parsed) get(v any) any {
	for {
		r, ok := v.(ref)
		if !ok {
			return v
		}
		v = p.objects[int(r)]
	}
}

func (p parsed) dict(v any) (map[string]any, bool) {
	d, ok := p.get(v).(map[string]any)
	return d, ok
}

func (p parsed) list(v any) []any {
	switch v := p.get(v).(type) {
	case []any:
		return v
	case nil:
		return nil
	default:
		return []any{v}
	}
}

// reader reads the values of a PDF.
type reader struct {
	b  []byte
	at int
}

func (r *reader) space() {
	for r.at < len(r.b) && strings.IndexByte(" \n\r\t\f\x00", r.b[r.at]) >= 0 {
		r.at++
	}
}

func (r *reader) value() any {
	r.space()
	switch rest := r.b[r.at:]; {
	case bytes.HasPrefix(rest, []byte("<<")):
		r.at += 2
		d := map[string]any{}
		for r.space(); !bytes.HasPrefix(r.b[r.at:], []byte(">>")); r.space() {
			k, ok := r.value().(pname)
			if !ok {
				panic(fmt.Sprintf("no key at %d", r.at))
			}
			d[string(k)] = r.value()
		}
		r.at += 2
		return d
	case rest[0] == '[':
		r.at++
		all := []any{}
		for r.space(); r.b[r.at] != ']'; r.space() {
			all = append(all, r.value())
		}
		r.at++
		return all
	case rest[0] == '/':
		r.at++
		return pname(r.word())
	case rest[0] == '<':
		return r.hex()
	case rest[0] == '(':
		return r.literal()
	}
	return r.number()
}

func (r *reader) word() string {
	from := r.at
	for r.at < len(r.b) && strings.IndexByte(" \n\r\t/<>[]()", r.b[r.at]) < 0 {
		r.at++
	}
	return string(r.b[from:r.at])
}

func (r *reader) number() any {
	w := r.word()
	if w == "" {
		panic(fmt.Sprintf("nothing at %d: %q", r.at, r.b[r.at:min(len(r.b), r.at+20)]))
	}
	n, err := strconv.ParseFloat(w, 64)
	if err != nil {
		return w // true, false, null, an operator
	}
	if m := regexp.MustCompile(`^ \d+ R`).Find(r.b[r.at:]); m != nil {
		r.at += len(m)
		return ref(int(n))
	}
	return n
}

func (r *reader) hex() any {
	end := bytes.IndexByte(r.b[r.at:], '>') + r.at
	var out []byte
	digits := string(r.b[r.at+1 : end])
	for i := 0; i+1 < len(digits); i += 2 {
		n, _ := strconv.ParseUint(digits[i:i+2], 16, 8)
		out = append(out, byte(n))
	}
	r.at = end + 1
	return decoded(out)
}

func (r *reader) literal() any {
	var out []byte
	depth := 0
	for ; ; r.at++ {
		c := r.b[r.at]
		switch {
		case c == '\\':
			r.at++
			switch e := r.b[r.at]; e {
			case 'n':
				out = append(out, '\n')
			case 'r':
				out = append(out, '\r')
			case 't':
				out = append(out, '\t')
			default:
				if e >= '0' && e <= '7' {
					n, _ := strconv.ParseUint(string(r.b[r.at:r.at+3]), 8, 8)
					out, r.at = append(out, byte(n)), r.at+2
				} else {
					out = append(out, e)
				}
			}
			continue
		case c == '(':
			if depth++; depth == 1 {
				continue
			}
		case c == ')':
			if depth--; depth == 0 {
				r.at++
				return decoded(out)
			}
		}
		out = append(out, c)
	}
}

func decoded(b []byte) string {
	if len(b) < 2 || b[0] != 0xFE || b[1] != 0xFF {
		return string(b)
	}
	var u []uint16
	for i := 2; i+1 < len(b); i += 2 {
		u = append(u, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return string(utf16.Decode(u))
}
