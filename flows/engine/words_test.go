package engine_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"visesbot/flows"
	"visesbot/flows/form"
)

// TestWordKeys reads the engine's own source: every sentence it says is in
// WordKeys with exactly what is filled into it, and nothing else is.
func TestWordKeys(t *testing.T) {
	said := saidInSource(t)
	listed := map[string]string{}
	for _, k := range flows.WordKeys() {
		if _, twice := listed[k.Key]; twice {
			t.Errorf("%s is listed twice", k.Key)
		}
		listed[k.Key] = filling(k.Filled)
	}
	for _, key := range slices.Sorted(maps.Keys(said)) {
		if filled, ok := listed[key]; !ok || filled != said[key] {
			t.Errorf("%s is said with %s, but listed with %q", key, said[key], filled)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(listed)) {
		if _, ok := said[key]; !ok {
			t.Errorf("%s is listed, but never said", key)
		}
	}
}

// TestWordsOfTheContent sees that the content says every sentence in every
// language, with exactly what the engine fills in.
func TestWordsOfTheContent(t *testing.T) {
	for _, k := range flows.WordKeys() {
		for _, lang := range form.Langs() {
			text := realScript().Words[k.Key].In(lang)
			if got, want := filling(placeholders(text)), filling(k.Filled); text == "" || got != want {
				t.Errorf("%s in %s: %q has %s, the engine fills in %s", k.Key, lang, text, got, want)
			}
		}
	}
}

func placeholders(text string) []string {
	var out []string
	for _, m := range regexp.MustCompile(`\{(\w+)\}`).FindAllStringSubmatch(text, -1) {
		out = append(out, m[1])
	}
	return out
}

// filling writes names in one order, each once.
func filling(names []string) string {
	names = slices.Sorted(slices.Values(names))
	return fmt.Sprint(slices.Compact(names))
}

// sentences are keys with what is filled in.
type sentences map[string]string

func saidInSource(t *testing.T) sentences {
	files, err := filepath.Glob("../*/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("no source: %v", err)
	}
	out := sentences{}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			if f, ok := decl.(*ast.FuncDecl); ok {
				out.ofFunction(f)
			}
		}
	}
	return out
}

func (s sentences) ofFunction(f *ast.FuncDecl) {
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			s.ofCall(f, n)
		case *ast.IndexExpr:
			if sel, ok := n.X.(*ast.SelectorExpr); ok && sel.Sel.Name == "Words" {
				s.add(f, n.Index, nil)
			}
		}
		return true
	})
}

func (s sentences) ofCall(f *ast.FuncDecl, call *ast.CallExpr) {
	if len(call.Args) == 0 {
		return
	}
	switch called(call) {
	case "Word":
		var filled []string
		for i := 1; i < len(call.Args); i += 2 {
			filled = append(filled, literal(call.Args[i]))
		}
		s.add(f, call.Args[0], filled)
	case "limited": // says the key, or the key of the same with a limit
		key := literal(call.Args[1])
		s[key], s[key+".max"] = filling(nil), filling([]string{"n"})
	}
}

// called is the name of the function or method.
func called(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		return f.Sel.Name
	case *ast.Ident:
		return f.Name
	}
	return ""
}

// add notes a sentence whose key is written out, made of a known prefix, or
// chosen among those written in the same function.
func (s sentences) add(f *ast.FuncDecl, key ast.Expr, filled []string) {
	switch key := key.(type) {
	case *ast.BasicLit:
		s[literal(key)] = filling(filled)
	case *ast.BinaryExpr:
		for _, end := range endings(literal(key.X), key.Y) {
			s[literal(key.X)+end] = filling(filledFor(end, filled))
		}
	case *ast.Ident:
		if f.Name.Name != "Word" && f.Name.Name != "limited" {
			s.addChosen(f, filled)
		}
	}
}

func (s sentences) addChosen(f *ast.FuncDecl, filled []string) {
	key := regexp.MustCompile(`^[a-z]+\.[a-z0-9_.]+$`)
	ast.Inspect(f, func(n ast.Node) bool {
		lit, ok := n.(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING || !key.MatchString(literal(lit)) {
			return true
		}
		if _, known := s[literal(lit)]; !known {
			s[literal(lit)] = filling(filled)
		}
		return true
	})
}

// endings are what may follow a prefix: one constant, or all of a kind.
func endings(prefix string, end ast.Expr) []string {
	constants := map[string]string{
		"Empty": form.Empty, "TooLong": form.TooLong, "TooMany": form.TooMany, "TooFew": form.TooFew,
	}
	if sel, ok := end.(*ast.SelectorExpr); ok && constants[sel.Sel.Name] != "" {
		return []string{constants[sel.Sel.Name]}
	}
	switch prefix {
	case "refused.":
		return []string{
			form.TooLow, form.TooHigh, form.TooFew, form.TooMany, form.TooLong, form.Empty, form.EndsEarly, form.NoSuch,
		}
	case "weekday.", "weekday.short.":
		return []string{"1", "2", "3", "4", "5"}
	case "example.":
		return []string{"date", "file", "money", "number", "period", "scale5"}
	}
	return nil
}

// filledFor: some refusals have no number to tell.
func filledFor(end string, filled []string) []string {
	switch end {
	case form.Empty, form.EndsEarly, form.NoSuch:
		return nil
	}
	return filled
}

func literal(e ast.Expr) string {
	lit, ok := e.(*ast.BasicLit)
	if !ok {
		return ""
	}
	s, _ := strconv.Unquote(lit.Value)
	return s
}
