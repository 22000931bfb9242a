package office

import (
	"io"

	"visesbot/bot/register"
)

// Sheets reads and writes spreadsheet files for the rooms. Package sheets is
// one.
type Sheets interface {
	// Read reads a file of that name. Its error says in one sentence what is
	// wrong with the file as a whole; it is a [register.Flaw] where that is known.
	Read(name string, raw []byte) ([]register.Sheet, error)
	// Register writes the register as a workbook; without entries, the template.
	Register(out io.Writer, entries []register.Entry) error
	// Grid writes a table as a workbook.
	Grid(out io.Writer, g register.Grid) error
}

// Sheets is what reads and writes spreadsheets; nil where nothing does.
func (v *Visit) Sheets() Sheets { return v.f.o.Sheets }
