package parse

import (
	"strings"
	"unicode/utf8"
)

// YesNo reads a yes or a no in any of the three languages, the letters alone
// (o, j, y, n) only in their own, thumbs, and a yes or no followed by a polite
// or confirming word ("oui merci", "ja zeker"). Small typing errors are
// forgiven where no other word is near. "Yes and no" is not understood.
func YesNo(text, lang string) (yes, ok bool) {
	if tooLong(text, longestAnswer) {
		return false, false
	}
	typed := fold(strings.Map(withoutSigns, fold(text)))
	if yes, ok := yesNoPhrase(typed, lang); ok {
		return yes, ok
	}
	first, rest, more := strings.Cut(typed, " ")
	yes, ok = yesNoPhrase(first, lang)
	if !ok || !more {
		return yes, ok
	}
	same, known := yesNoPhrase(rest, lang)
	if isPolite(rest) || known && same == yes || !yes && isNotYet(rest) {
		return yes, true
	}
	return false, false
}

func withoutSigns(r rune) rune {
	switch r {
	case '.', '!', ',', ';', '?':
		return ' '
	case '\'':
		return -1
	}
	return r
}

func yesNoPhrase(typed, lang string) (yes, ok bool) {
	if yes, ok := yesNoExact(typed, lang); ok {
		return yes, ok
	}
	if short := withoutRuns(typed); short != typed {
		if yes, ok := yesNoExact(short, lang); ok {
			return yes, ok
		}
	}
	return yesNoTypo(typed)
}

func yesNoExact(typed, lang string) (yes, ok bool) {
	switch {
	case isYes(typed) || typed == "y" || lang == "fr" && (typed == "o" || typed == "si") || lang == "nl" && typed == "j":
		return true, true
	case isNo(typed) || typed == "n":
		return false, true
	}
	return false, false
}

func isPolite(typed string) bool {
	switch typed {
	case "merci", "svp", "stp", "sil vous plait", "sil te plait", "volontiers", "merci beaucoup", "monsieur", "madame", "nous avons ca",
		"graag", "hoor", "dank je", "dank u", "dankje", "dank je wel", "dank u wel", "bedankt", "aub", "alstublieft", "alsjeblieft", "zulle",
		"please", "thanks", "thank you", "we do", "i do", "it is", "we dont", "i dont", "it isnt", "😊", "🙂", "😀", "🙏", "😉":
		return true
	}
	return false
}

func isNotYet(typed string) bool {
	return typed == "pas encore" || typed == "nog niet" || typed == "not yet"
}

// withoutRuns shortens letters typed three times or more: "ouiiii" is "oui",
// "neeee" is "nee".
func withoutRuns(typed string) string {
	var b strings.Builder
	var previous rune
	run := 0
	for _, r := range typed {
		if run++; r != previous {
			previous, run = r, 1
		}
		if run == 1 || run == 2 && previous == 'e' {
			b.WriteRune(r)
		}
	}
	if b.Len()+2 > len(typed) {
		return typed
	}
	return b.String()
}

// yesNoTypo forgives one error in the longer words, and swapped letters in the
// short ones. Short words have too many neighbours: "bon", "net", "geen".
func yesNoTypo(typed string) (yes, ok bool) {
	switch typed {
	case "oiu", "uoi", "ouu", "pui", "yse", "eys", "yez", "yrs":
		return true, true
	case "onn", "nno", "ene", "nene", "noen":
		return false, true
	}
	if utf8.RuneCountInString(typed) < 4 {
		return false, false
	}
	for _, word := range [...]string{"ouais", "jawel", "akkoord", "daccord", "natuurlijk", "absolument", "inderdaad", "certainement", "exactement", "of course", "correct", "tout a fait", "bien sur", "jazeker"} {
		if distance(typed, word) > 0 {
			return true, true
		}
	}
	for _, word := range [...]string{"pas du tout", "helemaal niet", "zeker niet", "not at all", "certainement pas"} {
		if distance(typed, word) > 0 {
			return false, true
		}
	}
	return false, false
}
