package main

import (
	"bufio"
	"fmt"
	"io"
	"net/url"
	"os"
	"strings"

	"visesbot/flows"
)

// siteEntry is the name under which a programme gives its own site, for the
// entries of the library that have no address of their own.
const siteEntry = "site"

// linksOf reads where the programme keeps the entries of the library: the file
// of VISESBOT_LINKS, with an entry and an address on each line.
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
	links, err := readLinks(file, script.Library)
	if err != nil {
		return nil, fmt.Errorf("the links of the library, %s: %w", name, err)
	}
	return links, nil
}

// readLinks reads lines of an entry and an address; empty lines, and those that
// begin with #, say nothing.
func readLinks(r io.Reader, lib *flows.Library) (map[string]string, error) {
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
		if fields[0] != siteEntry && lib.Entry(fields[0]) == nil {
			return nil, fmt.Errorf("line %d: the library has no entry %q; it has %s", n, fields[0], strings.Join(entryIDs(lib), ", "))
		}
		if u, err := url.Parse(fields[1]); err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
			return nil, fmt.Errorf("line %d: an address begins with https:// and a host", n)
		}
		links[fields[0]] = fields[1]
	}
	return links, lines.Err()
}

func entryIDs(lib *flows.Library) []string {
	ids := []string{siteEntry}
	if lib != nil {
		for _, e := range lib.Entries {
			ids = append(ids, e.ID)
		}
	}
	return ids
}
