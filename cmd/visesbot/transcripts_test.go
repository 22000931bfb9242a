package main

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"visesbot/bot"
	"visesbot/bot/bottest"
	"visesbot/flows/engine"
)

// The transcripts of the content pass through the whole bot, on the store that
// comes with it.
func TestTranscriptsOnSQLite(t *testing.T) {
	script, _, err := loadScript(&env{err: io.Discard, getenv: func(string) string { return "" }})
	if err != nil {
		t.Fatal(err)
	}
	bottest.Transcripts(t, os.DirFS("../../content"), engine.Must(script), func(t *testing.T) bot.Store {
		store, err := openStore(t.Context(), "sqlite:"+filepath.Join(t.TempDir(), "visesbot.db"))
		if err != nil {
			t.Fatal(err)
		}
		return store
	})
}
