package definition

import (
	"fmt"
	"strings"
	"unicode"
)

// snippetWidth is how many characters of a line are shown at most.
const snippetWidth = 100

// snippet shows a line with a caret under the column, actionlint's way:
//
//	  |
//	6 |     titel: {fr: Bonjour}
//	  |     ^~~~~
func snippet(line string, number, column, width int) string {
	shown, offset := window([]rune(line), column-1)
	margin := strings.Repeat(" ", len(fmt.Sprint(number)))
	mark := strings.Repeat(" ", offset) + "^" + strings.Repeat("~", max(0, min(width, len(shown)-offset)-1))
	return fmt.Sprintf("%s |\n%d | %s\n%s | %s\n", margin, number, string(shown), margin, mark)
}

// window cuts a long line around a place, and makes what a terminal would
// obey, not show, visible. It returns where the place is in what is left.
func window(line []rune, at int) ([]rune, int) {
	at = max(0, min(at, len(line)))
	from := 0
	if at > snippetWidth*3/4 {
		from = at - snippetWidth/2
	}
	shown := make([]rune, 0, snippetWidth)
	for _, r := range line[from:min(len(line), from+snippetWidth)] {
		shown = append(shown, visible(r))
	}
	return shown, at - from
}

func visible(r rune) rune {
	switch {
	case r == '\t':
		return ' '
	case !unicode.IsPrint(r):
		return unicode.ReplacementChar
	}
	return r
}
