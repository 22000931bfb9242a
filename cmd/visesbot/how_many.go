package main

import (
	"fmt"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// howMany says how many there are of something, in English.
func howMany(n int, one, other string) string {
	if plural.Cardinal.MatchPlural(language.English, n, 0, 0, 0, 0) == plural.One {
		return fmt.Sprintf("%d %s", n, one)
	}
	return fmt.Sprintf("%d %s", n, other)
}
