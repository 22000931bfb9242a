package sheets

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"visesbot/bot/register"
)

// CSVForm is how a CSV file is written.
type CSVForm struct {
	Comma   rune   // between the cells
	Decimal string // between a number and its parts
	Mark    bool   // a byte order mark, by which spreadsheet programs know UTF-8
}

// CSVForPrograms is the form of RFC 4180: commas, decimal points, no mark.
func CSVForPrograms() CSVForm { return CSVForm{Comma: ',', Decimal: "."} }

// CSVFor is the form that opens by a double click where people speak a language.
func CSVFor(lang string) CSVForm {
	if lang == "fr" || lang == "nl" {
		return CSVForm{Comma: ';', Decimal: ",", Mark: true}
	}
	return CSVForm{Comma: ',', Decimal: ".", Mark: true}
}

// WriteCSV writes a table as CSV in UTF-8. A text of which a spreadsheet program
// would take a part for a formula gets an apostrophe there.
func WriteCSV(out io.Writer, g register.Grid, form CSVForm) error {
	if form.Mark {
		if _, err := io.WriteString(out, "\ufeff"); err != nil {
			return fmt.Errorf("write the table: %w", err)
		}
	}
	w := csv.NewWriter(out)
	w.UseCRLF, w.Comma = true, form.Comma
	if err := w.Write(g.Columns); err != nil {
		return fmt.Errorf("write the table: %w", err)
	}
	record := make([]string, len(g.Columns))
	for row, err := range g.Rows {
		if err != nil {
			return err
		}
		for i, v := range row {
			record[i] = form.plain(v)
		}
		if err := w.Write(record); err != nil {
			return fmt.Errorf("write the table: %w", err)
		}
	}
	w.Flush()
	return w.Error()
}

// plain writes a cell as text.
func (form CSVForm) plain(v any) string {
	switch x := v.(type) {
	case string:
		return guarded(x)
	case float64:
		return strings.Replace(strconv.FormatFloat(x, 'f', -1, 64), ".", form.Decimal, 1)
	case time.Time:
		return x.UTC().Format(time.RFC3339)
	case register.Day:
		return time.Time(x).UTC().Format(time.DateOnly)
	case nil:
		return ""
	}
	return fmt.Sprint(v)
}

// guarded keeps spreadsheet programs from calculating what people wrote, also
// those that split a line where another separator stands.
func guarded(s string) string {
	const begins, separators = "=+-@\t\r", ";,\t\n\r"
	if !strings.ContainsAny(s, begins) {
		return s
	}
	var b strings.Builder
	apart := true
	for _, r := range s {
		if apart && strings.ContainsRune(begins, r) {
			b.WriteByte('\'')
		}
		b.WriteRune(r)
		apart = strings.ContainsRune(separators, r)
	}
	return b.String()
}
