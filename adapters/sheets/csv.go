package sheets

import (
	"bytes"
	"encoding/csv"
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"visesbot/bot/register"
)

// ReadCSV reads the content of a CSV file of that name.
func ReadCSV(name string, raw []byte) ([]register.Sheet, error) { return parse(name, raw) }

// readCSV reads a file of one table (RFC 4180). Which one is told by its
// header; what separates its cells too, as spreadsheet programs differ.
func readCSV(raw []byte) ([]register.Sheet, error) {
	raw = bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf"))
	if !utf8.Valid(raw) || bytes.IndexByte(raw, 0) >= 0 {
		return nil, register.Flaw{Key: "file.encoding"}
	}
	first, _, _ := strings.Cut(string(raw), "\n")
	r := csv.NewReader(bytes.NewReader(raw))
	r.FieldsPerRecord = -1
	r.Comma = separator(first)
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
				return strings.EqualFold(c.Name, strings.TrimSpace(cell))
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
