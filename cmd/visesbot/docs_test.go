package main

import (
	"flag"
	"fmt"
	"go/ast"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"visesbot/flows"
)

var updateDocs = flag.Bool("update", false, "draw the lifecycles in docs/architecture.md anew; review the diff")

// pages are the documents for people, by their path from the top.
func pages(t testing.TB) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, pattern := range []string{"*.md", "docs/*.md"} {
		found, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil || len(found) == 0 {
			t.Fatalf("no pages %s: %v", pattern, err)
		}
		for _, file := range found {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			name, err := filepath.Rel(root, file)
			if err != nil {
				t.Fatal(err)
			}
			all[filepath.ToSlash(name)] = string(text)
		}
	}
	return all
}

// TestDocsByHand holds that commands that are only read are right as well:
// there is such a command with such flags, such a target of make.
func TestDocsByHand(t *testing.T) {
	makefile, err := os.ReadFile(filepath.Join(root, "Makefile"))
	if err != nil {
		t.Fatal(err)
	}
	for name, page := range pages(t) {
		for _, e := range examples(page) {
			for _, line := range strings.Split(e.text, "\n") {
				if wrong := wrongCommand(line, string(makefile)); wrong != "" {
					t.Errorf("%s:%d: %s: %s", name, e.line, line, wrong)
				}
			}
		}
	}
	for line, right := range map[string]bool{
		"visesbot demo --addr 127.0.0.1:9000": true, "go run ./cmd/visesbot demo": true, "make test  # all": true,
		"visesbot dmo": false, "visesbot demo --port 1": false, "go run ./cmd/visesbot content lnt": false, "make tset": false,
	} {
		if (wrongCommand(line, string(makefile)) == "") != right {
			t.Errorf("%q: right is not %v", line, right)
		}
	}
}

func wrongCommand(line, makefile string) string {
	line, _, _ = strings.Cut(line, "#")
	line = strings.Replace(line, "go run ./cmd/visesbot", "visesbot", 1)
	for _, part := range strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune("|&;<>", r) }) {
		words := strings.Fields(part)
		switch {
		case len(words) > 1 && words[0] == "make":
			if !regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(words[1]) + `:`).MatchString(makefile) {
				return "make has no such target"
			}
		case len(words) > 0 && words[0] == "visesbot":
			e := &env{}
			c, rest, err := newRoot(e, commands(e)...).Find(words[1:])
			if err == nil {
				err = c.ParseFlags(rest)
			}
			if err == nil && c.HasSubCommands() && c.Use == c.Name() && c.Flags().NArg() > 0 {
				err = fmt.Errorf("no command %q", c.Flags().Arg(0))
			}
			if err != nil {
				return err.Error()
			}
		}
	}
	return ""
}

// TestDocsLinks holds that what the pages point to in the project is there.
func TestDocsLinks(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)#\s]+)[^)]*\)|src="([^"]+)"`)
	for name, page := range pages(t) {
		for _, m := range link.FindAllStringSubmatch(page, -1) {
			to := m[1] + m[2]
			if strings.Contains(to, "://") {
				continue
			}
			if _, err := os.Stat(filepath.Join(root, filepath.Dir(name), filepath.FromSlash(to))); err != nil {
				t.Errorf("%s points to %s, which is not there", name, to)
			}
		}
	}
}

// TestDocsLifecycles holds that the drawings in docs/architecture.md are those
// of the program.
func TestDocsLifecycles(t *testing.T) {
	const name = "docs/architecture.md"
	drawings, err := flows.LifecycleDiagrams()
	if err != nil {
		t.Fatal(err)
	}
	page := pages(t)[name]
	for which, drawing := range drawings {
		begin, end := "<!-- lifecycle: "+which+" -->\n```mermaid\n", "```\n"
		before, rest, found := strings.Cut(page, begin)
		shown, after, closed := strings.Cut(rest, end)
		if !found || !closed {
			t.Fatalf("%s has no place for the lifecycle of a %s", name, which)
		}
		drawing = strings.TrimSpace(drawing) + "\n"
		if shown == drawing {
			continue
		}
		if !*updateDocs {
			t.Errorf("%s does not show the lifecycle of a %s as it is: go test ./cmd/visesbot -run TestDocsLifecycles -update", name, which)
		}
		page = before + begin + drawing + end + after
	}
	if *updateDocs {
		if err := os.WriteFile(filepath.Join(root, name), []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// variables are those of the environment that the program reads.
func variables(t testing.TB) map[string]bool {
	t.Helper()
	reads := map[string]bool{}
	for _, s := range tree(t) {
		if s.forTests() || !within(s.path, "cmd") {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) != 1 {
				return true
			}
			sel, isSel := call.Fun.(*ast.SelectorExpr)
			lit, isLit := call.Args[0].(*ast.BasicLit)
			if isSel && isLit && strings.EqualFold(sel.Sel.Name, "getenv") {
				if name, err := strconv.Unquote(lit.Value); err == nil {
					reads[name] = true
				}
			}
			return true
		})
	}
	return reads
}

// TestDocsEnvironment holds that docs/operations.md names exactly the
// variables that the program reads.
func TestDocsEnvironment(t *testing.T) {
	reads := variables(t)
	page := pages(t)["docs/operations.md"]
	said := map[string]bool{}
	for _, m := range regexp.MustCompile("(?m)^\\| `([A-Z_]+)`").FindAllStringSubmatch(page, -1) {
		said[m[1]] = true
	}
	for name := range reads {
		if !said[name] {
			t.Errorf("docs/operations.md does not name %s", name)
		}
	}
	for name := range said {
		if !reads[name] {
			t.Errorf("docs/operations.md names %s, which nothing reads", name)
		}
	}
	if len(reads) == 0 {
		t.Error("no variables were found in the program")
	}
}
