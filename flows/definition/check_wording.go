package definition

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"visesbot/flows/form"
)

const ruleWording = "wording"

// checkWording looks for words that the glossary avoids in everything that is
// said, but for the glossary itself.
func checkWording(l *loader) {
	for _, s := range l.texts {
		if s.in == "term" {
			continue
		}
		for _, lang := range form.Langs() {
			checkSaid(l, s, lang)
		}
	}
}

func checkSaid(l *loader, s *said, lang string) {
	text := strings.ToLower(s.text.In(lang))
	for _, a := range l.avoid {
		for word := range strings.SplitSeq(a.words.In(lang), ",") {
			if word = strings.ToLower(strings.TrimSpace(word)); word != "" && hasWord(text, word) {
				l.problem(ruleWording, l.langSpot(s.text, lang), "%q is a word we do not use: the glossary says %q", shown(word), shown(a.term.Label.In(lang)))
			}
		}
	}
}

// hasWord finds a word that is not a part of a longer one.
func hasWord(text, word string) bool {
	for {
		before, after, found := strings.Cut(text, word)
		if !found {
			return false
		}
		last, _ := utf8.DecodeLastRuneInString(before)
		next, _ := utf8.DecodeRuneInString(after)
		if !unicode.IsLetter(last) && !unicode.IsLetter(next) {
			return true
		}
		text = after
	}
}
