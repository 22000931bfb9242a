package attachment

import (
	"path"
	"strings"
	"unicode"
)

// nameMax is how many characters of a name are kept: the last ones.
const nameMax = 120

// Name keeps the last part of a name, without what cannot be seen; a file without
// one is called by its kind.
func Name(given, kind string) string {
	given = path.Base(strings.ReplaceAll(given, `\`, "/"))
	given = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, given)
	if given == "." || given == ".." || given == "/" || given == "" {
		sort, _, _ := strings.Cut(kind, "/")
		return sort
	}
	runes := []rune(given)
	return string(runes[max(0, len(runes)-nameMax):])
}
