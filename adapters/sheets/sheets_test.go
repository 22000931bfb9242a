package sheets_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"visesbot/adapters/sheets"
	"visesbot/bot/register"
)

// written keeps a file for the test.
func written(t *testing.T, name string, raw []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// What is written is read again as it was, and the workbook says what to fill in.
func TestWorkbook(t *testing.T) {
	want := []register.Entry{
		{Table: register.Partners, ID: "p", Fields: map[string]string{"id": "p", "name": "=1+1, \"é\" <b>", "country": "BE", "status": "operator", "pools": "wi;other"}},
		{Table: register.Enterprises, ID: "e", Fields: map[string]string{"id": "e", "name": "007", "country": "FR", "language": "fr", "pool": "wi", "hours": "3"}},
	}
	path := filepath.Join(t.TempDir(), "p.xlsx")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := sheets.Write(f, want); err != nil || f.Close() != nil {
		t.Fatal(err)
	}
	read, err := sheets.Read(path)
	if err != nil || len(read) != len(register.Tables()) {
		t.Fatal(len(read), err)
	}
	if got := read[0].Rows[0][1]; got != want[0].Fields["name"] || len(read[0].Formulas) > 0 {
		t.Errorf("a text came back as %q, formulas %v", got, read[0].Formulas)
	}
	if got := read[3].Rows[0][1]; got != "007" {
		t.Errorf("a name of digits came back as %q", got)
	}
	book, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if notes, err := book.GetComments(register.Partners); err != nil || len(notes) != 7 || !strings.Contains(notes[0].Text, "small letters") {
		t.Errorf("notes %v, %v", notes, err)
	}
	if choices, err := book.GetDataValidations(register.Enterprises); err != nil || len(choices) != 3 || !strings.Contains(choices[0].Formula1, "BE,FR") {
		t.Errorf("to choose from are %v, %v", choices, err)
	}
	if panes, err := book.GetPanes(register.People); err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("frozen is %+v, %v", panes, err)
	}
}

// A cell with a formula is told apart from what it shows.
func TestFormula(t *testing.T) {
	book := excelize.NewFile()
	defer book.Close()
	if err := book.SetSheetName("Sheet1", "Partners"); err != nil {
		t.Fatal(err)
	}
	for cell, v := range map[string]string{"A1": "id", "B1": "name", "A2": "x"} {
		if err := book.SetCellStr("Partners", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	if err := book.SetCellFormula("Partners", "B2", "=UPPER(A2)"); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "f.xlsx")
	if err := book.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	read, err := sheets.Read(path)
	if err != nil || !read[0].Formulas[[2]int{2, 1}] || len(read[0].Formulas) != 1 {
		t.Errorf("%+v, %v", read, err)
	}
}

func TestCSV(t *testing.T) {
	for name, raw := range map[string]string{
		"comma": "id,name,pools,status\nx,\"A, B\",wi;other,operator\n",
		"semi":  "\xef\xbb\xbfid;name;pools;status\r\nx;A, B;\"wi;other\";operator\r\n",
		"tab":   "id\tname\tpools\tstatus\nx\tA, B\twi;other\toperator\n",
	} {
		read, err := sheets.Read(written(t, name+".CSV", []byte(raw)))
		if err != nil || read[0].Table != register.Partners || strings.Join(read[0].Rows[0], "|") != "x|A, B|wi;other|operator" {
			t.Errorf("%s: %+v, %v", name, read, err)
		}
	}
}

// Which table a CSV file is shows by its first line.
func TestWhichTable(t *testing.T) {
	for _, table := range register.Tables() {
		var header []string
		for _, c := range table.Columns {
			header = append(header, c.Name)
		}
		read, err := sheets.Read(written(t, "x.csv", []byte(strings.Join(header, ","))))
		if err != nil || read[0].Table != table.Name {
			t.Errorf("%s is read as %+v, %v", table.Name, read, err)
		}
	}
}

// What is no table is refused in one sentence that says what to do.
func TestBadFiles(t *testing.T) {
	for name, x := range map[string]struct{ raw, want string }{
		"image.csv":  {"\x89PNG\x00\x1a", "save it as CSV UTF-8"},
		"other1.csv": {"id,name\nx,caf\x81\n", "save it as CSV UTF-8"},
		"utf16.csv":  {"\xff\xfei\x00d", "save it as CSV UTF-8"},
		"quote.csv":  {"id,name\nx,\"a\n", "is no table"},
		"empty.csv":  {"", "is empty"},
		"other.csv":  {"shoe,size\n1,2\n", "fits no table"},
		"text.xlsx":  {"hello", "is not a workbook"},
		"table.ods":  {"x", "neither .xlsx nor .csv"},
	} {
		_, err := sheets.Read(written(t, name, []byte(x.raw)))
		if err == nil || !strings.Contains(err.Error(), x.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want %q", name, err, x.want)
		}
	}
	for path, want := range map[string]string{t.TempDir(): "is a folder", filepath.Join(t.TempDir(), "no.csv"): "there is no file"} {
		if _, err := sheets.Read(path); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// A workbook of ten thousand rows is read whole, with the formula that stands
// in its last one.
func TestManyRows(t *testing.T) {
	const rows = 10_000
	g := register.Grid{Name: "people", Columns: []string{"id", "name", "role", "language", "enterprise"}}
	g.Rows = func(yield func([]any, error) bool) {
		for i := range rows {
			if !yield([]any{fmt.Sprintf("p%d", i), "Noor", "staff", "nl", "e1"}, nil) {
				return
			}
		}
	}
	var raw bytes.Buffer
	if err := sheets.WriteXLSX(&raw, g); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&raw)
	if err != nil {
		t.Fatal(err)
	}
	if err := book.SetCellFormula("people", "B10001", "=A2"); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "many.xlsx")
	if err := book.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	read, err := sheets.Read(path)
	if err != nil || len(read) != 1 || len(read[0].Rows) != rows || !read[0].Formulas[[2]int{10001, 1}] || len(read[0].Formulas) != 1 {
		t.Fatal(len(read), err)
	}
}
