package main

import (
	"fmt"
	"go/ast"
	"path"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// maxLines is the length of a file that hardly any comes near.
const maxLines = 400

// vagueWords are in no name of a type, function, file or folder: they say
// nothing about what is in it.
func vagueWords() []string {
	return []string{"manager", "handler", "processor", "helper", "helpers", "util", "utils", "data", "info", "base", "impl", "service", "services"}
}

// vagueFolders are no folders, either.
func vagueFolders() []string { return append(vagueWords(), "internal", "pkg", "common", "models") }

// clockReads are the functions that ask the machine what time it is.
func clockReads() []string { return []string{"Now", "Since", "Until"} }

// clockWaits are those that wait by it.
func clockWaits() []string {
	return []string{"Sleep", "After", "AfterFunc", "Tick", "NewTimer", "NewTicker"}
}

// words splits a name as it is read: "NewHTTPHandler" is new, http, handler.
func words(name string) []string {
	var all []string
	runes := []rune(strings.TrimSuffix(name, ".go"))
	begin := 0
	for i, r := range runes {
		upper := i > 0 && unicode.IsUpper(r) && (!unicode.IsUpper(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1]))
		if upper || !unicode.IsLetter(r) {
			all = append(all, strings.ToLower(string(runes[begin:i])))
			begin = i
			if !unicode.IsLetter(r) {
				begin++
			}
		}
	}
	return append(all, strings.ToLower(string(runes[begin:])))
}

func vague(name string, list []string) bool {
	return slices.ContainsFunc(words(name), func(w string) bool { return slices.Contains(list, w) })
}

// breaches says which rules of the house a file breaks.
func breaches(s source) (wrong []string) {
	say := func(format string, args ...any) {
		wrong = append(wrong, s.path+": "+fmt.Sprintf(format, args...))
	}
	if s.lines > maxLines && !s.generated() {
		say("%d lines: more than %d, cut it by what it is about", s.lines, maxLines)
	}
	if vague(strings.TrimSuffix(path.Base(s.path), "_test.go"), vagueWords()) {
		say("the name of the file says nothing")
	}
	for _, folder := range strings.Split(s.folder(), "/") {
		if vague(folder, vagueFolders()) {
			say("the name of the folder %s says nothing", folder)
		}
	}
	if s.generated() {
		return wrong
	}
	for _, name := range declared(s.file) {
		if name == "init" {
			say("there is an init: what is set up is set up where it is used")
		}
		if !s.isTest() && vague(name, vagueWords()) {
			say("the name %s says nothing", name)
		}
	}
	if !s.forTests() {
		wrong = append(wrong, impure(s)...)
	}
	return wrong
}

// declared lists the types of a file, its functions that others may see, and
// init. Methods are not in it: their names may be given by the interface they
// fulfil.
func declared(file *ast.File) (names []string) {
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil && (d.Name.IsExported() || d.Name.Name == "init") {
				names = append(names, d.Name.Name)
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				if t, ok := spec.(*ast.TypeSpec); ok {
					names = append(names, t.Name.Name)
				}
			}
		}
	}
	return names
}

// impure says where a file asks the machine for the time or for chance. Only
// cmd does, and the clock it gives to others; flows does not even wait.
func impure(s source) (wrong []string) {
	ast.Inspect(s.file, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		from, ok := sel.X.(*ast.Ident)
		if !ok {
			return true
		}
		name := sel.Sel.Name
		clock := from.Name == "time" && slices.Contains(clockReads(), name) && !within(s.path, "cmd") && !strings.HasPrefix(s.path, "bot/clock")
		waits := from.Name == "time" && slices.Contains(clockWaits(), name) && within(s.path, "flows")
		chance := from.Name == "rand" && !strings.HasPrefix(name, "New") && ast.IsExported(name) && !within(s.path, "cmd") && !randType(name)
		if clock || waits || chance {
			wrong = append(wrong, fmt.Sprintf("%s: %s.%s: time and chance come in as arguments or fields", s.path, from.Name, name))
		}
		return true
	})
	return wrong
}

// randType tells a type of math/rand from a function of it.
func randType(name string) bool {
	return slices.Contains([]string{"Rand", "Source", "PCG", "ChaCha8"}, name)
}

// undocumented lists the packages without a word on what they are for, and
// those that say it in two places.
func undocumented(all []source) (wrong []string) {
	docs := map[string]int{}
	for _, s := range all {
		if s.isTest() {
			continue
		}
		docs[s.folder()] += 0
		if s.file.Doc != nil && len(strings.Fields(s.file.Doc.Text())) >= 8 {
			docs[s.folder()]++
		}
	}
	for folder, n := range docs {
		if n != 1 {
			wrong = append(wrong, fmt.Sprintf("package %s says in %d places what it is for and what it is not", folder, n))
		}
	}
	return wrong
}

// TestHouseRules holds what CONTRIBUTING.md says of files, names and time.
func TestHouseRules(t *testing.T) {
	all := tree(t)
	for _, s := range all {
		for _, wrong := range breaches(s) {
			t.Error(wrong)
		}
	}
	for _, wrong := range undocumented(all) {
		t.Error(wrong)
	}
}

// TestHouseRulesBite holds that TestHouseRules notices what it is there for.
func TestHouseRulesBite(t *testing.T) {
	long := "package a\n" + strings.Repeat("//\n", maxLines)
	for _, c := range []struct {
		path, text string
		wrong      int
	}{
		{"bot/a.go", "package a\n\nfunc init() {}\n", 1},
		{"bot/a.go", "package a\n\ntype jobManager struct{}\n\nfunc NewHTTPHandler() {}\n", 2},
		{"bot/a.go", "package a\n\ntype Metadata struct{ Data, Info int }\n\nfunc (Metadata) Info() {}\n", 0},
		{"bot/job_utils.go", "package a\n", 1},
		{"bot/internal/a.go", "package a\n", 1},
		{"bot/a.go", long, 1},
		{"bot/a.go", "// Code generated by x. DO NOT EDIT.\n\n" + long, 0},
		{"bot/a.go", "package a\n\nvar t = time.Now()\n", 1},
		{"bot/clock.go", "package a\n\nvar t = time.Now()\n", 0},
		{"bot/a_test.go", "package a\n\nvar t = time.Now()\n", 0},
		{"bot/a.go", "package a\n\nfunc a() { <-time.After(1) }\n", 0},
		{"flows/a.go", "package a\n\nfunc a() { <-time.After(1); time.Sleep(1) }\n", 2},
		{"bot/a.go", "package a\n\nvar n, r = rand.IntN(3), rand.New(rand.NewPCG(1, 2))\n", 1},
	} {
		if wrong := breaches(parseSource(t, c.path, []byte(c.text))); len(wrong) != c.wrong {
			t.Errorf("%s breaks %d rules, not %d: %q in\n%.200s", c.path, len(wrong), c.wrong, wrong, c.text)
		}
	}
	silent := []source{parseSource(t, "bot/a.go", []byte("// Package a.\npackage a\n"))}
	if len(undocumented(silent)) != 1 {
		t.Error("a package that says nothing is not noticed")
	}
}
