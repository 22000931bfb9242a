package definition_test

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"visesbot/flows/definition"
)

const writersGuide = "../../docs/writers.md"

func guide(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(writersGuide)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// fenced returns the blocks of the guide in a language.
func fenced(text, language string) []string {
	var found []string
	for _, m := range regexp.MustCompile("(?ms)^```"+language+"\n(.*?)^```$").FindAllStringSubmatch(text, -1) {
		found = append(found, m[1])
	}
	return found
}

// TestGuideExamples loads all YAML examples of the writers' guide together:
// they are one content, without problems.
func TestGuideExamples(t *testing.T) {
	files := sentences()
	for _, example := range fenced(guide(t), "yaml") {
		name, _, _ := strings.Cut(strings.TrimPrefix(example, "# "), "\n")
		files = with(files, name, []byte(example))
	}
	script := load(t, files)
	if len(script.Modules) != 1 || len(script.Questionnaire.Phases) != 2 || len(script.Terms) != 1 {
		t.Errorf("%d modules, %d phases, %d terms", len(script.Modules), len(script.Questionnaire.Phases), len(script.Terms))
	}
}

// TestGuideProblem breaks the guide's own example the way the guide shows.
func TestGuideProblem(t *testing.T) {
	text := guide(t)
	files := sentences()
	for _, example := range fenced(text, "yaml") {
		name, _, _ := strings.Cut(strings.TrimPrefix(example, "# "), "\n")
		files = with(files, name, []byte(example))
	}
	const name = "questionnaire/10-mandate.yaml"
	broken := bytes.Replace(files[name].Data, []byte("adds: respondent"), []byte("adds: stakeholders"), 1)
	_, problems := definition.Load(with(files, name, broken))
	shown := fenced(text, "text")
	if len(problems) != 1 || len(shown) != 1 || problems[0].Block() != shown[0] {
		t.Errorf("got:\n%s\nthe guide shows:\n%s", blocks(problems), strings.Join(shown, "\n"))
	}
}

// TestGuideRules holds the guide's table of rules to the list in the code.
func TestGuideRules(t *testing.T) {
	var table strings.Builder
	for _, r := range definition.Rules() {
		fmt.Fprintf(&table, "| `%s` | %s | %s |\n", r.Name, r.Severity, r.About)
	}
	text := guide(t)
	head := "| Rule | | What has to hold |\n|---|---|---|\n"
	_, rest, found := strings.Cut(text, head)
	if *update && found {
		_, after, _ := strings.Cut(rest, "\n## ")
		text = strings.Replace(text, rest, table.String()+"\n## "+after, 1)
		if err := os.WriteFile(writersGuide, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !strings.HasPrefix(rest, table.String()+"\n") {
		t.Errorf("the table of rules in the guide is not this one (-update writes it):\n%s", table.String())
	}
}
