package sheets

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"visesbot/bot/register"
)

// unzipped is how much a workbook may unfold to.
const unzipped = 200 << 20

// readXLSX reads the sheets of a workbook that are called like a table; the
// others may hold whatever people keep beside.
func readXLSX(r io.Reader) (sheets []register.Sheet, err error) {
	book, err := excelize.OpenReader(r, excelize.Options{UnzipSizeLimit: unzipped, UnzipXMLSizeLimit: unzipped})
	if err != nil {
		return nil, register.Flaw{Key: "file.workbook"}
	}
	defer func() { err = errors.Join(err, book.Close()) }()
	formulas := calculates(book)
	for _, name := range book.GetSheetList() {
		t, ok := register.Find(name)
		if !ok {
			continue
		}
		s, err := readSheet(book, name, formulas)
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
	rows, err := book.GetRows(name)
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

// calculates tells whether a workbook may hold a formula: to ask each cell for one
// costs as much again as to read it.
func calculates(book *excelize.File) (found bool) {
	book.Pkg.Range(func(name, part any) bool {
		file, _ := name.(string)
		raw, whole := part.([]byte)
		found = strings.HasPrefix(file, "xl/worksheets/") && (!whole || hasFormula(raw))
		return !found
	})
	return found
}

// hasFormula tells whether the XML of a sheet has an element f, in whatever
// namespace.
func hasFormula(raw []byte) bool {
	for _, before := range []string{"<", ":"} {
		for _, after := range []string{">", " ", "/"} {
			if bytes.Contains(raw, []byte(before+"f"+after)) {
				return true
			}
		}
	}
	return false
}
