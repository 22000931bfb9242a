package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Occurrence finds a phrase in a text as whole words, whatever its capitals,
// accents and plurals, and gives it as it stands there: "partie prenante" in
// "vos Parties prenantes" is "Parties prenantes". What comes back is found in
// the text for the first time where it stands as these words.
func Occurrence(text, phrase string) (string, bool) {
	want := strings.Fields(stems(words(fold(phrase))))
	if len(want) == 0 {
		return "", false
	}
	for at := 0; at < len(text); {
		begin, end := wordAt(text, at)
		if begin < 0 {
			return "", false
		}
		at = end
		last, ok := goesOn(text, begin, want)
		if !ok {
			continue
		}
		as := text[begin:last]
		return as, strings.Index(text, as) == begin
	}
	return "", false
}

// goesOn tells whether the words from begin on are those wanted, and where the
// last of them ends.
func goesOn(text string, begin int, want []string) (int, bool) {
	at := begin
	for _, w := range want {
		from, to := wordAt(text, at)
		if from < 0 || stem(fold(text[from:to])) != w || apart(text[at:from]) {
			return 0, false
		}
		at = to
	}
	return at, true
}

// apart tells whether what stands between two words is more than a space, a
// hyphen or an apostrophe: then they are no phrase.
func apart(between string) bool {
	return strings.Trim(between, " -'’\u00A0\u202F") != ""
}

// wordAt is where the next run of letters and digits begins and ends; -1 if
// there is none.
func wordAt(text string, at int) (int, int) {
	begin := -1
	for i := at; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		inWord := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
		switch {
		case inWord && begin < 0:
			begin = i
		case !inWord && begin >= 0:
			return begin, i
		}
		i += size
	}
	return begin, len(text)
}

// Stems lists the words of a text as Occurrence compares them: a phrase that
// occurs in the text has all of its own among them.
func Stems(text string) []string { return strings.Fields(stems(words(fold(text)))) }
