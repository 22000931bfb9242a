package sheets

import (
	"errors"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"visesbot/bot/cohort"
)

// Write writes entries as a workbook: a sheet a table, its header frozen, with
// a note on each column that says what it holds, and the values that are
// possible to choose from. Without entries it is the template to fill in.
func Write(out io.Writer, entries []cohort.Entry) (err error) {
	book := excelize.NewFile()
	defer func() { err = errors.Join(err, book.Close()) }()
	for i, t := range cohort.Tables() {
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

func writeSheet(book *excelize.File, t cohort.Table, entries []cohort.Entry) error {
	bold, err := book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	for j, c := range t.Columns {
		if err := writeHeader(book, t.Name, j+1, c, bold); err != nil {
			return err
		}
	}
	row := 2
	for _, e := range entries {
		if e.Table != t.Name {
			continue
		}
		if err := writeRow(book, t, row, e); err != nil {
			return err
		}
		row++
	}
	return book.SetPanes(t.Name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

func writeHeader(book *excelize.File, sheet string, column int, c cohort.Column, style int) error {
	name, err := excelize.ColumnNumberToName(column)
	if err != nil {
		return err
	}
	says := c.Says
	if c.Needed {
		says += " (needed)"
	}
	return errors.Join(
		book.SetCellValue(sheet, name+"1", c.Name),
		book.SetCellStyle(sheet, name+"1", name+"1", style),
		book.SetColWidth(sheet, name, name, 20),
		book.AddComment(sheet, excelize.Comment{Cell: name + "1", Author: "visesbot", Text: says}),
		writeChoices(book, sheet, name, c),
	)
}

func writeChoices(book *excelize.File, sheet, name string, c cohort.Column) error {
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

// writeRow writes texts as texts: nothing becomes a formula.
func writeRow(book *excelize.File, t cohort.Table, row int, e cohort.Entry) error {
	for j, c := range t.Columns {
		cell, err := excelize.CoordinatesToCellName(j+1, row)
		if err == nil {
			err = book.SetCellStr(t.Name, cell, e.Fields[c.Name])
		}
		if err != nil {
			return err
		}
	}
	return nil
}
