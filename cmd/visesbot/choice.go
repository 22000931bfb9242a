package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// atMostOne wants one argument or none.
func atMostOne(name string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) > 1 {
			return misuse(c, fmt.Errorf("%q wants one %s, but got %d arguments", c.CommandPath(), name, len(args)))
		}
		return nil
	}
}

// choice is a flag whose value is one of a few words; the first is the default.
func choice(c *cobra.Command, into *string, name, usage string, words ...string) {
	list := strings.Join(words, " or ")
	c.Flags().StringVar(into, name, words[0], usage+": "+list)
	c.PreRunE = func(c *cobra.Command, _ []string) error {
		if slices.Contains(words, *into) {
			return nil
		}
		return misuse(c, fmt.Errorf("--%s is %s, not %q", name, list, *into))
	}
}
