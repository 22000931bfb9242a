package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// example is one block of commands on a page, and what the page says that
// comes of it. A block "sh run" is run; a mere "sh" is only read.
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
		case kind == "sh" || kind == "sh run":
			all = append(all, example{line: begin, text: strings.Join(block, "\n"), byHand: kind == "sh"})
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
	got := examples("# A\n\n```sh run\na\nb\n```\n\n```text\n1\n...\n```\n\n```sh\nc\n```\n\nwords\n\n```text\n2\n```\n")
	if len(got) != 2 || got[0].text != "a\nb" || !slices.Equal(got[0].outcome, []string{"1", "..."}) || !got[1].byHand || got[1].outcome != nil {
		t.Errorf("read as %+v", got)
	}
	for pattern, want := range map[string]bool{"1\n2\n3": true, "1\n...": true, "...\n3": true, "1\n...\n3": true, "1\n3": false, "...\n2": false} {
		if matches([]string{"1", "2", "3"}, strings.Split(pattern, "\n")) != want {
			t.Errorf("%q: not %v", pattern, want)
		}
	}
}
