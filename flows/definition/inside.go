package definition

import (
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"visesbot/flows/form"
)

// inside is the place of a character of an expression: line from 1 and column
// from 0 of the expression, as its compiler counts.
func (l *loader) inside(e *form.Expr, line, column int) spot {
	at, n := l.at[e], l.exprs[e]
	if at.file == nil || line < 1 || column < 0 {
		return at
	}
	switch {
	case n.Style == yaml.LiteralStyle:
		return insideBlock(at, line, column)
	case line > 1 || strings.Contains(n.Value, "\n") || n.Style == yaml.FoldedStyle:
		return at
	}
	return insideLine(at, n, column)
}

// insideBlock looks into text after a |, which stands as it is, indented.
func insideBlock(at spot, line, column int) spot {
	at.line += line
	if at.line > len(at.file.lines) {
		return at
	}
	text := at.file.lines[at.line-1]
	at.column = column + 1 + blockIndent(at.file.lines, at.line-line)
	at.column = min(at.column, utf8.RuneCountInString(text)+1)
	at.width = 1
	return at
}

// blockIndent is how far the first line of a block is indented.
func blockIndent(lines []string, first int) int {
	for _, line := range lines[min(first, len(lines)):] {
		if text := strings.TrimLeft(line, " "); text != "" {
			return len(line) - len(text)
		}
	}
	return 0
}

// insideLine looks into text on one line, where quotes and what they escape
// take room of their own.
func insideLine(at spot, n *yaml.Node, column int) spot {
	line := []rune(at.file.lines[at.line-1])
	i := min(at.column-1, len(line))
	quoted := n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0
	if quoted {
		i++
	}
	for ; column > 0 && i < len(line); column-- {
		i += escape(line[i:], n.Style)
	}
	at.column, at.width = min(i, len(line))+1, 1
	return at
}

// escape is how many characters of the file make one of the text.
func escape(rest []rune, style yaml.Style) int {
	if len(rest) < 2 {
		return 1
	}
	switch {
	case style == yaml.SingleQuotedStyle && rest[0] == '\'' && rest[1] == '\'':
		return 2
	case style != yaml.DoubleQuotedStyle || rest[0] != '\\':
		return 1
	case rest[1] == 'x':
		return 4
	case rest[1] == 'u':
		return 6
	case rest[1] == 'U':
		return 10
	}
	return 2
}
