package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"go/ast"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

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

// example is one block of commands on a page, and what the page says that
// comes of it. A block "sh" is run; "sh by-hand" is only read.
type example struct {
	line    int
	text    string
	byHand  bool
	outcome []string // lines; "..." stands for any lines; nil if nothing is said
}

func examples(page string) (all []example) {
	lines := strings.Split(page, "\n")
	for i := 0; i < len(lines); i++ {
		kind, ok := strings.CutPrefix(lines[i], "```")
		if !ok {
			continue
		}
		begin := i + 1
		for i++; i < len(lines) && lines[i] != "```"; i++ {
		}
		block := lines[begin:min(i, len(lines))]
		switch last := len(all) - 1; {
		case kind == "sh" || kind == "sh by-hand":
			all = append(all, example{line: begin, text: strings.Join(block, "\n"), byHand: kind != "sh"})
		case kind == "text" && last >= 0 && follows(lines, all[last], begin-1):
			all[last].outcome = block
		}
	}
	return all
}

// follows tells whether the block that begins at a line comes right after an
// example, with one empty line between.
func follows(lines []string, e example, at int) bool {
	end := e.line + strings.Count(e.text, "\n") + 1 // the fence
	return at == end+2 && lines[end+1] == ""
}

// TestDocsCommands runs the commands on the pages, each page in a folder of
// its own that has the content and nothing else.
func TestDocsCommands(t *testing.T) {
	bin := t.TempDir()
	build := exec.CommandContext(t.Context(), "go", "build", "-o", filepath.Join(bin, "visesbot"), ".")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	content, err := filepath.Abs(filepath.Join(root, "content"))
	if err != nil {
		t.Fatal(err)
	}
	ran := 0
	for name, page := range pages(t) {
		dir := t.TempDir()
		if err := os.Symlink(content, filepath.Join(dir, "content")); err != nil {
			t.Fatal(err)
		}
		for _, e := range examples(page) {
			if e.byHand {
				continue
			}
			ran++
			out, err := runExample(t.Context(), dir, bin, e.text)
			if err != nil {
				t.Errorf("%s:%d: %v\n%s\n%s", name, e.line, err, e.text, out)
			} else if e.outcome != nil && !matches(strings.Split(strings.TrimSpace(out), "\n"), e.outcome) {
				t.Errorf("%s:%d: the page shows something else than comes of\n%s\n%s", name, e.line, e.text, out)
			}
		}
	}
	if ran < 3 {
		t.Errorf("only %d examples were found: are they not marked any more?", ran)
	}
}

func runExample(ctx context.Context, dir, bin, text string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	c := exec.CommandContext(ctx, "sh", "-eu", "-c", strings.ReplaceAll(text, "go run ./cmd/visesbot", "visesbot"))
	c.Dir = dir
	c.Env = append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"), "VISESBOT_STORE=", "VISESBOT_CONTENT=")
	c.WaitDelay = 5 * time.Second
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, &out
	err := c.Run()
	return out.String(), err
}

// matches compares lines with a pattern in which "..." stands for any lines.
func matches(lines, pattern []string) bool {
	switch {
	case len(pattern) == 0:
		return len(lines) == 0
	case strings.TrimSpace(pattern[0]) == "...":
		return matches(lines, pattern[1:]) || len(lines) > 0 && matches(lines[1:], pattern)
	}
	return len(lines) > 0 && strings.TrimRight(lines[0], " ") == strings.TrimRight(pattern[0], " ") && matches(lines[1:], pattern[1:])
}

func TestDocsExamplesAreRead(t *testing.T) {
	got := examples("# A\n\n```sh\na\nb\n```\n\n```text\n1\n...\n```\n\n```sh by-hand\nc\n```\n\nwords\n\n```text\n2\n```\n")
	if len(got) != 2 || got[0].text != "a\nb" || !slices.Equal(got[0].outcome, []string{"1", "..."}) || !got[1].byHand || got[1].outcome != nil {
		t.Errorf("read as %+v", got)
	}
	for pattern, want := range map[string]bool{"1\n2\n3": true, "1\n...": true, "...\n3": true, "1\n...\n3": true, "1\n3": false, "...\n2": false} {
		if matches([]string{"1", "2", "3"}, strings.Split(pattern, "\n")) != want {
			t.Errorf("%q: not %v", pattern, want)
		}
	}
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
			if err == nil && c.HasSubCommands() && c.Flags().NArg() > 0 {
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

// TestDocsEnvironment holds that docs/operations.md names exactly the
// variables that the program reads.
func TestDocsEnvironment(t *testing.T) {
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
