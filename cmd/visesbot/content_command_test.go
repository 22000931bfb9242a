package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"visesbot/content"
	"visesbot/flows/definition"
)

// visesbot runs a command and returns what it wrote and its exit code.
func visesbot(t *testing.T, getenv func(string) string, args ...string) (out, errs string, code int) {
	t.Helper()
	var o, e bytes.Buffer
	if getenv == nil {
		getenv = func(string) string { return "" }
	}
	code = run(context.Background(), &env{in: strings.NewReader(""), out: &o, err: &e, getenv: getenv}, args)
	return o.String(), e.String(), code
}

// contentCopy writes the built-in content to a folder, with one file changed.
func contentCopy(t *testing.T, name, text string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, content.FS); err != nil {
		t.Fatal(err)
	}
	if name != "" {
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(name)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestLintBuiltInContent(t *testing.T) {
	if out, errs, code := visesbot(t, nil, "content", "lint"); code != exitDone || errs != "" {
		t.Errorf("exit %d\n%s%s", code, out, errs)
	}
}

func TestLintListsProblems(t *testing.T) {
	const name = "glossary/broken.yaml"
	dir := contentCopy(t, name, "terms:\n- {id: one two}\n")
	want := filepath.ToSlash(filepath.Join(dir, name)) + ":2:8: \"one two\" is no id of a term"
	out, _, code := visesbot(t, nil, "content", "lint", dir)
	if code != exitFailed || !strings.Contains(out, want) {
		t.Errorf("exit %d, want %q in\n%s", code, want, out)
	}
	byEnv, _, code := visesbot(t, func(key string) string { return map[string]string{"VISESBOT_CONTENT": dir}[key] }, "content", "lint")
	if code != exitFailed || byEnv != out {
		t.Errorf("VISESBOT_CONTENT: exit %d\n%s", code, byEnv)
	}
	asJSON, _, _ := visesbot(t, nil, "content", "lint", "--format", "json", dir)
	var problems []definition.Problem
	if err := json.Unmarshal([]byte(asJSON), &problems); err != nil || len(problems) != strings.Count(out, " [") {
		t.Errorf("%d problems as JSON (%v), of\n%s", len(problems), err, out)
	}
}

func TestContentMisuse(t *testing.T) {
	for _, args := range [][]string{
		{"content", "lint", "a", "b"},
		{"content", "lint", "/nowhere/at/all"},
		{"content", "lint", "--format", "xml"},
		{"content", "lnt"},
		{"content", "test", "a", "b"},
		{"content", "lint", "main.go"},
	} {
		out, errs, code := visesbot(t, nil, args...)
		if code != exitMisuse || out != "" || strings.Count(errs, "\n") != 1 {
			t.Errorf("%v: exit %d, %q, %q; want exit 2 and one sentence", args, code, out, errs)
		}
	}
}

func TestContentTestPlaysTranscripts(t *testing.T) {
	out, errs, code := visesbot(t, nil, "content", "test")
	if code != exitDone {
		t.Errorf("exit %d\n%s%s", code, out, errs)
	}
	dir := contentCopy(t, "transcripts/zz.txt", "lang: fr\n> /start\nbot: Au revoir\n")
	if out, _, code := visesbot(t, nil, "content", "test", dir); code != exitFailed || !strings.Contains(out, "transcripts/zz.txt:3: the bot says something else to me") {
		t.Errorf("a wrong transcript: exit %d\n%s", code, out)
	}
	if err := fs.WalkDir(os.DirFS(filepath.Join(dir, "transcripts")), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		return os.Remove(filepath.Join(dir, "transcripts", name))
	}); err != nil {
		t.Fatal(err)
	}
	if _, errs, code := visesbot(t, nil, "content", "test", dir); code != exitFailed || !strings.Contains(errs, "no transcripts") {
		t.Errorf("no transcripts: exit %d, %q", code, errs)
	}
}
