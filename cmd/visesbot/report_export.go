package main

import (
	"cmp"
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"visesbot/adapters/sheets"
	"visesbot/bot/register"
	"visesbot/bot/report"
	"visesbot/bot/report/tables"
	"visesbot/flows/form"
)

// newExportMeasurementsCommand writes what was measured.
func newExportMeasurementsCommand(e *env) *cobra.Command {
	var o exportOptions
	c := &cobra.Command{
		Use:   "measurements -o FILE",
		Short: "Write what was measured as a table, a row a value",
		Long: `Writes the values of the indicators of the enterprises of the register, of a
cohort, or of one enterprise: a row a value, with its change, its indicator and the
version of it, the moment, how many were reached of those asked, and how much it is
trusted. As XLSX, CSV or JSON Lines, by the name of FILE. With --as it writes only
what that member of the register accompanies. The same answers give the same file.
It works while the bot runs.`,
		Example: "  visesbot export measurements --cohort first --lang fr -o values.xlsx\n" +
			"  visesbot export measurements --enterprise atelier-horizon -o values.jsonl",
		Args: noArgument,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := o.complete(); err != nil {
				return misuse(c, err)
			}
			return atDesk(c.Context(), e, func(d desk) error { return exportMeasurements(c.Context(), e, d, o) })
		},
	}
	o.flags(c)
	return c
}

func exportMeasurements(ctx context.Context, e *env, d desk, o exportOptions) error {
	script, _, err := loadScript(e)
	if err != nil {
		return err
	}
	all, lang, err := o.wanted(ctx, d)
	if err != nil {
		return err
	}
	n := 0
	g := tables.Measurements(script.Questionnaire, lang, e.now(), all, func(enterprise string) (form.Source, error) {
		c, err := d.dossier(ctx, enterprise)
		return report.Held(c), err
	})
	if err := replaced(o.out, func(w io.Writer) error { return o.write(w, counting(g, &n), lang) }); err != nil {
		return err
	}
	_, err = fmt.Fprintf(e.out, "%s: %d values\n", o.out, n)
	return err
}

// newExportCodebookCommand writes what is asked.
func newExportCodebookCommand(e *env) *cobra.Command {
	var o exportOptions
	c := &cobra.Command{
		Use:   "codebook -o FILE",
		Short: "Write the questions as a table, for who reads the answers",
		Long: `Writes every question: its text in your language, what may be answered, of what it
is asked, and its version, by which the answers name it. As XLSX, CSV or JSON Lines,
by the name of FILE.`,
		Example: "  visesbot export codebook --lang nl -o codebook.xlsx",
		Args:    noArgument,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := o.complete(); err != nil {
				return misuse(c, err)
			}
			script, _, err := loadScript(e)
			if err != nil {
				return err
			}
			n, lang := 0, cmp.Or(o.lang, "en")
			g := tables.Codebook(script.Questionnaire, lang)
			if err := replaced(o.out, func(w io.Writer) error { return o.write(w, counting(g, &n), lang) }); err != nil {
				return err
			}
			_, err = fmt.Fprintf(e.out, "%s: %d questions\n", o.out, n)
			return err
		},
	}
	f := c.Flags()
	f.StringVar(&o.format, "format", "", "`csv`, xlsx or jsonl (default: by the name of FILE)")
	f.BoolVar(&o.programs, "for-programs", false, "CSV for programs, not for people: commas, decimal points, no byte order mark")
	f.StringVar(&o.lang, "lang", "", "of the questions: fr, nl or en (default: en)")
	f.StringVarP(&o.out, "output", "o", "", "write to `FILE`; one that is there is replaced")
	return c
}

// counting counts the rows of a table as they are written.
func counting(g register.Grid, n *int) register.Grid {
	rows := g.Rows
	g.Rows = func(yield func([]any, error) bool) {
		for row, err := range rows {
			if err == nil {
				*n++
			}
			if !yield(row, err) {
				return
			}
		}
	}
	return g
}

// write writes a table in the form that was asked for.
func (o exportOptions) write(w io.Writer, g register.Grid, lang string) error {
	switch {
	case o.format == "jsonl":
		return tables.WriteLines(w, g)
	case o.format == "csv" && o.programs:
		return sheets.WriteCSV(w, g, sheets.CSVForPrograms())
	case o.format == "csv":
		return sheets.WriteCSV(w, g, sheets.CSVFor(lang))
	}
	return sheets.WriteXLSX(w, g)
}
