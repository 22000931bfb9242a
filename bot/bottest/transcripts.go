package bottest

import (
	"io/fs"
	"path"
	"slices"
	"testing"

	"visesbot/bot"
	"visesbot/flows/flowtest"
)

// Transcripts plays every transcript of a content folder, each on a store of
// its own that fresh opens; the store is closed afterwards. Those named in but
// are left out.
func Transcripts(t *testing.T, content fs.FS, engine bot.Stepper, fresh func(t *testing.T) bot.Store, but ...string) {
	files, err := flowtest.Folder(content, "transcripts")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d transcripts: %v", len(files), err)
	}
	for _, f := range files {
		if slices.Contains(but, path.Base(f.Name)) {
			continue
		}
		t.Run(path.Base(f.Name), func(t *testing.T) {
			for _, err := range f.Errors {
				t.Error(err)
			}
			store := fresh(t)
			defer store.Close()
			p, err := NewPlayer(store, engine, f.Transcript)
			if err != nil {
				t.Fatal(err)
			}
			if err := flowtest.Play(f.Transcript, p); err != nil {
				t.Error(err)
			}
		})
	}
}
