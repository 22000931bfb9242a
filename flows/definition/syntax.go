package definition

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// errorSpot is the line the YAML library complains of; it names no column.
func errorSpot(f *file, err error) spot {
	line := 1
	if m := regexp.MustCompile(`line (\d+)`).FindStringSubmatch(err.Error()); m != nil {
		line, _ = strconv.Atoi(m[1])
		if isParserError(err.Error()) {
			line++ // the library counts these from 0
		}
	}
	line = max(1, min(line, len(f.lines)))
	text := f.lines[line-1]
	indent := len(text) - len(strings.TrimLeft(text, " "))
	return spot{file: f, line: line, column: indent + 1, width: utf8.RuneCountInString(text) - indent}
}

func isParserError(text string) bool {
	return regexp.MustCompile(`did not find expected (<|'-'|key|','|node content)`).MatchString(text)
}

// errorText is what the library says, and what mostly is the cause.
func errorText(err error) string {
	text := regexp.MustCompile(`^yaml: (line \d+: )?`).ReplaceAllString(err.Error(), "")
	hint := ""
	switch {
	case isParserError(text) && strings.Contains(text, "','"):
		hint = " (put texts with ? : , # { or } between braces in quotes)"
	case strings.Contains(text, "mapping values are not allowed"):
		hint = " (put texts with : in quotes, and indent keys alike)"
	}
	return "this is not YAML: " + text + hint
}
