package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A path that is shortened by a command is shortened while the bot runs, and the
// people of the enterprise are told.
func TestPath(t *testing.T) {
	fake, environ := platform(t)
	link := invitedBy(t, environ)
	s := startServe(t, environ, "127.0.0.1:0")
	p := fake.Person("Noor", "nl")
	p.Say("/start " + link)
	eventually(t, "she is received", func() bool { return len(p.Chat().FromBot()) > 1 })
	p.Say("ja")
	eventually(t, "her name is asked", func() bool { return len(p.Chat().FromBot()) > 2 })
	p.Say("Noor")
	eventually(t, "she is in", func() bool { return len(p.Chat().FromBot()) > 4 })
	file := filepath.Join(t.TempDir(), "short.txt")
	if err := os.WriteFile(file, []byte("# for small teams\nP0-04\nP0-06 # and\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	got := program(t, lines(), environ, "path", "--enterprise", "de-brug", "--file", file)
	if got.code != exitDone || got.out != "2 left out, 1 person is told\n" {
		t.Fatalf("exit %d, %q, %q", got.code, got.out, got.err)
	}
	eventually(t, "she is told", func() bool {
		shown := p.Chat().FromBot()
		return strings.Contains(shown[len(shown)-1].Text, "Weggelaten vragen: 2")
	})
	if err := s.stop(); err != nil {
		t.Error(err)
	}
}

func TestPathMisuse(t *testing.T) {
	_, environ := platform(t)
	for _, args := range [][]string{
		{},
		{"x"},
		{"--enterprise", "a"},
		{"--leave-out", "P0-04"},
		{"--enterprise", "a", "--leave-out", "P0-04", "--whole"},
		{"--enterprise", "a", "--leave-out", "P0-01"},
		{"--enterprise", "a", "--leave-out", "P2-14"},
		{"--enterprise", "a", "--leave-out", "P9-99"},
		{"--enterprise", "a", "--file", "no-such-file"},
	} {
		if got := program(t, lines(), environ, append([]string{"path"}, args...)...); got.code != exitMisuse || got.out != "" {
			t.Errorf("%q: exit %d, %q, %q", args, got.code, got.out, got.err)
		}
	}
	if got := program(t, lines(), environ, "path", "--enterprise", "a", "--leave-out", "p0-04"); got.code == exitDone || !strings.Contains(got.err, "invite") {
		t.Errorf("of an enterprise where nobody is: exit %d, %q, %q", got.code, got.out, got.err)
	}
}
