package definition_test

import (
	"bytes"
	"flag"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"visesbot/flows"
	"visesbot/flows/definition"
)

var update = flag.Bool("update", false, "rewrite the .out files from what happens now; review the diff")

// TestErr loads every broken file of testdata/err and compares what is said
// with the .out file beside it. A file is named after the rule it breaks.
func TestErr(t *testing.T) {
	for name, fsys := range brokenExamples(t) {
		t.Run(name, func(t *testing.T) {
			script, problems := definition.Load(fsys)
			if script != nil && definition.Failed(problems) {
				t.Error("a script came back although there are errors")
			}
			golden(t, filepath.Join("testdata", "err", name+".out"), blocks(problems))
		})
	}
}

// TestEveryRuleHasAnExample walks the list of rules: each has an example of its
// own that breaks it, with the severity that the list says.
func TestEveryRuleHasAnExample(t *testing.T) {
	examples := brokenExamples(t)
	for _, rule := range definition.Rules() {
		t.Run(rule.Name, func(t *testing.T) {
			fsys := examples[rule.Name]
			if fsys == nil {
				t.Fatalf("testdata/err/%s.yaml is missing", rule.Name)
			}
			_, problems := definition.Load(fsys)
			for _, p := range problems {
				if p.Rule == rule.Name && p.Severity == rule.Severity {
					return
				}
			}
			t.Errorf("the example does not break its rule; it gets:\n%s", blocks(problems))
		})
	}
}

// TestOK loads every file of testdata/ok: nothing may be said of them.
func TestOK(t *testing.T) {
	files, err := filepath.Glob("testdata/ok/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no examples", err)
	}
	for _, file := range files {
		script, problems := definition.Load(exampleFS(t, file))
		if script == nil || len(problems) > 0 {
			t.Errorf("%s:\n%s", file, blocks(problems))
		}
	}
}

// brokenExamples are the files of testdata/err, and what no file can show.
func brokenExamples(t *testing.T) map[string]fs.FS {
	files, err := filepath.Glob("testdata/err/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	large := bytes.Repeat([]byte("# far too much\n"), 1<<17)
	examples := map[string]fs.FS{
		"missing-file": sentences(),
		"file-name":    with(baseFS(t), "modules/m1.yml", []byte("module: M1\n")),
		"too-large":    with(baseFS(t), "questionnaire/20-large.yaml", large),
		"unreadable":   with(baseFS(t), "questionnaire/20-folder.yaml/file", nil),
	}
	for _, file := range files {
		examples[strings.TrimSuffix(filepath.Base(file), ".yaml")] = exampleFS(t, file)
	}
	return examples
}

// exampleFS puts a file where its first key belongs, on top of testdata/base.
// A file with a questionnaire's head stands alone.
func exampleFS(t *testing.T, file string) fs.FS {
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	folders := map[string]string{"module": "modules", "terms": "glossary", "words": "messages", "library": "library", "framework": "frameworks"}
	key, _, _ := strings.Cut(string(text), ":")
	folder := folders[key]
	switch {
	case key == "questionnaire":
		return with(sentences(), "questionnaire/"+filepath.Base(file), text)
	case key == "commands":
		return with(baseFS(t), "messages/20-commands.yaml", text)
	case folder == "":
		folder = "questionnaire"
	}
	return with(baseFS(t), path.Join(folder, filepath.Base(file)), text)
}

// sentences is everything the bot has to say, and the commands it knows.
func sentences() fstest.MapFS {
	text := "words:\n"
	for _, k := range flows.WordKeys() {
		text += "  \"" + k.Key + "\": {fr: Un mot, nl: Een woord, en: A word}\n"
	}
	commands, err := os.ReadFile("../../content/messages/commands.yaml")
	if err != nil {
		panic(err)
	}
	return fstest.MapFS{"messages/10-words.yaml": {Data: []byte(text)}, "messages/20-commands.yaml": {Data: commands}}
}

func baseFS(t *testing.T) fstest.MapFS {
	files := sentences()
	base := os.DirFS("testdata/base")
	err := fs.WalkDir(base, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(base, name)
		files[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func with(files fstest.MapFS, name string, text []byte) fstest.MapFS {
	files = maps.Clone(files)
	files[name] = &fstest.MapFile{Data: text}
	return files
}

func blocks(problems []definition.Problem) string {
	var text strings.Builder
	for _, p := range problems {
		text.WriteString(p.Block())
	}
	return text.String()
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs (go test ./flows/definition -update rewrites it)\n got:\n%s\nwant:\n%s", file, got, want)
	}
}
