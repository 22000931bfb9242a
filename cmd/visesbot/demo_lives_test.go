package main

import (
	"testing"
	"time"

	"visesbot/content"
	"visesbot/flows/definition"
	"visesbot/flows/engine"
)

// TestEverySampleIsLivedThrough: each leaves three conversations, in the phase
// that it promises, and quickly.
func TestEverySampleIsLivedThrough(t *testing.T) {
	script, problems := definition.Load(content.FS)
	if script == nil {
		t.Fatal(problems)
	}
	phases := map[string]string{"daycentre": "collection", "shop": "analysis", "bicycles": "analysis"}
	for _, s := range demoSamples() {
		begun := time.Now()
		left, err := live(engine.Must(script), content.FS, dossierIn(s.name, 3))
		if err != nil {
			t.Fatal(err)
		}
		t.Log(s.name, time.Since(begun), left.Now, len(left.Talks[0].Said))
		if got := left.Dossier.Head.Phase; got != phases[s.name] {
			t.Errorf("%s is in %s", s.name, got)
		}
		for _, talk := range left.Talks {
			if len(talk.Said) == 0 || talk.Session.Dossier != left.Dossier.Head.Dossier {
				t.Errorf("%s: %s was not there", s.name, talk.Person.Name)
			}
		}
	}
}
