package sheets_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"

	"visesbot/adapters/sheets"
	"visesbot/bot/register"
)

// crowd is a register of so many people.
func crowd(n int) (all []register.Entry) {
	for i := range n {
		id := fmt.Sprintf("p%05d", i)
		all = append(all, register.Entry{Table: register.People, ID: id, Fields: map[string]string{
			"id": id, "name": "Noor " + id, "role": "staff", "language": "nl", "enterprise": fmt.Sprintf("e%d", i%500),
		}})
	}
	return all
}

// formulated puts a formula into the second row of a workbook.
func formulated(tb testing.TB, raw []byte) []byte {
	tb.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		tb.Fatal(err)
	}
	defer book.Close()
	if err := book.SetCellFormula("people", "B2", "=A2"); err != nil {
		tb.Fatal(err)
	}
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

// BenchmarkRegister writes a register as a workbook, and reads it, plain and with
// a formula in it. Twice as many rows take twice as long.
func BenchmarkRegister(b *testing.B) {
	for _, n := range []int{1000, 10_000, 40_000} {
		entries := crowd(n)
		var plain bytes.Buffer
		if err := sheets.Write(&plain, entries); err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprintf("write/%d", n), func(b *testing.B) {
			for b.Loop() {
				if err := sheets.Write(&bytes.Buffer{}, entries); err != nil {
					b.Fatal(err)
				}
			}
		})
		for name, raw := range map[string][]byte{"read": plain.Bytes(), "formula": formulated(b, plain.Bytes())} {
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				for b.Loop() {
					tables, err := sheets.Book{}.Read("x.xlsx", raw)
					if err != nil || len(tables) != len(register.Tables()) {
						b.Fatal(len(tables), err)
					}
				}
			})
		}
	}
}
