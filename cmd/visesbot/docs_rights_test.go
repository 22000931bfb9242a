package main

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"visesbot/flows/engine"
	parties "visesbot/flows/talk"
)

// TestDocsRights holds that docs/rights.md says who may do what in a talk.
func TestDocsRights(t *testing.T) {
	const name = "docs/rights.md"
	routes, err := engine.Routes()
	if err != nil {
		t.Fatal(err)
	}
	presses := map[string]parties.Party{}
	for verb, r := range routes.Presses {
		presses[string(verb)] = r.May
	}
	places := map[string]parties.Party{}
	for verb, r := range routes.Places {
		places[string(verb)] = r.May
	}
	commands := map[string]parties.Party{}
	for cmd, r := range routes.Commands {
		commands["/"+string(cmd)] = r.May
	}
	expects := map[string]parties.Party{}
	for kind, r := range routes.Expects {
		expects[string(kind)] = r.May
	}
	page := pages(t)[name]
	for which, rights := range map[string]map[string]parties.Party{
		"presses": presses, "presses at a question": places, "commands": commands, "what was asked for": expects,
	} {
		begin, end := "<!-- rights: "+which+" -->\n", "<!-- end -->\n"
		before, rest, found := strings.Cut(page, begin)
		shown, after, closed := strings.Cut(rest, end)
		if !found || !closed {
			t.Fatalf("%s has no place for the rights of %s", name, which)
		}
		table := rightsTable(which, rights)
		if shown != table && !*updateDocs {
			t.Errorf("%s does not show the rights of %s as they are: go test ./cmd/visesbot -run TestDocsRights -update", name, which)
		}
		page = before + begin + table + end + after
	}
	if *updateDocs {
		if err := os.WriteFile(filepath.Join(root, name), []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func rightsTable(which string, rights map[string]parties.Party) string {
	var b strings.Builder
	b.WriteString("| " + which + " |")
	for _, p := range parties.Parties() {
		b.WriteString(" " + p.String() + " |")
	}
	b.WriteString("\n|---|" + strings.Repeat("---|", len(parties.Parties())) + "\n")
	for _, what := range slices.Sorted(maps.Keys(rights)) {
		b.WriteString("| `" + what + "` |")
		for _, p := range parties.Parties() {
			if rights[what].Has(p) {
				b.WriteString(" yes |")
			} else {
				b.WriteString(" |")
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}
