package definition_test

import (
	"os"
	"strconv"
	"testing"

	"visesbot/flows"
	"visesbot/flows/definition"
)

// TestContent holds the real content to every rule.
func TestContent(t *testing.T) {
	script, problems := definition.Load(os.DirFS("../../content"))
	for _, p := range problems {
		t.Logf("%s", p.Block())
	}
	if definition.Failed(problems) || script == nil {
		t.Fatal("the content has errors; visesbot content lint shows them")
	}
}

// TestModulesOfTheContent holds each of the six modules to what a module has:
// values, examples for every pool, checks, all of it core, and the frame of a
// session.
func TestModulesOfTheContent(t *testing.T) {
	script, _ := definition.Load(os.DirFS("../../content"))
	if script == nil || len(script.Modules) != 6 {
		t.Fatal("there are not six modules")
	}
	for i, m := range script.Modules {
		if want := "M" + strconv.Itoa(i+1); m.ID != want {
			t.Errorf("module %d is %s, want %s", i+1, m.ID, want)
		}
		if m.Facilitator == nil {
			t.Errorf("%s has no frame of a session", m.ID)
		}
		checks, examples := 0, map[string]int{}
		for _, b := range m.Blocks {
			if !b.Locked {
				t.Errorf("%s/%s is not core", m.ID, b.ID)
			}
			if b.Kind == flows.CheckBlock {
				checks++
			}
			for pool := range b.Pools {
				examples[pool]++
			}
		}
		if checks < 4 || examples["wi"] == 0 || examples["wi"] != examples["solidarity"] || examples["wi"] != examples["other"] {
			t.Errorf("%s has %d checks, examples %v", m.ID, checks, examples)
		}
	}
}
