package flowtest_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"visesbot/flows"
	"visesbot/flows/definition"
	"visesbot/flows/engine"
	"visesbot/flows/flowtest"
)

var update = flag.Bool("update", false, "rewrite what the bot says in the transcripts; review the diff")

const contentDir = "../../content"

// contentScript is the real content; the tests stop where it has errors.
func contentScript(t *testing.T) *flows.Script {
	t.Helper()
	script, problems := definition.Load(os.DirFS(contentDir))
	if script == nil {
		for _, p := range problems {
			t.Log(p)
		}
		t.Fatal("the content has errors")
	}
	return script
}

// TestTranscripts plays every transcript of the content, and sees that they
// come by every question and every module block.
func TestTranscripts(t *testing.T) {
	script := contentScript(t)
	engine := engine.Must(script)
	files, err := flowtest.Folder(os.DirFS(contentDir), "transcripts")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d transcripts: %v", len(files), err)
	}
	var visits flowtest.Visits
	for _, f := range files {
		t.Run(filepath.Base(f.Name), func(t *testing.T) {
			for _, err := range f.Errors {
				t.Error(err)
			}
			if *update && len(f.Errors) == 0 {
				rewrite(t, engine, f.Transcript)
				return
			}
			p := flowtest.NewMemoryPlayer(engine, f.Transcript)
			if err := flowtest.Play(f.Transcript, p); err != nil {
				t.Error(err)
			}
			visits.Add(p.Visited())
		})
	}
	if !*update && !t.Failed() {
		for _, missed := range flowtest.Unvisited(script, visits) {
			t.Errorf("no transcript comes by %s", missed)
		}
	}
}

func rewrite(t *testing.T, engine *engine.Engine, tr flowtest.Transcript) {
	text, err := flowtest.Rewrite(tr, flowtest.NewMemoryPlayer(engine, tr))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(contentDir, filepath.FromSlash(tr.Name)), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
