package officetest_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"visesbot/content"
	"visesbot/flows/definition"
)

// TestOfficeWords reads the source of the office and its rooms: every sentence
// they say is in content/messages under "office", with exactly what is filled in,
// and none is there that nobody says. A key that is put together at run time
// begins with a word and a point: all sentences that begin so are said.
func TestOfficeWords(t *testing.T) {
	script, problems := definition.Load(content.FS)
	if script == nil {
		t.Fatal(problems)
	}
	said, begun := officeSays(t)
	for key, filled := range said {
		text, ok := script.Office[key]
		if !ok {
			t.Errorf("%q is said by the office and stands nowhere", key)
			continue
		}
		for _, lang := range []string{"fr", "nl", "en"} {
			if got := braces(text.In(lang)); !slices.Equal(got, filled) {
				t.Errorf("%s in %s: filled in is %v, written are %v", key, lang, filled, got)
			}
		}
	}
	for key := range script.Office {
		if _, ok := said[key]; !ok && !slices.ContainsFunc(begun, func(b string) bool { return strings.HasPrefix(key, b) }) {
			t.Errorf("%q is said by nobody", key)
		}
	}
}

// officeSays gives the keys with what is filled in, and the beginnings of those
// that are put together.
func officeSays(t *testing.T) (said map[string][]string, begun []string) {
	said = map[string][]string{}
	var named []string
	err := fs.WalkDir(os.DirFS("../../../bot"), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || strings.HasSuffix(filepath.Dir(name), "test") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join("../../../bot", name), nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				begun = append(begun, sentence(t, n, said)...)
			case *ast.BasicLit:
				if k := text(n); strings.HasPrefix(k, "report.") && !strings.HasSuffix(k, ".") {
					named = append(named, k)
				}
			}
			return true
		})
		return nil
	})
	if err != nil || len(said) == 0 {
		t.Fatalf("no source of the office: %v", err)
	}
	said["report.page"] = []string{"all", "n"} // filled in when the pages are counted
	for _, k := range named {                  // in a table of a report, with nothing filled in
		if _, ok := said[k]; !ok {
			said[k] = []string{}
		}
	}
	return said, begun
}

// sentence reads a call that takes a key, and what is filled in behind it.
func sentence(t *testing.T, call *ast.CallExpr, said map[string][]string) (begun []string) {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	at, ok := map[string]int{"Word": 0, "WordIn": 1, "Texts": 0, "Words": 1, "say": 0, "head": 0, "plain": 0}[sel.Sel.Name]
	if !ok || len(call.Args) <= at {
		return nil
	}
	switch key := call.Args[at].(type) {
	case *ast.BasicLit:
		filled := []string{}
		for i := at + 1; i < len(call.Args); i += 2 {
			filled = append(filled, text(call.Args[i]))
		}
		slices.Sort(filled)
		k := text(key)
		if before, ok := said[k]; ok && !slices.Equal(before, filled) {
			t.Errorf("%s is said with %v, and with %v", k, before, filled)
		}
		said[k] = filled
	case *ast.BinaryExpr:
		if b := text(key.X); strings.HasSuffix(b, ".") {
			begun = append(begun, b)
		}
	}
	return begun
}

func text(e ast.Expr) string {
	lit, ok := e.(*ast.BasicLit)
	if !ok {
		return ""
	}
	s, _ := strconv.Unquote(lit.Value)
	return s
}

func braces(s string) []string {
	names := []string{}
	for {
		_, rest, ok := strings.Cut(s, "{")
		if !ok {
			slices.Sort(names)
			return slices.Compact(names)
		}
		name, after, _ := strings.Cut(rest, "}")
		names, s = append(names, name), after
	}
}
