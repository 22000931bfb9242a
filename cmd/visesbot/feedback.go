package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"visesbot/adapters/sheets"
	"visesbot/bot"
	"visesbot/bot/register"
)

// remarkOptions are the flags of feedback list.
type remarkOptions struct{ format, question, content string }

func newFeedbackCommand(e *env) *cobra.Command {
	return group(&cobra.Command{
		Use:     "feedback",
		Short:   "Read what people think of questions and modules",
		Example: "  visesbot feedback list --format csv > feedback.csv",
	}, newFeedbackListCommand(e))
}

func newFeedbackListCommand(e *env) *cobra.Command {
	var o remarkOptions
	c := &cobra.Command{
		Use:   "list",
		Short: "List what was said of questions and modules, by version",
		Long: `Lists what people said of questions and modules: clear, unclear, irrelevant,
wording, or in their own words; each with the version of the question or module
that they saw, and of the content. Enterprises and people stand there under a
pseudonym (E2-p1), never by name. What they typed is as they typed it: read it
before you pass it on. It works while the bot runs.`,
		Example: "  visesbot feedback list\n" +
			"  visesbot feedback list --question P1-05\n" +
			"  visesbot feedback list --question M1 --format csv",
		Args: noArgument,
		RunE: func(c *cobra.Command, _ []string) error {
			if !slices.Contains([]string{"text", "csv"}, o.format) {
				return misuse(c, fmt.Errorf("--format is text or csv, not %q", o.format))
			}
			return atDesk(c.Context(), e, func(d desk) error {
				all, err := d.remarks(c.Context())
				if err != nil {
					return err
				}
				return o.write(e.out, slices.DeleteFunc(all, func(r bot.Remark) bool { return !o.wants(r) }))
			})
		},
	}
	c.Flags().StringVar(&o.format, "format", "text", "`text` or csv")
	c.Flags().StringVar(&o.question, "question", "", "only of this question or module, `ID`: P1-05 (its parts too), P1-05.how, M1")
	c.Flags().StringVar(&o.content, "content", "", "only of this version, `HASH`, of the content or of the question or module")
	return c
}

func (o remarkOptions) wants(r bot.Remark) bool {
	on := o.question == "" || strings.EqualFold(r.On, o.question) ||
		len(r.On) > len(o.question) && strings.EqualFold(r.On[:len(o.question)+1], o.question+".")
	version := o.content == "" || strings.HasPrefix(r.Content, o.content) || strings.HasPrefix(r.Version, o.content)
	return on && version
}

func (o remarkOptions) write(out io.Writer, all []bot.Remark) error {
	if o.format == "csv" {
		return writeRemarksCSV(out, all)
	}
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "ON\tVERSION\tCONTENT\tVERDICT\tWHO\tROLE\tLANG\tDAY\tTEXT")
	for _, r := range all {
		fmt.Fprintln(w, strings.Join(columns(r, oneLine(r.Text)), "\t"))
	}
	return w.Flush()
}

func writeRemarksCSV(out io.Writer, all []bot.Remark) error {
	head := []string{"on", "version", "content", "verdict", "who", "role", "lang", "day", "text"}
	return sheets.WriteCSV(out, register.Grid{Columns: head, Rows: func(yield func([]any, error) bool) {
		for _, r := range all {
			var cells []any
			for _, text := range columns(r, r.Text) {
				cells = append(cells, text)
			}
			if !yield(cells, nil) {
				return
			}
		}
	}}, sheets.CSVForPrograms())
}

func columns(r bot.Remark, text string) []string {
	return []string{r.On, r.Version, r.Content, r.Verdict, r.Who, r.Role, r.Lang, r.At.UTC().Format(time.DateOnly), text}
}
