package definition_test

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"testing"
	"testing/fstest"
	"time"

	"visesbot/flows/definition"
)

// FuzzParse holds Load to its promise: whatever stands in a file, it returns,
// soon, with a script or with errors, and each problem has a place and a rule.
func FuzzParse(f *testing.F) {
	folders := []string{"questionnaire", "modules", "glossary", "messages"}
	for kind, folder := range folders {
		files, err := filepath.Glob(filepath.Join("..", "..", "content", folder, "*.yaml"))
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range files {
			seed(f, kind, file)
		}
	}
	broken, err := filepath.Glob("testdata/*/*.yaml")
	if err != nil || len(broken) == 0 {
		f.Fatal("no examples to begin with", err)
	}
	for _, file := range broken {
		seed(f, 0, file)
	}
	rules := map[string]bool{}
	for _, r := range definition.Rules() {
		rules[r.Name] = true
	}
	head, err := os.ReadFile("testdata/base/questionnaire/00-head.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, kind int, text []byte) {
		fsys := fstest.MapFS{"questionnaire/00-head.yaml": {Data: head}}
		fsys[path.Join(folders[uint(kind)%uint(len(folders))], "x.yaml")] = &fstest.MapFile{Data: text}
		begin := time.Now()
		checkLoad(t, fsys, rules)
		if took := time.Since(begin); took > 10*time.Second {
			t.Errorf("took %v for %d bytes", took, len(text))
		}
	})
}

func seed(f *testing.F, kind int, file string) {
	text, err := os.ReadFile(file)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(kind, text)
}

func checkLoad(t *testing.T, fsys fs.FS, rules map[string]bool) {
	script, problems := definition.Load(fsys)
	if (script == nil) != definition.Failed(problems) {
		t.Errorf("script %v, errors %v", script != nil, definition.Failed(problems))
	}
	for _, p := range problems {
		if p.File == "" || p.Message == "" || !rules[p.Rule] || (p.Line > 0) != (p.Column > 0) {
			t.Errorf("a problem without a place, a message or a rule: %+v", p)
		}
	}
}
