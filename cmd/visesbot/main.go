// Command visesbot is the conversational assistant of the VISES evaluation
// method: it gives awareness modules and guides social enterprises through the
// questions of the method, by chat.
//
// This package is the only place where the parts are wired together: stores,
// channels, content and the bot. One file a command; nothing else belongs here.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"
)

func main() {
	// What the program keeps in memory is small: it may be a few times that
	// before garbage is collected. GOGC overrides it.
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, &env{
		in: os.Stdin, out: os.Stdout, err: os.Stderr,
		getenv: os.Getenv, now: time.Now,
	}, os.Args[1:])
	stop()
	os.Exit(code)
}

// run does one command and returns the exit code.
func run(ctx context.Context, e *env, args []string) int {
	root := newRoot(e, commands(e)...)
	root.SetArgs(args)
	root.SetIn(e.in)
	root.SetOut(e.out)
	root.SetErr(e.err)
	return reported(e, root.ExecuteContext(ctx))
}
