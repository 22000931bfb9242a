package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What was answered by phone is in the file, while the bot has the store and
// after; who accompanies nobody of it gets nothing, and nothing is left behind
// of what cannot be written.
func TestExportAnswers(t *testing.T) {
	fake, environ := platform(t)
	tells(t, environ, "1 new", "programme", "import", table(t, "id,name,country,status\n4werk,4Werk,BE,operator\n"))
	tells(t, environ, "1 new", "programme", "import", table(t, "id,name,country,language,pool\nde-brug,De Brug,BE,nl,wi\n"))
	tells(t, environ, "2 new", "programme", "import", table(t, "id,name,role,language,partner\nbert,Bert,accompanist,nl,4werk\nthea,Thea,trainer,nl,4werk\n"))
	tells(t, environ, "1 new", "programme", "import", table(t, "id,name,languages,enterprises,accompanists\nc1,Eerste,nl,de-brug,bert\n"))
	code := invitedBy(t, environ)
	s := startServe(t, environ, "127.0.0.1:0")
	p := fake.Person("Noor", "nl")
	p.Say("/start " + code)
	eventually(t, "she is welcomed", func() bool { return len(p.Chat().FromBot()) > 1 })
	p.Say("ja")
	eventually(t, "she is asked her name", func() bool { return len(p.Chat().FromBot()) > 2 })
	p.Say("=Noor")
	eventually(t, "she is in", func() bool { return len(p.Chat().FromBot()) > 4 })
	dir := t.TempDir()
	far, near := filepath.Join(dir, "far.csv"), filepath.Join(dir, "near.csv")
	tells(t, environ, "of 1 enterprises", "export", "answers", "--cohort", "c1", "--as", "bert", "-o", far)
	if err := s.stop(); err != nil {
		t.Error(err)
	}
	tells(t, environ, "of 1 enterprises", "export", "answers", "--enterprise", "de-brug", "--lang", "nl", "-o", near)
	tells(t, environ, "of 1 enterprises", "export", "answers", "-o", filepath.Join(dir, "all.xlsx"))
	one, err := os.ReadFile(far)
	two, wrong := os.ReadFile(near)
	if err != nil || wrong != nil || !bytes.Equal(one, two) || !strings.Contains(string(one), ";Ja;") || !strings.Contains(string(one), "'=Noor") {
		t.Errorf("%v, %v\n%s\n%s", err, wrong, one, two)
	}
	plain := filepath.Join(dir, "plain.csv")
	tells(t, environ, "of 1 enterprises", "export", "answers", "--lang", "nl", "--for-programs", "-o", plain)
	if raw, err := os.ReadFile(plain); err != nil || !strings.HasPrefix(string(raw), "enterprise,") || !strings.Contains(string(raw), ",Ja,") {
		t.Errorf("for programs: %v\n%s", err, raw)
	}
	for want, args := range map[string][]string{
		"thea accompanies none":          {"--as", "thea", "-o", filepath.Join(dir, "no.csv")},
		"nobody is called":               {"--as", "nobody", "-o", filepath.Join(dir, "no.csv")},
		"no cohort is called":            {"--cohort", "c9", "-o", filepath.Join(dir, "no.csv")},
		"cannot write":                   {"-o", filepath.Join(dir, "none", "no.csv")},
		"say where to write":             {},
		"--format is csv, xlsx or jsonl": {"-o", "x.pdf"},
	} {
		if got := program(t, lines(), environ, append([]string{"export", "answers"}, args...)...); got.code == exitDone || !strings.Contains(got.err, want) || strings.Count(got.err, "\n") != 1 {
			t.Errorf("%q: %+v", args, got)
		}
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 4 {
		t.Errorf("left behind are %v, %v", left, err)
	}
}
