package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"visesbot/flows"
)

// pathOptions are the flags of path.
type pathOptions struct {
	order
	leaveOut []string
	file     string
	whole    bool
}

func newPathCommand(e *env) *cobra.Command {
	var o pathOptions
	c := &cobra.Command{
		Use:   "path",
		Short: "Shorten the path of some enterprises",
		Long: `Leaves questions out of the path of one or several enterprises (a cohort):
they are not asked any more, and may still be answered. It replaces what was
left out before, is kept in the log of each dossier, and the people of the
enterprise are told. Consent, votes, the values that are collected and what
others are built on cannot be left out.

It works while the bot runs; otherwise it is done once it does.`,
		Example: "  visesbot path --enterprise atelier-horizon,de-brug --leave-out P1-08,P2-09\n" +
			"  visesbot path --enterprise atelier-horizon --file short.txt\n" +
			"  visesbot path --enterprise atelier-horizon --whole",
		Args: atMostOne(""),
		RunE: func(c *cobra.Command, args []string) error { return shorten(c, e, o, args) },
	}
	f := c.Flags()
	f.StringSliceVar(&o.Enterprise, "enterprise", nil, "of these enterprises, `ID,...`")
	f.StringSliceVar(&o.leaveOut, "leave-out", nil, "the questions left out, `NUMBER,...`")
	f.StringVar(&o.file, "file", "", "the questions left out stand in `FILE`, one number a line; # begins a comment")
	f.BoolVar(&o.whole, "whole", false, "leave nothing out any more")
	return c
}

func shorten(c *cobra.Command, e *env, o pathOptions, args []string) error {
	if err := o.complete(args); err != nil {
		return misuse(c, err)
	}
	script, _, err := loadScript(e)
	if err != nil {
		return err
	}
	if wrong := script.Questionnaire.Unspared(o.leaveOut); len(wrong) > 0 {
		return usageError{fmt.Errorf("%s cannot be left out, or is no question: the method stands on it", strings.Join(wrong, ", "))}
	}
	o.Note = flows.Note{Kind: flows.NotePath, Text: strings.Join(o.leaveOut, " ")}
	sum := sha256.Sum256([]byte(o.Note.Text + strings.Join(o.Enterprise, " ") + e.now().String()))
	o.ID = "path-" + hex.EncodeToString(sum[:8])
	return atDesk(c.Context(), e, func(d desk) error { return o.send(c.Context(), e, d) })
}

func (o pathOptions) send(ctx context.Context, e *env, d desk) error {
	n, err := d.push(ctx, o.order)
	if err == nil && n == 0 {
		err = errors.New("nobody of these enterprises has come in yet: invite somebody first")
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(e.out, "%d left out, %s told\n", len(o.leaveOut), howMany(n, "person is", "people are"))
	return nil
}

// complete reads the numbers, and wants one way of saying them.
func (o *pathOptions) complete(args []string) error {
	if len(args) > 0 {
		return errors.New("name the questions with --leave-out or --file")
	}
	if o.file != "" {
		text, err := os.ReadFile(o.file)
		if err != nil {
			return fmt.Errorf("--file: %w", err)
		}
		o.leaveOut = append(o.leaveOut, numbersIn(string(text))...)
	}
	for i, n := range o.leaveOut {
		o.leaveOut[i] = strings.ToUpper(strings.TrimSpace(n))
	}
	slices.Sort(o.leaveOut)
	o.leaveOut = slices.Compact(o.leaveOut)
	switch {
	case len(o.Enterprise) == 0:
		return errors.New("say whose path: --enterprise")
	case o.whole == (len(o.leaveOut) > 0):
		return errors.New("say what is left out (--leave-out or --file), or that nothing is (--whole)")
	}
	return nil
}

// numbersIn reads one number a line.
func numbersIn(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		out = append(out, strings.Fields(line)...)
	}
	return out
}
