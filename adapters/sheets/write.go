package sheets

import (
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/xuri/excelize/v2"

	"visesbot/bot/register"
)

// Write writes entries as a workbook: a sheet a table, its header frozen, with
// a note on each column that says what it holds, and the values that are
// possible to choose from. Without entries it is the template to fill in.
func Write(out io.Writer, entries []register.Entry) (err error) {
	book := excelize.NewFile()
	defer func() { err = errors.Join(err, book.Close()) }()
	for i, t := range register.Tables() {
		if i == 0 {
			err = book.SetSheetName(book.GetSheetName(0), t.Name)
		} else {
			_, err = book.NewSheet(t.Name)
		}
		if err == nil {
			err = writeSheet(book, t, entries)
		}
		if err != nil {
			return fmt.Errorf("write the table %s: %w", t.Name, err)
		}
	}
	return book.Write(out)
}

// choices is how many rows can be filled in by choosing.
const choices = 1000

// writeSheet writes what stands around the rows first: they are streamed, so that
// many of them take little.
func writeSheet(book *excelize.File, t register.Table, entries []register.Entry) error {
	bold, err := book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	head := make([]any, len(t.Columns))
	for j, c := range t.Columns {
		head[j] = excelize.Cell{StyleID: bold, Value: c.Name}
		if err := writeNote(book, t.Name, j+1, c); err != nil {
			return err
		}
	}
	w, err := book.NewStreamWriter(t.Name)
	if err != nil {
		return err
	}
	err = errors.Join(
		w.SetColWidth(1, len(t.Columns), 20),
		w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}),
		w.SetRow("A1", head))
	if err != nil {
		return err
	}
	if err := writeRows(w, t, entries); err != nil {
		return err
	}
	return w.Flush()
}

// writeNote says what a column holds, and what there is to choose from.
func writeNote(book *excelize.File, sheet string, column int, c register.Column) error {
	name, err := excelize.ColumnNumberToName(column)
	if err != nil {
		return err
	}
	says := c.Says
	if c.Needed {
		says += " (needed)"
	}
	return errors.Join(
		book.AddComment(sheet, excelize.Comment{Cell: name + "1", Author: "visesbot", Text: says}),
		writeChoices(book, sheet, name, c),
	)
}

func writeChoices(book *excelize.File, sheet, name string, c register.Column) error {
	if len(c.OneOf) == 0 || c.List {
		return nil
	}
	v := excelize.NewDataValidation(true)
	v.Sqref = fmt.Sprintf("%s2:%s%d", name, name, choices)
	if err := v.SetDropList(c.OneOf); err != nil {
		return err
	}
	return book.AddDataValidation(sheet, v)
}

// writeRows writes texts as texts: nothing becomes a formula.
func writeRows(w *excelize.StreamWriter, t register.Table, entries []register.Entry) error {
	n := 1
	for _, e := range entries {
		if e.Table != t.Name {
			continue
		}
		n++
		row := make([]any, len(t.Columns))
		for j, c := range t.Columns {
			if text := e.Fields[c.Name]; text != "" {
				row[j] = text
			}
		}
		if err := w.SetRow("A"+strconv.Itoa(n), row); err != nil {
			return err
		}
	}
	return nil
}
