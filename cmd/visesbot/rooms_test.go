package main

import (
	"fmt"
	"go/ast"
	"slices"
	"testing"
)

// maxMethods is how many methods a type has at most: more know too many things.
const maxMethods = 60

// crowdedToday are the types that have more than that, and how many. A row is
// made smaller or goes; none is added.
func crowdedToday() map[string]int {
	return map[string]int{"adapters/mongo.Store": 64, "adapters/telegram.Adapter": 71, "bot/report.builder": 78}
}

// circlesToday are the packages in which files call each other in a circle, and
// of how many files the largest is. A row is made smaller or goes; none is added.
func circlesToday() map[string]int {
	return map[string]int{
		"adapters/mongo":        11,
		"adapters/sheets":       2,
		"adapters/slack":        35,
		"adapters/sqlite":       12,
		"adapters/telegram":     18,
		"adapters/terminal":     3,
		"adapters/web":          8,
		"bot":                   7,
		"bot/office":            4,
		"bot/register":          6,
		"bot/report":            2,
		"bot/report/draw":       2,
		"bot/report/page":       2,
		"bot/report/pdf":        3,
		"bot/rooms/digest":      7,
		"bot/rooms/event":       4,
		"bot/rooms/importer":    2,
		"bot/rooms/invitations": 2,
		"bot/rooms/meeting":     11,
		"bot/rooms/peer":        3,
		"bot/rooms/push":        10,
		"bot/rooms/search":      3,
		"bot/rooms/thread":      5,
		"cmd/e2e/office":        2,
		"cmd/visesbot":          28,
		"flows":                 2,
		"flows/cycle":           3,
		"flows/definition":      30,
		"flows/engine":          2,
		"flows/entry":           6,
		"flows/form":            36,
		"flows/group":           2,
		"flows/learning":        6,
		"flows/library":         2,
		"flows/parse":           10,
		"flows/question":        20,
		"flows/reminder":        7,
		"flows/talk":            3,
	}
}

// receiver is the type that a function is a method of; "" if of none.
func receiver(fn *ast.FuncDecl) string {
	if fn.Recv == nil {
		return ""
	}
	t := fn.Recv.List[0].Type
	for {
		switch x := t.(type) {
		case *ast.StarExpr:
			t = x.X
		case *ast.IndexExpr:
			t = x.X
		case *ast.IndexListExpr:
			t = x.X
		case *ast.Ident:
			return x.Name
		default:
			return ""
		}
	}
}

// crowded lists the types with more methods than a type has.
func crowded(all []source) (wrong []string) {
	methods := map[string]int{}
	for _, s := range all {
		if s.forTests() || s.generated() {
			continue
		}
		for _, d := range s.file.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv != nil {
				methods[s.folder()+"."+receiver(fn)]++
			}
		}
	}
	for name, n := range methods {
		if most := max(maxMethods, crowdedToday()[name]); n > most {
			wrong = append(wrong, fmt.Sprintf("%s has %d methods, more than %d: divide it by what it knows", name, n, most))
		}
	}
	return wrong
}

// calls tells, for one package, which file calls functions of which other file.
// A method is known by its name, so one whose name several types have is left
// out: the syntax does not tell whose it is.
func calls(files []source) map[string][]string {
	home := map[string][]string{} // of each function or method, by name
	eachFunc(files, func(s source, fn *ast.FuncDecl) { home[fn.Name.Name] = append(home[fn.Name.Name], s.path) })
	to := map[string][]string{}
	eachFunc(files, func(s source, fn *ast.FuncDecl) {
		ast.Inspect(fn, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if at := home[called(s, call.Fun)]; len(at) == 1 && at[0] != s.path && !slices.Contains(to[s.path], at[0]) {
				to[s.path] = append(to[s.path], at[0])
			}
			return true
		})
	})
	return to
}

func eachFunc(files []source, f func(source, *ast.FuncDecl)) {
	for _, s := range files {
		for _, d := range s.file.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok {
				f(s, fn)
			}
		}
	}
}

