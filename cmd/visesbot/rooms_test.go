package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The most methods of a type, and the most files of a folder that are no tests: what
// is larger is more than one thing.
const (
	maxMethods = 60
	maxFiles   = 40
)

// undivided are what is larger still, and how large it was when the rule came: it
// may become smaller, and is struck out when it fits.
func undivided() map[string]int {
	return map[string]int{
		"adapters/mongo.Store":                  65,
		"adapters/telegram.Adapter":             72,
		"adapters/telegram/faketelegram.Server": 71,
		"bot/report.builder":                    78,
		"flows/definition.loader":               74,
		"flows/form.Dossier":                    227,
		"flows/form":                            52,
	}
}

// receiver names the type that a function is a method of.
func receiver(d ast.Decl) (string, bool) {
	f, ok := d.(*ast.FuncDecl)
	if !ok || f.Recv == nil || len(f.Recv.List) == 0 {
		return "", false
	}
	t := f.Recv.List[0].Type
	if star, pointer := t.(*ast.StarExpr); pointer {
		t = star.X
	}
	if of, generic := t.(*ast.IndexExpr); generic {
		t = of.X
	}
	name, ok := t.(*ast.Ident)
	if !ok {
		return "", false
	}
	return name.Name, true
}

// methods counts the methods of each type that is written by hand.
func methods(all []source) map[string]int {
	n := map[string]int{}
	for _, s := range all {
		if s.isTest() || s.generated() {
			continue
		}
		for _, d := range s.file.Decls {
			if name, ok := receiver(d); ok {
				n[s.folder()+"."+name]++
			}
		}
	}
	return n
}

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

// above lists what there is more of than there may be, or than there was.
func above(n map[string]int, most int, were map[string]int) (wrong []string) {
	for _, name := range slices.Sorted(maps.Keys(n)) {
		if n[name] > max(most, were[name]) {
			wrong = append(wrong, fmt.Sprintf("%s: %d", name, n[name]))
		}
	}
	return wrong
}

func TestMethodsOfAType(t *testing.T) {
	for _, wrong := range above(methods(tree(t)), maxMethods, undivided()) {
		t.Errorf("%s methods, more than %d: divide it by what it knows", wrong, maxMethods)
	}
}

func TestFilesOfAFolder(t *testing.T) {
	for _, wrong := range above(kinds(tree(t)), maxFiles, undivided()) {
		t.Errorf("%s kinds of files, more than %d: divide it", wrong, maxFiles)
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
func TestRoomsRules(t *testing.T) {
	a := parseSource(t, "bot/x/a.go", []byte("package x\ntype T[K any] struct{}\nfunc (T[K]) A() {}\nfunc (*T[K]) B() {}\nvar _ = \"P1-20\"\nvar _ = \"P1-20 and more\""))
	b := parseSource(t, "bot/x/a_more.go", []byte("package x\nvar _ = `P2-15.reached`"))
	all := []source{a, b, parseSource(t, "bot/x/c.go", []byte("package x")), parseSource(t, "bot/x/c_test.go", []byte("package x"))}
	if got := above(methods(all), 1, map[string]int{"bot/x.U": 9}); len(got) != 1 || got[0] != "bot/x.T: 2" {
		t.Errorf("methods: %v", got)
	}
	if got := above(kinds(all), 1, nil); len(got) != 1 || got[0] != "bot/x: 2" {
		t.Errorf("files: %v", got)
	}
	if got := above(methods(all), 1, map[string]int{"bot/x.T": 2}); len(got) > 0 {
		t.Errorf("no larger than it was, and yet: %v", got)
	}
	if got := append(numbered(a), numbered(b)...); strings.Join(got, " ") != "P1-20 P2-15.reached" {
		t.Errorf("numbers: %v", got)
	}
}
