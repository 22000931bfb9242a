package main

import (
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"visesbot/adapters/sqlite"
	"visesbot/content"
	"visesbot/flows"
	"visesbot/flows/definition"
	"visesbot/flows/engine"
)

// editions are the built-in content and a later one, in which one word differs.
func editions(t *testing.T) (first, second fs.FS) {
	t.Helper()
	changed := fstest.MapFS{}
	err := fs.WalkDir(content.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := fs.ReadFile(content.FS, name)
		changed[name] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(string(body), "Welkom!", "Dag!"))}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return content.FS, changed
}

func load(t *testing.T, files fs.FS) *flows.Script {
	t.Helper()
	script, problems := definition.Load(files)
	if script == nil {
		t.Fatal(problems)
	}
	return script
}

func TestLibraryFindsAFormerContentAfterARestart(t *testing.T) {
	path := filepath.Join(t.TempDir(), "bot.db")
	first, second := editions(t)
	was := load(t, first)
	for _, files := range []fs.FS{first, second} {
		store, err := sqlite.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		script := load(t, files)
		l, err := newLibrary(t.Context(), store, files, script, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := servedBy(l, was.Version); got != was.Version {
			t.Errorf("with content %s served, a dossier of %s is moved on by %s", script.Version, was.Version, got)
		}
		for _, asked := range []string{"", "never-there"} {
			if got := servedBy(l, asked); got != script.Version {
				t.Errorf("version %q gives %s, want the current %s", asked, got, script.Version)
			}
		}
		if err := store.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func servedBy(l *library, asked string) string {
	return l.Stepper(asked).(*engine.Engine).Script.Version
}
