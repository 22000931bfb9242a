package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"visesbot/content"
	"visesbot/flows"
	"visesbot/flows/definition"
)

// TestLinksOfTheProgramme: what the programme says goes before the content, and
// an entry without any address is looked for on the site.
func TestLinksOfTheProgramme(t *testing.T) {
	script, _ := definition.Load(content.FS)
	file := filepath.Join(t.TempDir(), "links")
	text := "# ours\n\nnotebook_3 https://example.org/3.pdf\nsite https://example.org/library\nimp https://example.org/imp\n"
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	links, err := linksOf(&env{getenv: func(string) string { return file }}, script)
	if err != nil {
		t.Fatal(err)
	}
	lib := script.Library
	for id, want := range map[string]string{"notebook_3": "https://example.org/3.pdf", "notebook_4": "https://example.org/library"} {
		if got := lib.LinkOf(lib.Entry(id), links); got != want {
			t.Errorf("%s is at %s, want %s", id, got, want)
		}
	}
	if got := lib.LinkOf(lib.Entry("notebook_4"), nil); got != lib.Site {
		t.Errorf("without settings notebook_4 is at %s, want the project's site", got)
	}
	if links["imp"] != "https://example.org/imp" {
		t.Errorf("the framework is at %q", links["imp"])
	}
	names := linkable(script)
	if slices.Sort(names); len(slices.Compact(names)) != len(linkable(script)) {
		t.Errorf("two of %v have one name", names)
	}
	own := &flows.Entry{ID: "x", Link: "https://example.org/x"}
	if got := lib.LinkOf(own, links); got != own.Link {
		t.Errorf("an entry with a link is at %s", got)
	}
}

func TestLinksThatAreWrong(t *testing.T) {
	script, _ := definition.Load(content.FS)
	for text, want := range map[string]string{
		"notebook_3":                   "line 1: write an entry and its address",
		"\nnotebook_9 https://a.b":     `line 2: neither the library nor the frameworks have an entry "notebook_9"; there are site, film_intro`,
		"notebook_3 ftp://example.org": "line 1: an address begins with https://",
	} {
		_, err := readLinks(strings.NewReader(text), linkable(script))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
	if _, err := linksOf(&env{getenv: func(string) string { return "no/such/file" }}, script); err == nil {
		t.Error("a file that is not there is no problem")
	}
}
