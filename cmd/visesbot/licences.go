package main

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"
)

// licences are those that have to be carried with what reports are made with.
//
//go:embed licences/*.txt
var licences embed.FS

func newLicencesCommand(e *env) *cobra.Command {
	return &cobra.Command{
		Use:     "licences",
		Short:   "Show the licences of what is carried in the program",
		Long:    "Shows the licences of the letters and of the PDF library that the program carries,\nwhole. Its own is the EUPL-1.2.",
		Example: "  visesbot licences",
		Args:    noArgument,
		RunE: func(*cobra.Command, []string) error {
			all, err := fs.Glob(licences, "licences/*.txt")
			if err != nil {
				return fmt.Errorf("list licences: %w", err)
			}
			for _, path := range all {
				text, err := licences.ReadFile(path)
				if err != nil {
					return fmt.Errorf("read a licence: %w", err)
				}
				name := strings.TrimSuffix(strings.TrimPrefix(path, "licences/"), ".txt")
				if _, err := fmt.Fprintf(e.out, "== %s ==\n\n%s\n", name, text); err != nil {
					return err
				}
			}
			return nil
		},
	}
}
