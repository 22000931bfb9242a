package sheets_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"iter"
	"strings"
	"testing"
	"time"

	"github.com/thedatashed/xlsxreader"
	"github.com/xuri/excelize/v2"

	"visesbot/adapters/sheets"
	"visesbot/bot/register"
)

func grid() register.Grid {
	at := time.Date(2026, 11, 29, 9, 30, 0, 0, time.UTC)
	rows := [][]any{
		{"=1+1", 1234.5, register.Day(at), at.In(time.FixedZone("", 3600)), 3, true},
		{"Ça coûte « 1 €\nde plus »", nil, nil, at, 1, false},
		{"-5 °C", -2.0, nil, at, 2, false},
	}
	return register.Grid{Name: "answers", Columns: []string{"text", "n", "day", "at", "i", "yes"}, Rows: all(rows, nil)}
}

func all(rows [][]any, err error) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		for _, r := range rows {
			if !yield(r, nil) {
				return
			}
		}
		if err != nil {
			yield(nil, err)
		}
	}
}

// A workbook holds numbers as numbers and dates as dates, nothing in it is a
// formula, and the same table gives the same bytes.
func TestGridXLSX(t *testing.T) {
	var one, two bytes.Buffer
	if err := errors.Join(sheets.WriteXLSX(&one, grid()), sheets.WriteXLSX(&two, grid())); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Error("the same table gives other bytes")
	}
	book, err := excelize.OpenReader(bytes.NewReader(one.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	for cell, want := range map[string]struct {
		kind excelize.CellType
		text string
	}{
		"A1": {excelize.CellTypeInlineString, "text"}, "A2": {excelize.CellTypeInlineString, "=1+1"},
		"B2": {excelize.CellTypeUnset, "1234.5"}, "C2": {excelize.CellTypeUnset, "2026-11-29"},
		"D2": {excelize.CellTypeUnset, "2026-11-29 09:30:00"}, "F2": {excelize.CellTypeBool, "TRUE"},
		"A3": {excelize.CellTypeInlineString, "Ça coûte « 1 €\nde plus »"}, "B3": {excelize.CellTypeUnset, ""},
	} {
		kind, err := book.GetCellType("answers", cell)
		text, wrong := book.GetCellValue("answers", cell)
		formula, bad := book.GetCellFormula("answers", cell)
		if errors.Join(err, wrong, bad) != nil || kind != want.kind || text != want.text || formula != "" {
			t.Errorf("%s is %d %q, formula %q, want %d %q", cell, kind, text, formula, want.kind, want.text)
		}
	}
	other(t, one.Bytes())
}

// other opens it with another library.
func other(t *testing.T, raw []byte) {
	t.Helper()
	book, err := xlsxreader.NewReader(raw)
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	for row := range book.ReadRows("answers") {
		if row.Error != nil {
			t.Fatal(row.Error)
		}
		for _, c := range row.Cells {
			rows = append(rows, string(c.Type)+" "+c.Value)
		}
	}
	got := strings.Join(rows, "|")
	for _, want := range []string{"numerical 1234.5", "datetime 2026-11-29T09:30:00Z", "string =1+1"} {
		if !strings.Contains(got, want) {
			t.Errorf("another program reads %s, want %q", got, want)
		}
	}
}

func TestGridCSV(t *testing.T) {
	var out bytes.Buffer
	if err := sheets.WriteCSV(&out, grid(), sheets.CSVForPrograms()); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&out).ReadAll()
	if err != nil || len(rows) != 4 {
		t.Fatal(rows, err)
	}
	if got := strings.Join(rows[1], "|"); got != "'=1+1|1234.5|2026-11-29|2026-11-29T09:30:00Z|3|true" {
		t.Error(got)
	}
	if rows[3][0] != "'-5 °C" || rows[3][1] != "-2" {
		t.Errorf("%q", rows[3])
	}
}

// What cannot be read any further ends the table.
func TestGridBroken(t *testing.T) {
	g := grid()
	g.Rows = all(nil, errors.New("the store is away"))
	for name, err := range map[string]error{"xlsx": sheets.WriteXLSX(&bytes.Buffer{}, g), "csv": sheets.WriteCSV(&bytes.Buffer{}, g, sheets.CSVForPrograms())} {
		if err == nil || err.Error() != "the store is away" {
			t.Errorf("%s: %v", name, err)
		}
	}
}
