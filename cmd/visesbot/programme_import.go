package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"visesbot/adapters/sheets"
	"visesbot/bot/register"
)

func newProgrammeImportCommand(e *env) *cobra.Command {
	var dry bool
	c := &cobra.Command{
		Use:   "import FILE.xlsx|FILE.csv",
		Short: "Take partners, enterprises, people and cohorts into the register",
		Long: `Reads a workbook with a sheet for each table, or a CSV file of one table, and
takes its rows into the register. What is wrong is listed by table, row and
column, and then nothing is taken in. Rows that are in the register already are
brought up to date; what the file does not speak of stays. The same file again
changes nothing. It works while the bot runs.`,
		Example: "  visesbot programme import programme.xlsx --dry-run\n  visesbot programme import people.csv",
		Args:    oneFile,
		RunE: func(c *cobra.Command, args []string) error {
			tables, err := sheets.Read(args[0])
			if err != nil {
				return err
			}
			return atDesk(c.Context(), e, func(d desk) error { return importProgramme(c.Context(), e, d, tables, dry) })
		},
	}
	c.Flags().BoolVar(&dry, "dry-run", false, "only say what is wrong and what would change")
	return c
}

func importProgramme(ctx context.Context, e *env, d desk, tables []register.Sheet, dry bool) error {
	there, err := d.entries(ctx, "")
	if err != nil {
		return err
	}
	entries, problems := register.Read(there, tables...)
	for _, p := range problems {
		fmt.Fprintln(e.err, p)
	}
	if register.Failed(problems) {
		fmt.Fprintln(e.err, "visesbot: nothing was taken in: correct the file, and import it again")
		return errTold
	}
	change := register.Compare(there, entries)
	left := ""
	if dry {
		left = " (nothing was taken in: --dry-run)"
	} else if err := d.putEntries(ctx, append(change.Added, change.Changed...)); err != nil {
		return err
	}
	fmt.Fprintf(e.out, "%d new, %d changed, %d as they were%s\n", len(change.Added), len(change.Changed), len(change.Same), left)
	return nil
}
