package parse

import "strings"

const (
	embedLR, embedRL       = '\u202A', '\u202B'
	popEmbed               = '\u202C'
	overrideLR, overrideRL = '\u202D', '\u202E'
	isolateLR, isolateRL   = '\u2066', '\u2067'
	isolateFirst           = '\u2068'
	popIsolate             = '\u2069'
)

func isBidi(r rune) bool {
	return r >= embedLR && r <= overrideRL || r >= isolateLR && r <= popIsolate
}

// withoutBidi removes overrides with what closes them, and every embedding or
// isolate that is not closed on its line, or closes nothing.
func withoutBidi(text string) (clean string, removed bool) {
	if strings.IndexFunc(text, isBidi) < 0 {
		return text, false
	}
	var b strings.Builder
	b.Grow(len(text))
	for line := range strings.Lines(text) {
		keep := pairedSigns(line)
		for i, r := range line {
			if isBidi(r) && !keep[i] {
				removed = true
				continue
			}
			b.WriteRune(r)
		}
	}
	return b.String(), removed
}

// Upright is a text without the signs that would turn around what stands beside it:
// overrides, and what is not closed on its line.
func Upright(text string) string {
	clean, _ := withoutBidi(text)
	return clean
}

// pairedSigns returns the places of the embeddings and isolates that are
// properly nested, with those of the signs that close them.
func pairedSigns(line string) map[int]bool {
	type opened struct {
		at   int
		sign rune
	}
	var open []opened
	isolates := 0
	keep := map[int]bool{}
	for i, r := range line {
		switch {
		case !isBidi(r):
		case r == popIsolate && isolates > 0:
			for !isIsolate(open[len(open)-1].sign) { // not closed inside
				open = open[:len(open)-1]
			}
			keep[i], keep[open[len(open)-1].at] = true, true
			open = open[:len(open)-1]
			isolates--
		case r == popEmbed && len(open) > 0 && !isIsolate(open[len(open)-1].sign):
			top := open[len(open)-1]
			open = open[:len(open)-1]
			if top.sign != overrideLR && top.sign != overrideRL {
				keep[i], keep[top.at] = true, true
			}
		case r != popEmbed && r != popIsolate:
			open = append(open, opened{i, r})
			if isIsolate(r) {
				isolates++
			}
		}
	}
	return keep
}

func isIsolate(r rune) bool { return r >= isolateLR && r <= isolateFirst }
