package definition_test

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"visesbot/flows"
	"visesbot/flows/definition"
)

// load loads content that has to be right.
func load(t *testing.T, fsys fstest.MapFS) *flows.Script {
	t.Helper()
	script, problems := definition.Load(fsys)
	if script == nil || len(problems) > 0 {
		t.Fatalf("problems:\n%s", blocks(problems))
	}
	return script
}

func TestVersionFollowsWhatIsSaid(t *testing.T) {
	const name = "questionnaire/10-base.yaml"
	base := baseFS(t)
	first := load(t, base)
	crlf := with(base, name, bytes.ReplaceAll(base[name].Data, []byte("\n"), []byte("\r\n")))
	if v := load(t, crlf).Version; v != first.Version {
		t.Errorf("line ends changed the version: %s, %s", first.Version, v)
	}
	commented := with(base, name, append([]byte("# a remark\n"), base[name].Data...))
	second := load(t, commented)
	if second.Version == first.Version {
		t.Error("another file, but the same version")
	}
	if a, b := questionVersion(t, first, "P9-01"), questionVersion(t, second, "P9-01"); a != b {
		t.Errorf("a remark changed the version of a question: %s, %s", a, b)
	}
	edited := load(t, with(base, name, bytes.Replace(base[name].Data, []byte("Who answers?"), []byte("Who is it?"), 1)))
	if questionVersion(t, first, "P9-01") == questionVersion(t, edited, "P9-01") {
		t.Error("another text, but the same version of the question")
	}
	if questionVersion(t, first, "P9-02") != questionVersion(t, edited, "P9-02") {
		t.Error("a text changed the version of another question")
	}
}

// TestVersionOfAModule: what those who follow a module get is its version; the
// run-sheet of the accompanist is not part of it.
func TestVersionOfAModule(t *testing.T) {
	const name = "modules/module.yaml"
	text, err := os.ReadFile("testdata/ok/module.yaml")
	if err != nil {
		t.Fatal(err)
	}
	version := func(old, now string) string {
		edited := bytes.Replace(text, []byte(old), []byte(now), 1)
		return load(t, with(baseFS(t), name, edited)).Modules[0].Version
	}
	first := version("", "")
	if got := version("minutes: 20", "minutes: 25"); got != first {
		t.Error("the run-sheet changed the version of the module")
	}
	if got := version("A workshop.", "A shop."); got == first {
		t.Error("another example, but the same version of the module")
	}
}

func questionVersion(t *testing.T, s *flows.Script, id string) string {
	q, ok := s.Questionnaire.Question(id)
	if !ok || q.Version == "" {
		t.Fatalf("question %s: found %v, version %q", id, ok, q.Version)
	}
	return q.Version
}

func TestLoadFillsTheModel(t *testing.T) {
	text, err := os.ReadFile("testdata/ok/every-type.yaml")
	if err != nil {
		t.Fatal(err)
	}
	q := load(t, with(baseFS(t), "questionnaire/20.yaml", text)).Questionnaire
	if got := len(q.Questions()); got != 21 {
		t.Errorf("%d questions, want 21", got)
	}
	change, _ := q.Question("P1-17")
	if len(change.Loop) != 2 || change.Loop[1].ID != "change" || len(change.Pipes) != 2 {
		t.Errorf("P1-17 stands in %d loops with %d pipes, want 2 and 2", len(change.Loop), len(change.Pipes))
	}
	amount, _ := q.Question("P1-06")
	if amount.Low == nil || *amount.High != 200 || amount.Units[0].Also[1] != "u" || amount.Example.NL != "drie" {
		t.Errorf("P1-06 was read as %+v", amount)
	}
	if text, _ := q.Question("P1-10"); text.Core || text.Number != "P1-10" || text.Name != "mission" {
		t.Errorf("P1-10 was read as %+v", text)
	}
}

func TestProblemsAreSortedAndAllThere(t *testing.T) {
	base := baseFS(t)
	broken := with(with(base, "questionnaire/20.yaml", []byte("phase: [\n")), "glossary/terms.yaml", []byte("terms: 3\n"))
	broken = with(broken, "modules/m.yaml", []byte("modul: M1\nkinds: text\n"))
	script, problems := definition.Load(broken)
	if script != nil {
		t.Error("half-loaded")
	}
	var files []string
	for _, p := range problems {
		if n := len(files); n == 0 || files[n-1] != p.File {
			files = append(files, p.File)
		}
	}
	if got, want := strings.Join(files, " "), "glossary/terms.yaml modules/m.yaml questionnaire/20.yaml"; got != want {
		t.Errorf("problems of %s, want %s", got, want)
	}
}

func BenchmarkLoad(b *testing.B) {
	fsys := os.DirFS("../../content")
	for b.Loop() {
		definition.Load(fsys)
	}
}

// What the office says is checked like what talks say: a sentence that is missing,
// written for nobody, given twice, or with something that nobody fills in.
func TestSentencesOfTheOffice(t *testing.T) {
	const name = "messages/10-words.yaml"
	base := baseFS(t)
	line := "  \"search.how\": {fr: Un mot, nl: Een woord, en: A word}\n"
	for instead, want := range map[string]string{
		"":                                      `the sentence "search.how" is not there, under "office"`,
		strings.Replace(line, "how", "hoow", 1): `did you mean "search.how"?`,
		strings.Replace(line, "A word", "'{who}'", 1): "nothing is filled in for {who} here",
	} {
		text := strings.Replace(string(base[name].Data), line, instead, 1)
		_, problems := definition.Load(with(base, name, []byte(text)))
		if got := blocks(problems); !strings.Contains(got, want) || !strings.Contains(got, "[sentence]") {
			t.Errorf("%q in its place: %q is not said in\n%s", instead, want, got)
		}
	}
	_, problems := definition.Load(with(base, "messages/30-twice.yaml", []byte("office:\n"+line)))
	if got := blocks(problems); !strings.Contains(got, `the sentence of the office "search.how" is given twice`) {
		t.Errorf("given twice, and nothing is said but\n%s", got)
	}
}
