package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"visesbot/content"
	"visesbot/flows"
	"visesbot/flows/definition"
)

// TestDocsCommandList holds that docs/commands.md shows the commands of the
// content.
func TestDocsCommandList(t *testing.T) {
	const name = "docs/commands.md"
	script, problems := definition.Load(content.FS)
	if script == nil {
		t.Fatal(problems)
	}
	begin, end := "<!-- commands -->\n", "<!-- end of commands -->"
	before, rest, found := strings.Cut(pages(t)[name], begin)
	shown, after, closed := strings.Cut(rest, end)
	if !found || !closed {
		t.Fatalf("%s has no place for the table of commands", name)
	}
	table := commandTable(script.Commands)
	if shown == table {
		return
	}
	if !*updateDocs {
		t.Fatalf("%s does not show the commands as they are: go test ./cmd/visesbot -run TestDocsCommandList -update", name)
	}
	if err := os.WriteFile(filepath.Join(root, name), []byte(before+begin+table+end+after), 0o644); err != nil {
		t.Fatal(err)
	}
}

func commandTable(list *flows.Commands) string {
	var b strings.Builder
	for _, g := range list.Shown(flows.CommandPlaces()...) {
		fmt.Fprintf(&b, "## %s\n\n| French | Dutch | English | What it does | Where | Who |\n|---|---|---|---|---|---|\n", g.Title.EN)
		for _, e := range g.Entries {
			fmt.Fprintf(&b, "| `%s` | `%s` | `%s` | %s | %s | %s |\n", e.Name("fr"), e.Name("nl"), e.Name("en"),
				withArg(e), joined(e.Where), strings.Join(e.For, ", "))
		}
		b.WriteString("\n")
	}
	return b.String()
}

func withArg(e *flows.CommandEntry) string {
	if e.Arg.EN == "" {
		return e.Help.EN
	}
	return fmt.Sprintf("%s: `%s %s`", e.Help.EN, e.Name("en"), e.Arg.EN)
}

func joined(places []flows.CommandPlace) string {
	var names []string
	for _, p := range places {
		names = append(names, string(p))
	}
	return strings.Join(names, ", ")
}
