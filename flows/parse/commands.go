package parse

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// Commands are the words of commands, in every language. The zero value has
// none. Once filled it may be read from many goroutines.
type Commands struct {
	by map[string]Command // by what is left of a phrase when it is folded
}

// Add makes a phrase mean a command. A phrase that means another one already is
// not taken, and that one is returned.
func (c *Commands) Add(cmd Command, phrase string) (taken Command) {
	typed := plain(phrase)
	if has, ok := c.by[typed]; ok && has != cmd {
		return has
	}
	if c.by == nil {
		c.by = map[string]Command{}
	}
	c.by[typed] = cmd
	return ""
}

// Means gives the command that a phrase stands for as a whole.
func (c *Commands) Means(phrase string) (Command, bool) {
	cmd := c.phrase(plain(phrase))
	return cmd, cmd != ""
}

// phrase gives the command of what is folded already.
func (c *Commands) phrase(typed string) Command {
	if c == nil || typed == "" {
		return ""
	}
	return c.by[typed]
}

// mostNear bounds how many commands are proposed for one that is not known.
const mostNear = 3

// near gives the commands whose words are a typing error or two away, the
// nearest first.
func (c *Commands) near(typed string) []Command {
	n := utf8.RuneCountInString(typed)
	if c == nil || n < 2 || n > longestNear {
		return nil
	}
	best := map[Command]int{}
	for word, cmd := range c.by {
		d := levenshtein.ComputeDistance(typed, word)
		if swapped(typed, word) {
			d = 1
		}
		if has, ok := best[cmd]; d <= slips(n) && (!ok || d < has) {
			best[cmd] = d
		}
	}
	found := make([]Command, 0, len(best))
	for cmd := range best {
		found = append(found, cmd)
	}
	slices.SortFunc(found, func(a, b Command) int {
		return cmp.Or(cmp.Compare(best[a], best[b]), strings.Compare(string(a), string(b)))
	})
	return found[:min(len(found), mostNear)]
}

const longestNear = 40

// slips is how many typing errors a command of n letters may have and still be
// proposed; nothing is done until it is confirmed.
func slips(n int) int {
	switch {
	case n < 5:
		return 1
	case n < 12:
		return 2
	}
	return 3
}

// AsCommand writes a phrase as one word that may stand behind a slash: "plus_tard".
func AsCommand(phrase string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return '_'
	}, plain(phrase))
}
