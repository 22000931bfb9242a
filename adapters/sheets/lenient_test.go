package sheets_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/unicode"

	"visesbot/adapters/sheets"
	"visesbot/bot/register"
)

// A CSV file is read as the spreadsheet programs of our countries write it.
func TestCSVOfOtherPrograms(t *testing.T) {
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("id\tname\tpools\tstatus\nx\tCafé\twi;other\toperator\n")
	if err != nil {
		t.Fatal(err)
	}
	for name, raw := range map[string]string{
		"windows-1252": "id;name;pools;status\r\nx;Caf\xe9;\"wi;other\";operator\r\n",
		"utf-16":       wide,
		"sep":          "sep=;\r\nid;name;pools;status\r\nx;Café;\"wi;other\";operator\r\n",
		"sep with BOM": "\xef\xbb\xbfsep=,\nid,name,pools,status\nx,Café,wi;other,operator\n",
		"in French":    "Identifiant;Nom;Pools;Statut\nx;Café;\"wi;other\";operator\n",
	} {
		read, err := sheets.Read(written(t, "x.csv", []byte(raw)))
		if err != nil || read[0].Table != register.Partners || strings.Join(read[0].Rows[0], "|") != "x|Café|wi;other|operator" {
			t.Errorf("%s: %+v, %v", name, read, err)
		}
	}
}

// kept saves a workbook of the table enterprises that somebody has filled in.
func kept(t *testing.T, fill func(book *excelize.File) error) string {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	path := filepath.Join(t.TempDir(), "p.xlsx")
	if err := book.SetSheetName("Sheet1", register.Enterprises); err != nil {
		t.Fatal(err)
	}
	if err := fill(book); err != nil {
		t.Fatal(err)
	}
	if err := book.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

// The value of a merged area counts for each of its cells, and a number is what it
// is, however it is shown.
func TestMergedAndShown(t *testing.T) {
	path := kept(t, func(book *excelize.File) error {
		for i, row := range [][]any{{"id", "hours", "partner"}, {"a", 1000, "p"}, {"b", 7.5}, {"c", 1}} {
			if err := book.SetSheetRow(register.Enterprises, "A"+string(rune('1'+i)), &row); err != nil {
				return err
			}
		}
		style, err := book.NewStyle(&excelize.Style{NumFmt: 3})
		if err != nil {
			return err
		}
		if err := book.SetCellStyle(register.Enterprises, "B2", "B2", style); err != nil {
			return err
		}
		return book.MergeCell(register.Enterprises, "C2", "C3")
	})
	read, err := sheets.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range read[0].Rows {
		got = append(got, strings.Join(row, "|"))
	}
	if s := strings.Join(got, " "); s != "a|1000|p b|7.5|p c|1" {
		t.Errorf("read %s", s)
	}
}

// A row far down is refused at once; rows that hold nothing are none.
func TestFarDown(t *testing.T) {
	path := kept(t, func(book *excelize.File) error { return book.SetCellStr(register.Enterprises, "A1000000", "x") })
	begun := time.Now()
	if _, err := sheets.Read(path); err == nil || !strings.Contains(err.Error(), "more than 50000 rows") {
		t.Errorf("read with %v", err)
	}
	if took := time.Since(begun); took > 30*time.Second {
		t.Errorf("it took %s", took)
	}
}

// What unfolds to more than a table of the programme ever is, is not read.
func TestUnfolds(t *testing.T) {
	path := kept(t, func(book *excelize.File) error {
		w, err := book.NewStreamWriter(register.Enterprises)
		if err != nil {
			return err
		}
		blank := []any{strings.Repeat(" ", 32_000)}
		for i := range 1500 {
			cell, _ := excelize.CoordinatesToCellName(1, i+1)
			if err := w.SetRow(cell, blank); err != nil {
				return err
			}
		}
		return w.Flush()
	})
	if _, err := sheets.Read(path); err == nil || !strings.Contains(err.Error(), "is not a workbook that can be read") {
		t.Errorf("read with %v", err)
	}
}

// A CSV for people opens by a double click where they live: with a mark, with
// semicolons and decimal commas in French and Dutch.
func TestGridCSVForPeople(t *testing.T) {
	for lang, want := range map[string]string{
		"fr": "\xef\xbb\xbftext;n;day;at;i;yes\r\n'=1+1;1234,5;2026-11-29;2026-11-29T09:30:00Z;3;true\r\n",
		"nl": "\xef\xbb\xbftext;n;day;at;i;yes\r\n'=1+1;1234,5;2026-11-29;2026-11-29T09:30:00Z;3;true\r\n",
		"en": "\xef\xbb\xbftext,n,day,at,i,yes\r\n'=1+1,1234.5,2026-11-29,2026-11-29T09:30:00Z,3,true\r\n",
	} {
		var out bytes.Buffer
		if err := sheets.WriteCSV(&out, grid(), sheets.CSVFor(lang)); err != nil || !strings.HasPrefix(out.String(), want) {
			t.Errorf("%s: %q, %v", lang, out.String(), err)
		}
	}
}

// A program that splits a line elsewhere than we do makes no formula of a part.
func TestGuardedAfterEachSeparator(t *testing.T) {
	for text, want := range map[string]string{
		"x;=1":       "x;'=1",
		"x\t@a":      "x\t'@a",
		"a\n-b":      "\"a\n'-b\"",
		"a,+1":       "\"a,'+1\"",
		"=a;=b":      "'=a;'=b",
		"5 - 3 = 2":  "5 - 3 = 2",
		"a; - b":     "a; - b",
		"een; twee,": "\"een; twee,\"",
	} {
		var out bytes.Buffer
		g := register.Grid{Columns: []string{"t"}, Rows: all([][]any{{text}}, nil)}
		if err := sheets.WriteCSV(&out, g, sheets.CSVForPrograms()); err != nil {
			t.Fatal(err)
		}
		line := strings.TrimPrefix(strings.ReplaceAll(out.String(), "\r\n", "\n"), "t\n")
		if strings.TrimSuffix(line, "\n") != want {
			t.Errorf("%q is written %q, want %q", text, line, want)
		}
	}
}
