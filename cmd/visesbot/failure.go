package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"
)

// The exit codes.
const (
	exitDone   = 0
	exitFailed = 1
	exitMisuse = 2
)

// errTold ends a command with exit code 1 when it has itself told already what
// is wrong.
var errTold = errors.New("told already")

// usageError is wrong use of the command line.
type usageError struct{ err error }

func (u usageError) Error() string { return u.err.Error() }
func (u usageError) Unwrap() error { return u.err }

// misuse marks an error as wrong use, and says where to read on.
func misuse(c *cobra.Command, err error) error {
	return usageError{fmt.Errorf("%w; see '%s --help'", err, c.CommandPath())}
}

// noArgument wants no argument.
func noArgument(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return misuse(c, fmt.Errorf("%q takes no argument, but got %q", c.CommandPath(), args[0]))
}

// unknownCommand refuses a word that is no command, and offers the one meant.
func unknownCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	text := fmt.Sprintf("unknown command %q for %q", args[0], c.CommandPath())
	c.SuggestionsMinimumDistance = 2
	if near := c.SuggestionsFor(args[0]); len(near) > 0 {
		text += fmt.Sprintf(", did you mean %q?", near[0])
	}
	return misuse(c, errors.New(text))
}

// reported tells the person what went wrong, in one sentence, and gives the exit
// code.
func reported(e *env, err error) int {
	var wrong usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errTold):
		return exitFailed
	}
	fmt.Fprintf(e.err, "visesbot: %s\n", err)
	if errors.As(err, &wrong) {
		return exitMisuse
	}
	return exitFailed
}
