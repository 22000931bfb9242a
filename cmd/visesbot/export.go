package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"visesbot/bot/register"
	"visesbot/bot/rooms/answers"
	"visesbot/flows/form"
)

func newExportCommand(e *env) *cobra.Command {
	return group(&cobra.Command{
		Use:     "export",
		Short:   "Take what was answered out of the store",
		Example: "  visesbot export answers --cohort first -o answers.xlsx",
	}, newExportAnswersCommand(e), newExportMeasurementsCommand(e), newExportCodebookCommand(e))
}

// exportOptions are the flags of export answers.
type exportOptions struct {
	format, cohort, enterprise, lang, as, out string
	programs                                  bool // a CSV that programs read
}

func newExportAnswersCommand(e *env) *cobra.Command {
	var o exportOptions
	c := &cobra.Command{
		Use:   "answers -o FILE",
		Short: "Write the answers as a table, a row an answer",
		Long: `Writes what the enterprises of the register, of a cohort, or one enterprise
answered, as a table: a row an answer, with its question in your language, its value
as text and as a number or date, its state, who answered by role, when, and the
versions. Its columns are explained in docs/partners.md. A CSV opens by a double
click in the language of --lang: in French and Dutch with semicolons and decimal
commas. With --as it writes only
what that member of the register accompanies. The same answers give the same file.
It works while the bot runs.`,
		Example: "  visesbot export answers --cohort first --lang fr -o answers.xlsx\n" +
			"  visesbot export answers --enterprise atelier-horizon --as odile -o answers.csv",
		Args: noArgument,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := o.complete(); err != nil {
				return misuse(c, err)
			}
			return atDesk(c.Context(), e, func(d desk) error { return exportAnswers(c.Context(), e, d, o) })
		},
	}
	o.flags(c)
	return c
}

// flags are those of every export of what enterprises answered.
func (o *exportOptions) flags(c *cobra.Command) {
	f := c.Flags()
	f.StringVar(&o.format, "format", "", "`csv`, xlsx or jsonl (default: by the name of FILE)")
	f.BoolVar(&o.programs, "for-programs", false, "CSV for programs, not for people: commas, decimal points, no byte order mark")
	f.StringVar(&o.cohort, "cohort", "", "only the enterprises of this cohort, `ID`")
	f.StringVar(&o.enterprise, "enterprise", "", "only this enterprise, `ID`")
	f.StringVar(&o.lang, "lang", "", "of the questions: fr, nl or en (default: that of --as, or en)")
	f.StringVar(&o.as, "as", "", "only what this `MEMBER` of the register accompanies")
	f.StringVarP(&o.out, "output", "o", "", "write to `FILE`; one that is there is replaced")
}

func (o *exportOptions) complete() error {
	if o.format == "" {
		o.format = strings.ToLower(strings.TrimPrefix(filepath.Ext(o.out), "."))
	}
	switch {
	case o.out == "":
		return errors.New("say where to write: -o answers.xlsx")
	case o.format != "csv" && o.format != "xlsx" && o.format != "jsonl":
		return fmt.Errorf("--format is csv, xlsx or jsonl, not %q", o.format)
	case o.lang != "" && !slices.Contains(form.Langs(), o.lang):
		return fmt.Errorf("--lang is fr, nl or en, not %q", o.lang)
	case o.cohort != "" && o.enterprise != "":
		return errors.New("a cohort or an enterprise, not both")
	}
	return nil
}

func exportAnswers(ctx context.Context, e *env, d desk, o exportOptions) error {
	all, lang, err := o.wanted(ctx, d)
	if err != nil {
		return err
	}
	n, some := 0, map[string]bool{}
	g := answers.Grid(all, func(enterprise string) ([]answers.Row, error) {
		rows, err := d.answers(ctx, enterprise, lang)
		if len(rows) > 0 {
			n, some[enterprise] = n+len(rows), true
		}
		return rows, err
	})
	if err := replaced(o.out, func(w io.Writer) error { return o.write(w, g, lang) }); err != nil {
		return err
	}
	_, err = fmt.Fprintf(e.out, "%s: %d answers of %d enterprises\n", o.out, n, len(some))
	return err
}

// wanted are the enterprises to be written, and in which language.
func (o exportOptions) wanted(ctx context.Context, d desk) (all []string, lang string, err error) {
	entries, err := d.entries(ctx, "")
	if err != nil {
		return nil, "", err
	}
	p := register.Of(entries)
	who, known := p.Find(register.People, o.as)
	if o.as != "" && !known {
		return nil, "", fmt.Errorf("nobody is called %q in the register: see visesbot programme show --json", o.as)
	}
	all, err = o.enterprises(p)
	return all, cmp.Or(o.lang, who.Fields["language"], "en"), err
}

// enterprises are those to be written, as far as they may be read.
func (o exportOptions) enterprises(p *register.Programme) (all []string, err error) {
	switch {
	case o.enterprise != "":
		all = []string{o.enterprise}
	case o.cohort != "":
		c, ok := p.Find(register.Cohorts, o.cohort)
		if !ok {
			return nil, fmt.Errorf("no cohort is called %q: see visesbot programme show", o.cohort)
		}
		all = c.List("enterprises")
	default:
		for _, x := range p.All(register.Enterprises) {
			all = append(all, x.ID)
		}
	}
	if o.as == "" {
		return all, nil
	}
	all = slices.DeleteFunc(all, func(id string) bool { return !p.Accompanies(o.as, id) })
	if len(all) == 0 {
		return nil, fmt.Errorf("%s accompanies none of these enterprises: their answers are for who does", o.as)
	}
	return all, nil
}

// replaced writes a file whole or not at all.
func replaced(path string, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".visesbot-*")
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", path, err)
	}
	if err = errors.Join(write(f), f.Sync(), f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}
