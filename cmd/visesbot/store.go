package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"visesbot/adapters/sqlite"
	"visesbot/bot"
)

func newStoreCommand(e *env) *cobra.Command {
	return group(&cobra.Command{
		Use:     "store",
		Short:   "Look after the store",
		Example: "  visesbot store check",
	}, newStoreCheckCommand(e))
}

func newStoreCheckCommand(e *env) *cobra.Command {
	var repair bool
	c := &cobra.Command{
		Use:   "check",
		Short: "Look whether all that is kept is sound",
		Long: `Reads the whole store and lists what is wrong in it: a damaged page of a SQLite
file, however large; on MongoDB a dossier whose head is older than its documents,
as a copy leaves that was not of one moment. It works while the bot runs.

With --repair such a head is brought to its documents: nothing that was answered
is lost, and what was answered last may be asked again. A job that was given up
because of it is done again with visesbot jobs retry.`,
		Example: "  visesbot store check --store sqlite:visesbot-data/visesbot.db\n" +
			"  visesbot store check --repair --store mongodb://db.example/visesbot",
		Args: noArgument,
		RunE: func(c *cobra.Command, _ []string) error {
			return tellFlaws(e.out, func(each func(bot.Flaw)) error { return flaws(c.Context(), e.storeURI(), repair, each) })
		},
	}
	c.Flags().BoolVar(&repair, "repair", false, "mend what can be mended without losing anything")
	return c
}

// tellFlaws lists the flaws that are found, and fails while there is one that was not
// mended.
func tellFlaws(out io.Writer, find func(each func(bot.Flaw)) error) error {
	left := 0
	err := find(func(f bot.Flaw) {
		fmt.Fprintln(out, toldFlaw(f))
		if !f.Mended {
			left++
		}
	})
	if err != nil {
		return err
	}
	if left > 0 {
		return fmt.Errorf("%s in the store", howMany(left, "flaw is", "flaws are"))
	}
	fmt.Fprintln(out, "the store is sound")
	return nil
}

func toldFlaw(f bot.Flaw) string {
	switch {
	case f.Mended:
		return f.What + ": mended"
	case f.Mending:
		return f.What + ": mend it with visesbot store check --repair"
	}
	return f.What
}

// flaws looks through a store: a SQLite file beside the program that has it.
func flaws(ctx context.Context, uri string, repair bool, each func(bot.Flaw)) error {
	if path, ok := strings.CutPrefix(uri, "sqlite:"); ok && path != "" {
		return sqlite.CheckFile(path)
	}
	store, err := openStore(ctx, uri)
	if err != nil {
		return err
	}
	defer store.Close()
	s, ok := store.(bot.Checker)
	if !ok {
		return fmt.Errorf("the store %T cannot be checked", store)
	}
	return s.Check(ctx, repair, each)
}
