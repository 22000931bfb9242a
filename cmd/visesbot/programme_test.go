package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"visesbot/bot/register"
)

// A coordinator takes the template, imports it and a table of their own, while
// the bot has the store and before; the same again changes nothing.
func TestProgramme(t *testing.T) {
	fake, environ := platform(t)
	book := filepath.Join(t.TempDir(), "programme.xlsx")
	tells(t, environ, "is ready", "programme", "template", book)
	tells(t, environ, "22 new, 0 changed, 0 as they were (nothing", "programme", "import", book, "--dry-run")
	tells(t, environ, "The register is empty", "programme", "show")
	tells(t, environ, "22 new, 0 changed, 0 as they were\n", "programme", "import", book)
	s := startServe(t, environ, "127.0.0.1:0")
	tells(t, environ, "0 new, 0 changed, 22 as they were\n", "programme", "import", book)
	firms := table(t, "id,name,country,language,pool,partner\nde-brug,De Brug,BE,nl,wi,4werk\n")
	tells(t, environ, "1 new, 0 changed", "programme", "import", firms)
	tells(t, environ, "1 new, 0 changed", "programme", "import", table(t, "id,name,languages,enterprises\nc1,Eerste,nl,de-brug\n"))
	tells(t, environ, "22 partners, 1 cohort, 1 enterprise, 0 people", "programme", "show")

	got := programAt(t, time.Now(), lines(), environ, "invite", "de-brug")
	if !strings.HasPrefix(got.out, "De Brug (de-brug)") {
		t.Errorf("the register is not asked what the enterprise is called: %q", got.out)
	}
	_, code, _ := strings.Cut(strings.TrimSpace(got.out), "write to the bot start ")
	p := fake.Person("Noor", "fr")
	p.Say("/start " + code)
	eventually(t, "the language of the register is spoken", func() bool {
		shown := p.Chat().FromBot()
		return len(shown) > 0 && strings.HasPrefix(shown[0].Text, "Welkom")
	})
	if got := program(t, lines(), environ, "push", "M1", "--cohort", "c2"); got.code != exitFailed || !strings.Contains(got.err, "no cohort is called \"c2\"") {
		t.Errorf("an unknown cohort: %+v", got)
	}
	tells(t, environ, "1 people", "push", "M1", "--cohort", "c1")
	if err := s.stop(); err != nil {
		t.Error(err)
	}
}

// tells runs the program and wants it to say something.
func tells(t *testing.T, environ map[string]string, want string, args ...string) {
	t.Helper()
	if got := program(t, lines(), environ, args...); got.code != exitDone || !strings.Contains(got.out, want) {
		t.Errorf("%q: exit %d, %q, %q, want %q", args, got.code, got.out, got.err, want)
	}
}

func table(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "table.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// A wrong table is refused as a whole, with everything that is wrong.
func TestProgrammeRefused(t *testing.T) {
	_, environ := platform(t)
	bad := table(t, "id,name,country,language,pool\nx,X,BE,fr,wi\nY y,,BE,fr,wi\n")
	got := program(t, lines(), environ, "programme", "import", bad)
	for _, want := range []string{"enterprises, row 3, id: ", "enterprises, row 3, name: ", "nothing was taken in"} {
		if got.code != exitFailed || got.out != "" || !strings.Contains(got.err, want) {
			t.Errorf("exit %d, %q, %q, want %q", got.code, got.out, got.err, want)
		}
	}
	tells(t, environ, "The register is empty", "programme", "show")
	tells(t, environ, "[]", "programme", "show", "--json")
	book := filepath.Join(t.TempDir(), "p.xlsx")
	tells(t, environ, "", "programme", "template", book)
	for _, x := range []struct {
		code int
		want string
		args []string
	}{
		{exitFailed, "is there already", []string{"template", book}},
		{exitMisuse, "ends in .xlsx", []string{"template", "p.txt"}},
		{exitMisuse, "name one file", []string{"import"}},
		{exitFailed, "there is no file", []string{"import", "no.xlsx"}},
	} {
		if got := program(t, lines(), environ, append([]string{"programme"}, x.args...)...); got.code != x.code || !strings.Contains(got.err, x.want) {
			t.Errorf("%q: %+v", x.args, got)
		}
	}
}

// The coordination sees what was aimed at and reached, the federations, and the
// hours of guidance.
func TestProgrammeSums(t *testing.T) {
	var out bytes.Buffer
	row := func(table, id string, pairs ...string) register.Entry {
		e := register.Entry{Table: table, ID: id, Fields: map[string]string{}}
		for i := 0; i < len(pairs); i += 2 {
			e.Fields[pairs[i]] = pairs[i+1]
		}
		return e
	}
	if err := writeProgramme(&out, []register.Entry{
		row(register.Enterprises, "de-brug", "pool", "wi", "federation", "f", "hours", "10"),
		row(register.Federations, "f", "name", "Koepel", "partner", "4werk"),
		row(register.Hours, "de-brug/1", "minutes", "90"), row(register.Hours, "de-brug/2", "minutes", "60"),
		row(register.Partners, "4werk", "name", "4Werk"),
		row(register.Targets, "4werk/wi", "partner", "4werk", "pool", "wi", "target", "69", "realised", "68"),
	}, false); err != nil {
		t.Fatal(err)
	}
	got := strings.Join(strings.Fields(out.String()), " ")
	for _, want := range []string{"4Werk wi 69/68", "4Werk Koepel de-brug", "de-brug 10 2.5 7.5", "wi 69 68 1"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, out.String())
		}
	}
}

// Somebody sets what the programme is open for.
func TestProgrammeSet(t *testing.T) {
	_, environ := platform(t)
	tells(t, environ, "intake is open\n", "programme", "set", "intake=open")
	for _, args := range [][]string{{}, {"intake"}, {"intake=maybe"}, {"tea=open"}, {"intake=open", "x"}} {
		if got := program(t, lines(), environ, append([]string{"programme", "set"}, args...)...); got.code != exitMisuse {
			t.Errorf("%q: %+v", args, got)
		}
	}
}
