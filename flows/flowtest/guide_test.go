package flowtest_test

import (
	"os"
	"regexp"
	"testing"

	"visesbot/flows/engine"
	"visesbot/flows/flowtest"
)

// TestGuide plays the transcripts of the writers' guide on the real content.
func TestGuide(t *testing.T) {
	guide, err := os.ReadFile("../../docs/writers.md")
	if err != nil {
		t.Fatal(err)
	}
	examples := regexp.MustCompile("(?ms)^```transcript\n(.*?)^```$").FindAllStringSubmatch(string(guide), -1)
	if len(examples) == 0 {
		t.Error("the guide shows no transcript")
	}
	engine := engine.Must(contentScript(t))
	for _, example := range examples {
		tr := parse(t, example[1])
		if err := flowtest.Play(tr, flowtest.NewMemoryPlayer(engine, tr)); err != nil {
			t.Error(err)
		}
	}
}
