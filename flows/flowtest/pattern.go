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
	text, p.buttons = buttonsOff(text)
	if text == "" && len(p.buttons) > 0 {
		text = "..."
	}
	for _, piece := range strings.Split(text, "...") {
		p.pieces = append(p.pieces, strings.TrimSpace(piece))
	}
	return p
}

// buttonsOff takes the buttons off the end of a message. "[NL]" alone is none: it
// is the mark of own words in another language, and may also stand in a label.
func buttonsOff(text string) (rest string, buttons []string) {
	last := regexp.MustCompile(`(?:^|\s)\[((?:[^\[\]]|\[[A-Z]{2}\])*)\]$`)
	mark := regexp.MustCompile(`^[A-Z]{2}$`)
	for rest = text; ; {
		found := last.FindStringSubmatchIndex(rest)
		if found == nil || mark.MatchString(rest[found[2]:found[3]]) {
			break
		}
		buttons = append(buttons, strings.TrimSpace(rest[found[2]:found[3]]))
		rest = strings.TrimSpace(rest[:found[0]])
	}
	slices.Reverse(buttons)
	return rest, buttons
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
