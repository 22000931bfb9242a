package main

import (
	"context"
	"crypto/rand"
	"io/fs"
	"log/slog"

	"visesbot/adapters/web"
	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/definition"
)

// demoBot reads the content, and then answers the page until ctx ends.
func demoBot(ctx context.Context, e *env, page *web.Adapter, clock *demoClock, store bot.Store, lived *lives) error {
	files := lived.files
	script, problems := definition.Load(files)
	if definition.Failed(problems) {
		if err := writeProblems(e.err, problems, "text"); err != nil {
			return err
		}
		return errTold
	}
	scripts, err := demoLibrary(ctx, store, page, files, script)
	if ctx.Err() != nil {
		return nil //nolint:nilerr // stopped before it had begun
	}
	if err != nil {
		return err
	}
	lived.ready(scripts.current)
	log := slog.New(slog.NewTextHandler(e.err, &slog.HandlerOptions{Level: slog.LevelWarn}))
	office, err := newOffice(store, scripts.script, clock, clock.zone, linksOn(&[]bot.Adapter{page}), log)
	if err != nil {
		return err
	}
	lived.forms.of.Store(office)
	others := newCast(store, lived, clock)
	b, err := bot.New(bot.Options{
		Codes: rand.Text,
		Store: store, Scripts: takenOver{scripts, lived, others},
		Channels: []bot.Adapter{page, others}, Clock: clock, Words: script.Words,
		Location: clock.zone, Office: office, Log: log,
	})
	if err != nil {
		return err
	}
	return b.Run(ctx)
}

// demoLibrary puts what the demo begins with into the store.
func demoLibrary(ctx context.Context, store bot.Store, page *web.Adapter, files fs.FS, script *flows.Script) (*library, error) {
	if err := seedDemo(ctx, store, page.Round()); err != nil {
		return nil, err
	}
	return newLibrary(ctx, store, files, script, nil)
}

// contentFiles is the content that is served: VISESBOT_CONTENT, or what is
// built in.
func contentFiles(e *env) (fs.FS, error) {
	_, files, err := contentOf(e, nil)
	return files, err
}
