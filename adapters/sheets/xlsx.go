package sheets

import (
	"errors"
	"io"

	"github.com/xuri/excelize/v2"

	"visesbot/bot/cohort"
)

// unzipped is how much a workbook may unfold to.
const unzipped = 200 << 20

// readXLSX reads the sheets of a workbook that are called like a table; the
// others may hold whatever people keep beside.
func readXLSX(r io.Reader) (sheets []cohort.Sheet, err error) {
	book, err := excelize.OpenReader(r, excelize.Options{UnzipSizeLimit: unzipped, UnzipXMLSizeLimit: unzipped})
	if err != nil {
		return nil, cohort.Flaw{Key: "file.workbook"}
	}
	defer func() { err = errors.Join(err, book.Close()) }()
	for _, name := range book.GetSheetList() {
		t, ok := cohort.Find(name)
		if !ok {
			continue
		}
		s, err := readSheet(book, name)
		if err != nil {
			return nil, cohort.Flaw{Key: "file.sheet", Pairs: []string{"sheet", name}}
		}
		s.Table = t.Name
		sheets = append(sheets, s)
	}
	if len(sheets) == 0 {
		return nil, cohort.Flaw{Key: "file.sheets", Pairs: []string{"tables", cohort.TableNames()}}
	}
	return sheets, nil
}

func readSheet(book *excelize.File, name string) (s cohort.Sheet, err error) {
	rows, err := book.GetRows(name)
	if err != nil || len(rows) == 0 {
		return s, err
	}
	s.Header, s.Rows = rows[0], rows[1:]
	s.Formulas = map[[2]int]bool{}
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
