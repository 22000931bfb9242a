package sheets

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/xuri/excelize/v2"

	"visesbot/bot/register"
)

// Book reads and writes workbooks for the office.
type Book struct{}

// Read reads a file of that name.
func (Book) Read(name string, raw []byte) ([]register.Sheet, error) { return parse(name, raw) }

// Register writes the register; see [Write].
func (Book) Register(out io.Writer, entries []register.Entry) error { return Write(out, entries) }

// Grid writes a table; see [WriteXLSX].
func (Book) Grid(out io.Writer, g register.Grid) error { return WriteXLSX(out, g) }

// WriteXLSX writes a table as a workbook of one sheet: numbers are numbers, dates
// dates, and nothing becomes a formula. Moments are in UTC. The same table gives
// the same bytes.
func WriteXLSX(out io.Writer, g register.Grid) (err error) {
	book := excelize.NewFile()
	defer func() { err = errors.Join(err, book.Close()) }()
	if err := book.SetSheetName(book.GetSheetName(0), g.Name); err != nil {
		return fmt.Errorf("write the sheet %s: %w", g.Name, err)
	}
	w, err := book.NewStreamWriter(g.Name)
	if err != nil {
		return fmt.Errorf("write the sheet %s: %w", g.Name, err)
	}
	styles, err := newStyles(book)
	if err != nil {
		return err
	}
	if err := stream(w, g, styles); err != nil {
		return err
	}
	return book.Write(out)
}

// styles say how dates are shown.
type styles struct{ head, day, moment int }

func newStyles(book *excelize.File) (s styles, err error) {
	day, moment := "yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss"
	for _, x := range []struct {
		id    *int
		style excelize.Style
	}{
		{&s.head, excelize.Style{Font: &excelize.Font{Bold: true}}},
		{&s.day, excelize.Style{CustomNumFmt: &day}},
		{&s.moment, excelize.Style{CustomNumFmt: &moment}},
	} {
		if *x.id, err = book.NewStyle(&x.style); err != nil {
			return s, fmt.Errorf("style a workbook: %w", err)
		}
	}
	return s, nil
}

func stream(w *excelize.StreamWriter, g register.Grid, s styles) error {
	head := make([]any, len(g.Columns))
	for i, c := range g.Columns {
		head[i] = excelize.Cell{StyleID: s.head, Value: c}
	}
	err := errors.Join(
		w.SetColWidth(1, len(g.Columns), 16),
		w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}),
		w.SetRow("A1", head))
	if err != nil {
		return fmt.Errorf("write the sheet %s: %w", g.Name, err)
	}
	n := 1
	for row, err := range g.Rows {
		if err != nil {
			return err
		}
		n++
		if n > excelize.TotalRows {
			return fmt.Errorf("there are more than %d rows: export fewer enterprises, or CSV", excelize.TotalRows-1)
		}
		cells := make([]any, len(row))
		for i, v := range row {
			cells[i] = cell(v, s)
		}
		if err := w.SetRow("A"+strconv.Itoa(n), cells); err != nil {
			return fmt.Errorf("write the sheet %s: %w", g.Name, err)
		}
	}
	return w.Flush()
}

func cell(v any, s styles) any {
	switch x := v.(type) {
	case time.Time:
		return excelize.Cell{StyleID: s.moment, Value: x.UTC()}
	case register.Day:
		return excelize.Cell{StyleID: s.day, Value: time.Time(x).UTC()}
	case string:
		if x == "" {
			return nil
		}
	}
	return v
}
