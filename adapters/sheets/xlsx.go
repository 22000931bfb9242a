package sheets

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"visesbot/bot/register"
)

// unzipped is how much a workbook may unfold to: a table of the most rows that are
// read, and some more.
const unzipped = 32 << 20

// readXLSX reads the sheets of a workbook that are called like a table; the
// others may hold whatever people keep beside.
func readXLSX(r io.Reader) (sheets []register.Sheet, err error) {
	book, err := excelize.OpenReader(r, excelize.Options{UnzipSizeLimit: unzipped, UnzipXMLSizeLimit: unzipped, RawCellValue: true})
	if err != nil {
		return nil, register.Flaw{Key: "file.workbook"}
	}
	defer func() { err = errors.Join(err, book.Close()) }()
	formulas, merged := holds(book, "f"), holds(book, "mergeCells")
	for _, name := range book.GetSheetList() {
		t, ok := register.Find(name)
		if !ok {
			continue
		}
		s, err := readSheet(book, name, formulas)
		if err == nil && merged {
			err = spread(book, name, s)
		}
		if err != nil {
			return nil, register.Flaw{Key: "file.sheet", Pairs: []string{"sheet", name}}
		}
		s.Table = t.Name
		sheets = append(sheets, s)
	}
	if len(sheets) == 0 {
		return nil, register.Flaw{Key: "file.sheets", Pairs: []string{"tables", register.TableNames()}}
	}
	return sheets, nil
}

func readSheet(book *excelize.File, name string, calculates bool) (s register.Sheet, err error) {
	rows, err := rowsOf(book, name)
	if err != nil || len(rows) == 0 {
		return s, err
	}
	s.Header, s.Rows = rows[0], rows[1:]
	s.Formulas = map[[2]int]bool{}
	if !calculates {
		return s, nil
	}
	for i, row := range s.Rows {
		for j := range max(len(row), len(s.Header)) {
			cell, err := excelize.CoordinatesToCellName(j+1, i+2)
			if err != nil {
				return s, err
			}
			if f, err := book.GetCellFormula(name, cell); err != nil {
				return s, err
			} else if f != "" {
				s.Formulas[[2]int{i + 2, j}] = true
			}
		}
	}
	return s, nil
}

// rowsOf reads the rows of a sheet down to the last that holds something. Where that
// is too far down, there is one more than may be, so that whoever asks refuses it.
func rowsOf(book *excelize.File, name string) (all [][]string, err error) {
	rows, err := book.Rows(name)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for n := 1; rows.Next(); n++ {
		cells, err := rows.Columns()
		switch {
		case err != nil:
			return nil, err
		case len(cells) == 0:
			continue // counts only if something stands below it
		case n > MaxRows+1:
			return make([][]string, MaxRows+2), nil
		}
		for len(all) < n-1 {
			all = append(all, nil)
		}
		all = append(all, cells)
	}
	return all, rows.Error()
}

// spread gives each cell of a merged area its value: people merge what is the same
// for several rows. The heading stays as it is.
func spread(book *excelize.File, name string, s register.Sheet) error {
	areas, err := book.GetMergeCells(name)
	if err != nil {
		return err
	}
	for _, area := range areas {
		left, top, err := excelize.CellNameToCoordinates(area.GetStartAxis())
		if err != nil {
			return err
		}
		right, bottom, err := excelize.CellNameToCoordinates(area.GetEndAxis())
		if err != nil {
			return err
		}
		if top < 2 || top-2 >= len(s.Rows) || left > len(s.Rows[top-2]) {
			continue
		}
		fill(s, left-1, min(right, len(s.Header)), top-2, min(bottom-1, len(s.Rows)), s.Rows[top-2][left-1])
	}
	return nil
}

// fill writes a value into the cells from left to before right, in the rows from
// top to before bottom.
func fill(s register.Sheet, left, right, top, bottom int, value string) {
	for row := top; row < bottom; row++ {
		for len(s.Rows[row]) < right {
			s.Rows[row] = append(s.Rows[row], "")
		}
		for column := left; column < right; column++ {
			s.Rows[row][column] = value
		}
	}
}

// holds tells whether a sheet of a workbook may have an element: to ask each cell
// for one costs as much again as to read it.
func holds(book *excelize.File, element string) (found bool) {
	book.Pkg.Range(func(name, part any) bool {
		file, _ := name.(string)
		raw, whole := part.([]byte)
		found = strings.HasPrefix(file, "xl/worksheets/") && (!whole || has(raw, element))
		return !found
	})
	return found
}

// has tells whether the XML of a sheet has an element, in whatever namespace.
func has(raw []byte, element string) bool {
	for _, before := range []string{"<", ":"} {
		for _, after := range []string{">", " ", "/"} {
			if bytes.Contains(raw, []byte(before+element+after)) {
				return true
			}
		}
	}
	return false
}
