package main

import (
	"bufio"
	"fmt"
	"io"
	"net/url"
	"os"
	"slices"
	"strings"

	"visesbot/flows"
)

// siteEntry is the name under which a programme gives its own site, for the
// entries of the library that have no address of their own.
const siteEntry = "site"

// linksOf reads where the programme keeps the entries of the library, and where
// the frameworks that it maps are explained: the file of VISESBOT_LINKS, with an
// entry or a framework and an address on each line.
func linksOf(e *env, script *flows.Script) (map[string]string, error) {
	name := e.getenv("VISESBOT_LINKS")
	if name == "" {
		return nil, nil
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("open the links of the library (VISESBOT_LINKS): %w", err)
	}
	defer func() { _ = file.Close() }()
	links, err := readLinks(file, linkable(script))
	if err != nil {
		return nil, fmt.Errorf("the links of the library, %s: %w", name, err)
	}
	return links, nil
}

// readLinks reads lines of a name and an address; empty lines, and those that
// begin with #, say nothing.
func readLinks(r io.Reader, names []string) (map[string]string, error) {
	links := map[string]string{}
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		fields := strings.Fields(lines.Text())
		if len(fields) == 0 || strings.HasPrefix(fields[0], "#") {
			continue
		}
		if len(fields) != 2 {
			return nil, fmt.Errorf("line %d: write an entry and its address, with a space between", n)
		}
		if !slices.Contains(names, fields[0]) {
			return nil, fmt.Errorf("line %d: neither the library nor the frameworks have an entry %q; there are %s", n, fields[0], strings.Join(names, ", "))
		}
		if u, err := url.Parse(fields[1]); err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
			return nil, fmt.Errorf("line %d: an address begins with https:// and a host", n)
		}
		links[fields[0]] = fields[1]
	}
	return links, lines.Err()
}

// linkable are the names of all that a programme may give an address for.
func linkable(script *flows.Script) []string {
	ids := []string{siteEntry}
	if script.Library != nil {
		for _, e := range script.Library.Entries {
			ids = append(ids, e.ID)
		}
	}
	for _, f := range script.Frameworks {
		ids = append(ids, f.ID)
	}
	return ids
}
