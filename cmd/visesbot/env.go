package main

import (
	"io"
	"os"
	"time"

	"golang.org/x/term"
)

// env is all that a command gets from outside: standard streams, environment
// and clock. Tests make one of their own.
type env struct {
	in       io.Reader
	out, err io.Writer
	getenv   func(string) string
	now      func() time.Time

	store string // the flag --store; empty when it was not given
}

// storeURI says where everything is kept: --store, VISESBOT_STORE, or the
// default file.
func (e *env) storeURI() string {
	if e.store != "" {
		return e.store
	}
	if uri := e.getenv("VISESBOT_STORE"); uri != "" {
		return uri
	}
	return defaultStore
}

// isTerminal tells whether a stream is a terminal that a person sits at.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
