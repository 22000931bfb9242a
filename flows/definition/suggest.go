package definition

import (
	"fmt"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
)

// unknown reports a word that is none of those it has to be.
func (l *loader) unknown(rule string, at spot, what, word string, known []string) {
	l.problem(rule, at, "there is no %s %q%s", what, shown(word), meant(word, known))
}

// meant says which known word was probably meant, or lists them all.
func meant(word string, known []string) string {
	if best := nearest(word, known); best != "" {
		return fmt.Sprintf(": did you mean %q?", best)
	}
	if len(known) == 0 {
		return ""
	}
	list := slices.Sorted(slices.Values(known))
	if len(list) > 20 {
		return ""
	}
	return ": expected one of " + strings.Join(list, ", ")
}

// nearest returns the known word that differs least, if it differs little.
func nearest(word string, known []string) string {
	best, least := "", len(word)/3+1
	if len(word) > 64 {
		return ""
	}
	for _, k := range known {
		if d := levenshtein.ComputeDistance(strings.ToLower(word), strings.ToLower(k)); d <= least && d < len(k) {
			if d < least || best == "" {
				best, least = k, d
			}
		}
	}
	return best
}

// shown shortens a word that somebody else wrote.
func shown(word string) string {
	if r := []rune(word); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return word
}
