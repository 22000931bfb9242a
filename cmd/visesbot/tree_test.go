package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// root is the top folder of the project, seen from here.
const root = "../.."

// source is one Go file of the project.
type source struct {
	path  string // from the top: "bot/accept.go"
	file  *ast.File
	lines int
}

func (s source) folder() string  { return path.Dir(s.path) }
func (s source) isTest() bool    { return strings.HasSuffix(s.path, "_test.go") }
func (s source) generated() bool { return ast.IsGenerated(s.file) }

// forTests tells whether the file is there for tests only.
func (s source) forTests() bool { return s.isTest() || testsOnly(s.folder()) }

// testsOnly tells whether a package is there for tests: a suite, whose name
// ends so, or the stand-in of a platform, whose name begins so.
func testsOnly(folder string) bool {
	name := path.Base(folder)
	return strings.HasSuffix(name, "test") || strings.HasPrefix(name, "fake") || name == "ferret"
}

// imports lists what the file imports; what is ours without "visesbot/".
func (s source) imports() (ours, others []string) {
	for _, spec := range s.file.Imports {
		name, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			continue // the parser has read it, so this cannot be
		}
		if own, ok := strings.CutPrefix(name, "visesbot/"); ok {
			ours = append(ours, own)
		} else {
			others = append(others, name)
		}
	}
	return ours, others
}

// importsAs tells whether a package is imported by that name.
func (s source) importsAs(name string) bool {
	return slices.ContainsFunc(s.file.Imports, func(spec *ast.ImportSpec) bool {
		if spec.Name != nil {
			return spec.Name.Name == name
		}
		return path.Base(strings.Trim(spec.Path.Value, `"`)) == name
	})
}

// parseSource reads one file.
func parseSource(t testing.TB, name string, text []byte) source {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	return source{name, file, strings.Count(string(text), "\n")}
}

// tree reads every Go file of the project, the nested modules too.
func tree(t testing.TB) []source {
	t.Helper()
	var all []source
	fsys := os.DirFS(root)
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "node_modules" || d.Name() == "testdata"):
			return fs.SkipDir
		case d.IsDir() || path.Ext(name) != ".go":
			return nil
		}
		text, err := fs.ReadFile(fsys, name)
		if err == nil {
			all = append(all, parseSource(t, name, text))
		}
		return err
	})
	if err != nil || len(all) == 0 {
		t.Fatalf("read the project: %d files, %v", len(all), err)
	}
	return all
}
