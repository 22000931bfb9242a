package tables

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"visesbot/bot/register"
)

// WriteLines writes a table as JSON Lines: an object a row, its keys the columns,
// in their order; what is not there is left out. Days are "2027-03-31", moments
// RFC 3339 in UTC.
func WriteLines(out io.Writer, g register.Grid) error {
	w := bufio.NewWriter(out)
	for row, err := range g.Rows {
		if err != nil {
			return fmt.Errorf("write %s: %w", g.Name, err)
		}
		line, err := object(g.Columns, row)
		if err != nil {
			return fmt.Errorf("write %s: %w", g.Name, err)
		}
		if _, err := w.Write(line); err != nil {
			return fmt.Errorf("write %s: %w", g.Name, err)
		}
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("write %s: %w", g.Name, err)
	}
	return nil
}

// object is one row as a line.
func object(columns []string, row []any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	put := func(v any) error {
		err := e.Encode(v)
		b.Truncate(b.Len() - 1) // without the end of line of the encoder
		return err
	}
	b.WriteByte('{')
	some := false
	for i, v := range row {
		switch at := v.(type) {
		case nil:
			continue
		case register.Day:
			v = time.Time(at).Format(time.DateOnly)
		case time.Time:
			v = at.UTC().Format(time.RFC3339)
		}
		if some {
			b.WriteByte(',')
		}
		some = true
		if err := put(columns[i]); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := put(v); err != nil {
			return nil, err
		}
	}
	b.WriteString("}\n")
	return b.Bytes(), nil
}
