package main

import (
	"github.com/spf13/cobra"
)

// group makes a command that only holds others: alone it shows its help, and a
// word it does not know is wrong use.
func group(c *cobra.Command, children ...*cobra.Command) *cobra.Command {
	c.Args = unknownCommand
	c.RunE = func(c *cobra.Command, _ []string) error { return c.Help() }
	c.AddCommand(children...)
	return c
}
