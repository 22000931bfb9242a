package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"visesbot/adapters/sheets"
	"visesbot/bot/register"
	"visesbot/content"
)

func newProgrammeTemplateCommand(e *env) *cobra.Command {
	return &cobra.Command{
		Use:   "template FILE.xlsx",
		Short: "Write the workbook to fill in",
		Long: `Writes a workbook with a sheet for each table of a programme. Each column says
what it holds, and the 22 partners of the VISES project stand in it to begin with.
A file that is there is not overwritten.`,
		Example: "  visesbot programme template programme.xlsx",
		Args:    oneFile,
		RunE: func(c *cobra.Command, args []string) error {
			if !strings.EqualFold(filepath.Ext(args[0]), ".xlsx") {
				return misuse(c, fmt.Errorf("the file ends in .xlsx, not %q", args[0]))
			}
			if err := writeTemplate(args[0]); err != nil {
				return err
			}
			fmt.Fprintf(e.out, "%s is ready to be filled in; then: visesbot programme import %s\n", args[0], args[0])
			return nil
		},
	}
}

func writeTemplate(path string) (err error) {
	entries, err := knownPartners()
	if err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	switch {
	case os.IsExist(err):
		return fmt.Errorf("%s is there already: name another file", path)
	case err != nil:
		return fmt.Errorf("cannot write the template: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return sheets.Write(f, entries)
}

// knownPartners are the partners that are built in.
func knownPartners() ([]register.Entry, error) {
	const name = "programme/partners.csv"
	raw, err := content.FS.ReadFile(name)
	if err != nil {
		return nil, err
	}
	tables, err := sheets.ReadCSV(name, raw)
	if err != nil {
		return nil, err
	}
	entries, problems := register.Read(nil, tables...)
	if register.Failed(problems) {
		return nil, fmt.Errorf("%s is not sound: %s", name, problems[0])
	}
	return entries, nil
}
