package main

import (
	"context"
	"fmt"
	"io/fs"
	"log/slog"
	"strings"

	"visesbot/adapters/mongo"
	"visesbot/adapters/sqlite"
	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/definition"
)

// defaultStore is where everything is kept when nothing else is said.
const defaultStore = "sqlite:visesbot-data/visesbot.db"

// openStore opens the store that a URI names. The caller closes it.
func openStore(ctx context.Context, uri string) (bot.Store, error) {
	scheme, path, _ := strings.Cut(uri, ":")
	switch {
	case scheme == "sqlite" && path != "":
		return sqlite.Open(path)
	case scheme == "mongodb" || scheme == "mongodb+srv":
		return mongo.Open(ctx, uri, mongo.Options{})
	}
	return nil, usageError{fmt.Errorf("the store %s:… is of no known kind: write sqlite:PATH or mongodb://HOST/NAME", scheme)}
}

// loadScript reads the content that is served: VISESBOT_CONTENT, or what is
// built in. Problems are listed as lint lists them; with an error among them
// nothing is served.
func loadScript(e *env) (*flows.Script, fs.FS, error) {
	_, files, err := contentOf(e, nil)
	if err != nil {
		return nil, nil, err
	}
	script, problems := definition.Load(files)
	if !definition.Failed(problems) {
		return script, files, nil
	}
	if err := writeProblems(e.err, problems, "text"); err != nil {
		return nil, nil, err
	}
	return nil, nil, errTold
}

// logger tells the operator of failures, and nothing that people say.
func (e *env) logger() *slog.Logger {
	return slog.New(slog.NewTextHandler(e.err, &slog.HandlerOptions{Level: slog.LevelWarn}))
}
