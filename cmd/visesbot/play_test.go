package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"visesbot/flows/engine"
	"visesbot/flows/flowtest"
)

// outcome is what a run of the program left behind.
type outcome struct {
	code     int
	out, err string
}

// program runs a command as a person would, with input from a pipe.
func program(t *testing.T, input io.Reader, environ map[string]string, args ...string) outcome {
	t.Helper()
	return programAt(t, time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC), input, environ, args...)
}

func programAt(t *testing.T, now time.Time, input io.Reader, environ map[string]string, args ...string) outcome {
	t.Helper()
	var out, errs bytes.Buffer
	e := &env{
		in: input, out: &out, err: &errs,
		getenv: func(name string) string { return environ[name] },
		now:    func() time.Time { now = now.Add(time.Second); return now },
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	return outcome{run(ctx, e, args), out.String(), errs.String()}
}

func lines(all ...string) io.Reader { return strings.NewReader(strings.Join(all, "\n") + "\n") }

func TestPlay(t *testing.T) {
	for lang, words := range map[string][]string{
		"nl": {"ja", "Noor", "Welkom", "Dank je, Noor"},
		"fr": {"oui", "Noor", "Bonjour et bienvenue", "Merci, Noor"},
		"en": {"yes", "Noor", "Welcome", "Thank you, Noor"},
	} {
		got := program(t, lines(words[0], words[1]), nil, "play", "--lang", lang)
		if got.code != 0 || got.err != "" {
			t.Fatalf("exit %d: %s", got.code, got.err)
		}
		at := -1
		for _, want := range []string{words[2], "> " + words[0], "> " + words[1], words[3]} {
			next := strings.Index(got.out, want)
			if next <= at {
				t.Errorf("%q does not come in its place in\n%s", want, got.out)
			}
			at = next
		}
		if strings.Contains(got.out, "\x1b") {
			t.Error("a pipe gets control characters")
		}
	}
}

// Without a store a piped talk begins anew each time; with one it goes on.
func TestPlayKeeps(t *testing.T) {
	store := "sqlite:" + filepath.Join(t.TempDir(), "new", "visesbot.db")
	for name, test := range map[string]struct {
		env  map[string]string
		args []string
		goes bool
	}{
		"nothing":  {nil, nil, false},
		"flag":     {nil, []string{"--store", store + "1"}, true},
		"variable": {map[string]string{"VISESBOT_STORE": store + "2"}, nil, true},
	} {
		args := append([]string{"play", "--lang", "nl"}, test.args...)
		program(t, lines("ja", "Noor"), test.env, args...)
		again := program(t, lines(), test.env, args...)
		if again.code != 0 || strings.Contains(again.out, "Welkom") == test.goes {
			t.Errorf("%s: the second talk: exit %d, %s%s", name, again.code, again.out, again.err)
		}
	}
}

// What play saved is a transcript that passes.
func TestPlaySaves(t *testing.T) {
	file := filepath.Join(t.TempDir(), "talk.txt")
	got := program(t, lines("ja", "Noor", "1", "2", "[Menu", "help", "2", "/1", "iets raars"), nil, "play", "--lang", "nl", "--save", file)
	if got.code != 0 {
		t.Fatalf("exit %d: %s", got.code, got.err)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(text), "\nbot: "); n < 10 {
		t.Errorf("only %d messages in\n%s", n, text)
	}
	transcript, wrong := flowtest.Parse("talk.txt", string(text))
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	script, _, err := loadScript(&env{err: io.Discard, getenv: func(string) string { return "" }})
	if err != nil {
		t.Fatal(err)
	}
	if err := flowtest.Play(transcript, flowtest.NewMemoryPlayer(engine.Must(script), transcript)); err != nil {
		t.Errorf("%v\n%s", err, text)
	}
}

func TestPlayFails(t *testing.T) {
	dir := t.TempDir()
	corrupt := filepath.Join(dir, "corrupt.db")
	if err := os.WriteFile(corrupt, []byte("this is no database, whatever its name says"), 0o600); err != nil {
		t.Fatal(err)
	}
	bad := filepath.Join(dir, "content")
	if err := os.MkdirAll(filepath.Join(bad, "questionnaire"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		args []string
		env  map[string]string
		code int
		want string
	}{
		{[]string{"play", "--lang", "de"}, nil, 2, "--lang is fr, nl or en"},
		{[]string{"play", "now"}, nil, 2, "takes no argument"},
		{[]string{"play", "--store", "paper:desk"}, nil, 2, "sqlite:PATH or mongodb://"},
		{[]string{"play", "--store", "sqlite:" + corrupt}, nil, 1, corrupt},
		{[]string{"play", "--save", filepath.Join(dir, "no", "dir")}, nil, 1, "write the transcript"},
		{[]string{"play"}, map[string]string{"VISESBOT_CONTENT": bad}, 1, "[missing-file]"},
		{[]string{"play"}, map[string]string{"VISESBOT_CONTENT": filepath.Join(dir, "none")}, 1, "there is no folder"},
		{[]string{"plya"}, nil, 2, `did you mean "play"`},
		{[]string{"play", "--sore", "x"}, nil, 2, "unknown flag"},
		{[]string{"version", "1"}, nil, 2, "takes no argument"},
	} {
		got := program(t, lines(), test.env, test.args...)
		if got.code != test.code || !strings.Contains(got.err, test.want) {
			t.Errorf("%v: exit %d, want %d: %s", test.args, got.code, test.code, got.err)
		}
		if test.code == 2 && strings.Count(got.err, "\n") != 1 {
			t.Errorf("%v: more than one sentence: %s", test.args, got.err)
		}
	}
}

func TestHelpAndVersion(t *testing.T) {
	if got := program(t, lines(), nil, "version"); got.code != 0 || !strings.HasPrefix(got.out, "visesbot ") {
		t.Errorf("version: %+v", got)
	}
	e := &env{getenv: func(string) string { return "" }}
	for _, c := range append(newRoot(e, commands(e)...).Commands(), newRoot(e)) {
		if c.Name() == "help" || c.Name() == "completion" {
			continue
		}
		if c.Example == "" || c.Short == "" {
			t.Errorf("%s has no example or no description", c.Name())
		}
	}
	if got := program(t, lines(), nil); got.code != 0 || !strings.Contains(got.out, "visesbot play") {
		t.Errorf("without a command: %+v", got)
	}
}
