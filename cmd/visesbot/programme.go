package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

func newProgrammeCommand(e *env) *cobra.Command {
	return group(&cobra.Command{
		Use:   "programme",
		Short: "Who takes part: partners, cohorts, enterprises, people",
		Example: "  visesbot programme template programme.xlsx\n" +
			"  visesbot programme import programme.xlsx --dry-run\n" +
			"  visesbot programme show",
	}, newProgrammeTemplateCommand(e), newProgrammeImportCommand(e), newProgrammeSetCommand(e), newProgrammeShowCommand(e))
}

// oneFile wants the name of one file.
func oneFile(c *cobra.Command, args []string) error {
	if len(args) != 1 {
		return misuse(c, fmt.Errorf("name one file, not %q", args))
	}
	return nil
}
