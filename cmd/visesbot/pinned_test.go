package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"visesbot/content"
)

// TestContentChangesBetweenPhases restarts the program with other content in
// the middle of the first phase: the phase is finished with the questions it
// began with, those not yet asked too, and the next one is asked by the new.
func TestContentChangesBetweenPhases(t *testing.T) {
	environ := map[string]string{"VISESBOT_STORE": "sqlite:" + filepath.Join(t.TempDir(), "bot.db")}
	said := typed(t, "transcripts/nl-mandate.txt")
	first := program(t, lines(said[:8]...), environ, "play", "--lang", "nl")
	if first.code != 0 {
		t.Fatalf("exit %d: %s", first.code, first.err)
	}
	environ["VISESBOT_CONTENT"] = edited(t, strings.NewReplacer(
		"En wat vrees je?", "En wat maakt je bang?",
		"Wat is jullie belangrijkste maatschappelijke doel?", "Wat willen jullie vooral bereiken?",
	))
	later := time.Date(2026, 3, 2, 9, 20, 0, 0, time.UTC)
	second := programAt(t, later, lines(append(append([]string{"vragen beantwoorden"}, said[8:]...), "afsluiten", "verder")...), environ, "play", "--lang", "nl")
	if second.code != 0 {
		t.Fatalf("exit %d: %s", second.code, second.err)
	}
	for words, want := range map[string]bool{
		"En wat vrees je?": true, "En wat maakt je bang?": false,
		"Stap afgesloten": true, "Wat willen jullie vooral bereiken?": true,
	} {
		if strings.Contains(second.out, words) != want {
			t.Errorf("%q is said: %v, want %v, in\n%s", words, !want, want, second.out)
		}
	}
}

// typed is what somebody types in a transcript, after the start.
func typed(t *testing.T, name string) (said []string) {
	t.Helper()
	raw, err := fs.ReadFile(content.FS, name)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`(?m)^> (.+)$`).FindAllStringSubmatch(string(raw), -1) {
		if m[1] != "/start" {
			said = append(said, m[1])
		}
	}
	return said
}

// edited writes the built-in content with other words into a directory.
func edited(t *testing.T, words *strings.Replacer) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, content.FS); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(filepath.Join(dir, "questionnaire"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(path, []byte(words.Replace(string(raw))), 0o600)
	})
	if err != nil {
		t.Fatal(err)
	}
	return dir
}