// called is the name of what is called in the same package; "" if a function of
// another package is.
func called(s source, fun ast.Expr) string {
	switch fun := fun.(type) {
	case *ast.Ident:
		return fun.Name
	case *ast.SelectorExpr:
		if of, ok := fun.X.(*ast.Ident); ok && s.importsAs(of.Name) {
			return ""
		}
		return fun.Sel.Name
	}
	return ""
}

// reached lists the files that can be got to from one, itself too if there is a
// way back.
func reached(to map[string][]string, from string) map[string]bool {
	seen := map[string]bool{}
	for next := slices.Clone(to[from]); len(next) > 0; {
		file := next[0]
		next = next[1:]
		if !seen[file] {
			seen[file] = true
			next = append(next, to[file]...)
		}
	}
	return seen
}

// circle lists the largest set of files of a package that call each other in a
// circle.
func circle(files []source) (largest []string) {
	to := calls(files)
	ways := map[string]map[string]bool{}
	for file := range to {
		ways[file] = reached(to, file)
	}
	for file := range to {
		var around []string
		for other := range ways[file] {
			if ways[other][file] {
				around = append(around, other)
			}
		}
		if len(around) > len(largest) {
			largest = around
		}
	}
	slices.Sort(largest)
	return largest
}

// packages puts the files of the product together by their folders.
func packages(all []source) map[string][]source {
	by := map[string][]source{}
	for _, s := range all {
		if !s.forTests() && !s.generated() {
			by[s.folder()] = append(by[s.folder()], s)
		}
	}
	return by
}

// circled lists the packages with a larger circle than they are known to have.
func circled(all []source) (wrong []string) {
	for folder, files := range packages(all) {
		if around := circle(files); len(around) > max(1, circlesToday()[folder]) {
			wrong = append(wrong, fmt.Sprintf("%s: %d files call each other in a circle: %v", folder, len(around), around))
		}
	}
	return wrong
}

// TestTypesKnowOneThing holds how many methods a type has, and that calls
// between the files of a package go one way.
func TestTypesKnowOneThing(t *testing.T) {
	all := tree(t)
	for _, wrong := range append(crowded(all), circled(all)...) {
		t.Error(wrong)
	}
}

// TestTypesKnowOneThingBites holds that it notices what it is there for.
func TestTypesKnowOneThingBites(t *testing.T) {
	file := func(name, text string) source { return parseSource(t, "some/"+name, []byte("package some\n\n"+text)) }
	methods := func(n int) (text string) {
		for i := range n {
			text += fmt.Sprintf("func (t *T[K]) m%d() {}\n", i)
		}
		return text
	}
	if len(crowded([]source{file("a.go", methods(60))})) != 0 || len(crowded([]source{file("a.go", methods(30)), file("b.go", "func (t T[K]) x() {}\n"+methods(30))})) != 1 {
		t.Error("methods are not counted by their type")
	}
	a, b, c := file("a.go", "func (t T) A() { t.B() }"), file("b.go", "func (t *T) B() { c() }"), file("c.go", "func c() { T{}.A() }")
	if got := circle([]source{a, b, c}); len(got) != 3 || len(circled([]source{a, b, c})) != 1 {
		t.Errorf("a circle of three files is seen as %v", got)
	}
	if got := circle([]source{a, b, file("c.go", "func c() {}")}); len(got) != 0 {
		t.Errorf("calls that go one way are seen as the circle %v", got)
	}
	if got := circle([]source{a, file("b.go", "func (t T) B() { t.A() }\nfunc (u U) B() { }")}); len(got) != 0 {
		t.Errorf("a name of two types is seen as the circle %v", got)
	}
	if got := circle([]source{a, file("b.go", "import other \"x/y\"\n\nfunc (t T) B() { other.A() }")}); len(got) != 0 {
		t.Errorf("a call of another package is seen as the circle %v", got)
	}
}
