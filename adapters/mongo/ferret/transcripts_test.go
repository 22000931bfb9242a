package ferret_test

import (
	"testing"

	"visesbot/bot"
	"visesbot/bot/bottest"
	"visesbot/content"
	"visesbot/flows/definition"
	"visesbot/flows/engine"
)

// The transcripts of the content give the same conversations on this store as
// on any other. FerretDB is slow: of those that play a whole cycle one will do,
// the others ask the same of a store.
func TestTranscripts(t *testing.T) {
	script, problems := definition.Load(content.FS)
	if script == nil {
		t.Fatal(problems)
	}
	bottest.Transcripts(t, content.FS, engine.Must(script), func(t *testing.T) bot.Store {
		return newSite(t).open(t)
	}, "fr-diagnosis-solidarity.txt", "fr-nl-cycle-other.txt")
}
