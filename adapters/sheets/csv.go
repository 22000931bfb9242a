package sheets

import (
	"bytes"
	"encoding/csv"
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"visesbot/bot/register"
)

// ReadCSV reads the content of a CSV file of that name.
func ReadCSV(name string, raw []byte) ([]register.Sheet, error) { return parse(name, raw) }

// readCSV reads a file of one table (RFC 4180). Which one is told by its
// header; what separates its cells too, as spreadsheet programs differ.
func readCSV(raw []byte) ([]register.Sheet, error) {
	text, err := decoded(raw)
	if err != nil {
		return nil, err
	}
	first, rest, _ := strings.Cut(text, "\n")
	comma := separator(first)
	if c, told := strings.CutPrefix(strings.ToLower(strings.TrimRight(first, "\r")), "sep="); told && c != "" {
		comma, text = rune(c[0]), rest
	}
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord = -1
	r.Comma = comma
	rows, err := r.ReadAll()
	if err != nil {
		return nil, broken(err)
	}
	if len(rows) == 0 {
		return nil, register.Flaw{Key: "file.empty"}
	}
	s := register.Sheet{Header: rows[0], Rows: rows[1:]}
	if s.Table = tableOf(s.Header); s.Table == "" {
		return nil, register.Flaw{Key: "file.header"}
	}
	return []register.Sheet{s}, nil
}

// decoded is the text of a file: in UTF-8, in UTF-16 with its mark, or else as
// spreadsheet programs of our countries write it, in Windows-1252.
func decoded(raw []byte) (string, error) {
	enc := unicode.UTF8BOM
	switch {
	case bytes.HasPrefix(raw, []byte("\xff\xfe")), bytes.HasPrefix(raw, []byte("\xfe\xff")):
		enc = unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
	case !utf8.Valid(raw):
		enc = charmap.Windows1252
	}
	text, err := enc.NewDecoder().Bytes(raw)
	if err != nil || bytes.ContainsAny(text, "\x00\uFFFD") {
		return "", register.Flaw{Key: "file.encoding"}
	}
	return string(text), nil
}

// broken says where a table stops being one.
func broken(err error) error {
	line := 1
	if where := (*csv.ParseError)(nil); errors.As(err, &where) {
		line = where.Line
	}
	return register.Flaw{Key: "file.broken", Pairs: []string{"line", strconv.Itoa(line)}}
}

// separator is what separates most in a line.
func separator(line string) rune {
	best := ','
	for _, c := range ";\t" {
		if strings.Count(line, string(c)) > strings.Count(line, string(best)) {
			best = c
		}
	}
	return best
}

// tableOf finds the table that most columns of a header belong to; a column
// that no other table has decides.
func tableOf(header []string) (best string) {
	most := 1
	for _, t := range register.Tables() {
		n := 0
		for _, cell := range header {
			if slices.ContainsFunc(t.Columns, func(c register.Column) bool {
				return c.Heads(cell)
			}) {
				n += 2
			} else {
				n--
			}
		}
		if n > most {
			best, most = t.Name, n
		}
	}
	return best
}
