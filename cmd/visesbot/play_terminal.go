package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"golang.org/x/term"

	"visesbot/adapters/terminal"
	"visesbot/bot"
	"visesbot/flows"
)

// playStore opens the store of a talk: the usual one for a person, one that is
// thrown away for a pipe that names none.
func (e *env) playStore(ctx context.Context) (bot.Store, func() error, error) {
	if e.interactive() || e.store != "" || e.getenv("VISESBOT_STORE") != "" {
		store, err := openStore(ctx, e.storeURI())
		if err != nil {
			return nil, nil, err
		}
		return store, store.Close, nil
	}
	dir, err := os.MkdirTemp("", "visesbot-play-")
	if err != nil {
		return nil, nil, fmt.Errorf("make a temporary directory (or name a store with --store): %w", err)
	}
	store, err := openStore(ctx, "sqlite:"+filepath.Join(dir, "visesbot.db"))
	if err != nil {
		return nil, nil, errors.Join(err, os.RemoveAll(dir))
	}
	return store, func() error { return errors.Join(store.Close(), os.RemoveAll(dir)) }, nil
}

// terminalOptions are those of a terminal for whoever is there, and how to give
// it back.
func (e *env) terminalOptions(o playOptions, files terminal.Files) (terminal.Options, func()) {
	options := terminal.Options{
		Out: e.out, Address: "terminal:me", Code: practiceCode, Files: files,
		From: flows.Sender{Lang: o.lang}, Run: strconv.FormatInt(e.now().UnixNano(), 36),
	}
	if !e.interactive() {
		options.Lines, options.Echo = terminal.FromPipe(e.in), true
		return options, func() {}
	}
	editor := terminal.NewEditor()
	options.Lines, options.Width = editor, e.columns
	options.Color = e.getenv("NO_COLOR") == "" && e.getenv("TERM") != "dumb"
	return options, func() { _ = editor.Close() } // the terminal is as it was, or gone
}

// interactive tells whether a person sits at both ends.
func (e *env) interactive() bool { return isTerminal(e.in) && isTerminal(e.out) }

// columns is how wide text is written: as the terminal is, but not wider than
// one likes to read.
func (e *env) columns() int {
	f, ok := e.out.(*os.File)
	if !ok {
		return 0
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 0
	}
	return min(width-1, 96)
}

// inBrussels is the present time as a transcript writes it.
func (e *env) inBrussels() time.Time {
	zone, err := brussels()
	if err != nil {
		return e.now()
	}
	return e.now().In(zone)
}
