package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"visesbot/bot/register"
)

// settings are what a programme can be set to.
func settings() map[string][]string {
	return map[string][]string{register.SettingIntake: {"open", "closed"}}
}

func newProgrammeSetCommand(e *env) *cobra.Command {
	return &cobra.Command{
		Use:   "set NAME=VALUE",
		Short: "Change a setting of the programme",
		Long: `Changes a setting of the programme. intake=open lets somebody without an
invitation ask to take part: accompanists and the coordination accept or decline in
their own conversation. intake=closed is how it begins: without an invitation nobody
comes in. It works while the bot runs.`,
		Example: "  visesbot programme set intake=open",
		Args: func(c *cobra.Command, args []string) error {
			name, value, _ := strings.Cut(strings.Join(args, " "), "=")
			if len(args) != 1 || !slices.Contains(settings()[name], value) {
				return misuse(c, fmt.Errorf("write intake=open or intake=closed, not %q", args))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			name, value, _ := strings.Cut(args[0], "=")
			return atDesk(c.Context(), e, func(d desk) error {
				set := register.Entry{Table: register.Settings, ID: name, Fields: map[string]string{"value": value}}
				if err := d.putEntries(c.Context(), []register.Entry{set}); err != nil {
					return err
				}
				_, err := fmt.Fprintf(e.out, "%s is %s\n", name, value)
				return err
			})
		},
	}
}
