package flowtest

import (
	"regexp"
	"slices"
	"strings"
)

// pattern is what a message has to be like: pieces of its text, in order, and
// buttons that it has to have.
type pattern struct {
	pieces  []string // between "..."; the first and last hold the ends
	buttons []string // each begins the label of a button
}

// patternOf reads "pieces ... pieces [Button] [Button]". Without any text only
// the buttons count.
func patternOf(text string) pattern {
	text = plain(text)
	var p pattern
	if tail := regexp.MustCompile(`(?:^|\s)\[[^\[\]]*\](?:\s*\[[^\[\]]*\])*$`).FindStringIndex(text); tail != nil {
		for _, b := range regexp.MustCompile(`\[([^\[\]]*)\]`).FindAllStringSubmatch(text[tail[0]:], -1) {
			p.buttons = append(p.buttons, strings.TrimSpace(b[1]))
		}
		text = strings.TrimSpace(text[:tail[0]])
	}
	if text == "" && len(p.buttons) > 0 {
		text = "..."
	}
	for _, piece := range strings.Split(text, "...") {
		p.pieces = append(p.pieces, strings.TrimSpace(piece))
	}
	return p
}

// matches tells whether a message is like the pattern.
func (p pattern) matches(s Shown) bool {
	for _, wanted := range p.buttons {
		if !slices.ContainsFunc(s.Buttons, func(label string) bool { return strings.HasPrefix(plain(label), wanted) }) {
			return false
		}
	}
	return p.matchesText(s.Text())
}

func (p pattern) matchesText(text string) bool {
	last := len(p.pieces) - 1
	if last == 0 {
		return text == p.pieces[0]
	}
	if !strings.HasPrefix(text, p.pieces[0]) {
		return false
	}
	text = text[len(p.pieces[0]):]
	for _, piece := range p.pieces[1:last] {
		i := strings.Index(text, piece)
		if i < 0 {
			return false
		}
		text = text[i+len(piece):]
	}
	return strings.HasSuffix(text, p.pieces[last])
}
