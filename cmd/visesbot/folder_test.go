package main

import (
	"go/ast"
	"go/token"
	"path"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// maxFiles is how many kinds of files a folder has at most, tests apart.
const maxFiles = 40

// fullToday are the folders that have more, and how many. A row is made smaller or
// goes; none is added.
func fullToday() map[string]int { return map[string]int{"flows/form": 52} }

// kinds counts the files of each folder. Files whose names begin alike, as
// check_link.go and check_loop.go, count as one: they share a grammar.
func kinds(all []source) map[string]int {
	names := map[string]map[string]bool{}
	for _, s := range all {
		if s.isTest() || s.generated() {
			continue
		}
		if names[s.folder()] == nil {
			names[s.folder()] = map[string]bool{}
		}
		first, _, _ := strings.Cut(strings.TrimSuffix(path.Base(s.path), ".go"), "_")
		names[s.folder()][first] = true
	}
	n := map[string]int{}
	for folder, some := range names {
		n[folder] = len(some)
	}
	return n
}

func TestFilesOfAFolder(t *testing.T) {
	for folder, n := range kinds(tree(t)) {
		if most := max(maxFiles, fullToday()[folder]); n > most {
			t.Errorf("%s has %d kinds of files, more than %d: divide it", folder, n, most)
		}
	}
}

// numbered finds the numbers of questions among the texts of a file: content may be
// replaced, and is asked for its questions by their names.
func numbered(s source) (found []string) {
	number := regexp.MustCompile(`^P[0-9]-[0-9]+(\.[a-z_]+)?$`)
	ast.Inspect(s.file, func(n ast.Node) bool {
		if text, ok := n.(*ast.BasicLit); ok && text.Kind == token.STRING {
			if v, err := strconv.Unquote(text.Value); err == nil && number.MatchString(v) {
				found = append(found, v)
			}
		}
		return true
	})
	return found
}

func TestNoNumbersOfQuestions(t *testing.T) {
	for _, s := range tree(t) {
		if found := numbered(s); len(found) > 0 && !s.forTests() {
			t.Errorf("%s names the questions %v: find them by the names that the content gives them", s.path, found)
		}
	}
}

// The rules see what they are there for.
func TestFolderRules(t *testing.T) {
	a := parseSource(t, "bot/x/a.go", []byte("package x\nvar _ = \"P1-20\"\nvar _ = \"P1-20 and more\""))
	b := parseSource(t, "bot/x/a_more.go", []byte("package x\nvar _ = `P2-15.reached`"))
	all := []source{a, b, parseSource(t, "bot/x/c.go", []byte("package x")), parseSource(t, "bot/x/c_test.go", []byte("package x"))}
	if got := kinds(all); len(got) != 1 || got["bot/x"] != 2 {
		t.Errorf("files: %v", got)
	}
	if got := append(numbered(a), numbered(b)...); strings.Join(got, " ") != "P1-20 P2-15.reached" {
		t.Errorf("numbers: %v", got)
	}
}
