package sheets

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"visesbot/bot/register"
)

// MaxBytes is the largest file that is read; MaxRows the most rows of a table.
const (
	MaxBytes = 20 << 20
	MaxRows  = 50_000
)

// Read reads a file, by the end of its name. An error says in one sentence what
// is wrong with the file as a whole; what is wrong in it is a [register.Flaw].
func Read(path string) ([]register.Sheet, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, fmt.Errorf("there is no file %s: check its name", path)
	case err != nil:
		return nil, fmt.Errorf("cannot look at %s: %w", path, err)
	case info.IsDir():
		return nil, fmt.Errorf("%s is a folder: name a file that ends in .xlsx or .csv", path)
	case info.Size() > MaxBytes:
		return nil, fmt.Errorf("%s is larger than %d MB: split it", path, MaxBytes>>20)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", path, err)
	}
	return parse(path, raw)
}

func parse(path string, raw []byte) (sheets []register.Sheet, err error) {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".xlsx":
		sheets, err = readXLSX(bytes.NewReader(raw))
	case ".csv":
		sheets, err = readCSV(raw)
	default:
		err = register.Flaw{Key: "file.kind"}
	}
	for _, s := range sheets {
		if len(s.Rows) > MaxRows {
			err = register.Flaw{Key: "file.rows", Pairs: []string{"n", strconv.Itoa(MaxRows), "table", s.Table}}
		}
	}
	if err != nil {
		return nil, fmt.Errorf("%s %w", path, err)
	}
	return sheets, nil
}
