package main

import (
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"path"

	"github.com/spf13/cobra"

	"visesbot/flows/definition"
)

func newLintCommand(e *env) *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:   "lint [DIR]",
		Short: "List what is wrong in the content, as file:line:column: message [rule]",
		Long: `Reads the content in DIR (default: VISESBOT_CONTENT, or what is built in) and
lists everything that is wrong with it on standard output. Exit code 1 if any
of it is an error; warnings alone are let through.`,
		Example: "  visesbot content lint content\n  visesbot content lint --format json content",
		Args:    atMostOne("DIR"),
		RunE: func(c *cobra.Command, args []string) error {
			dir, fsys, err := contentOf(e, args)
			if err != nil {
				return misuse(c, err)
			}
			return lint(e.out, dir, fsys, format)
		},
	}
	choice(c, &format, "format", "how the list is written", "text", "json")
	return c
}

// lint writes the problems of the content, and fails if one is an error.
func lint(out io.Writer, dir string, fsys fs.FS, format string) error {
	_, problems := definition.Load(fsys)
	for i := range problems {
		problems[i].File = path.Join(dir, problems[i].File)
	}
	if err := writeProblems(out, problems, format); err != nil {
		return err
	}
	if definition.Failed(problems) {
		return errTold
	}
	return nil
}

func writeProblems(out io.Writer, problems []definition.Problem, format string) error {
	if format == "json" {
		if problems == nil {
			problems = []definition.Problem{}
		}
		w := json.NewEncoder(out)
		w.SetIndent("", "  ")
		return w.Encode(problems)
	}
	for _, p := range problems {
		if _, err := fmt.Fprint(out, p.Block()); err != nil {
			return err
		}
	}
	return nil
}
