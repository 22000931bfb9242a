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
	for _, lang := range form.Langs() {
		words := avoidedIn(l, lang)
		for _, s := range l.texts {
			if s.in != "term" {
				checkSaid(l, s, lang, words)
			}
		}
	}
}

// avoidedWord is one word in small letters, and what to say instead.
type avoidedWord struct{ word, instead string }

func avoidedIn(l *loader, lang string) []avoidedWord {
	var words []avoidedWord
	for _, a := range l.avoid {
		for word := range strings.SplitSeq(a.words.In(lang), ",") {
			if word = strings.ToLower(strings.TrimSpace(word)); word != "" {
				words = append(words, avoidedWord{word, a.term.Label.In(lang)})
			}
		}
	}
	return words
}

func checkSaid(l *loader, s *said, lang string, words []avoidedWord) {
	text := strings.ToLower(withoutPipes(s.text.In(lang)))
	for _, w := range words {
		if hasWord(text, w.word) {
			l.problem(ruleWording, l.langSpot(s.text, lang), "%q is a word we do not use: the glossary says %q", shown(w.word), shown(w.instead))
		}
	}
}

// withoutPipes is a text without the names between braces: they are not said.
func withoutPipes(text string) string {
	var out strings.Builder
	for {
		before, rest, found := strings.Cut(text, "{")
		out.WriteString(before)
		if !found {
			return out.String()
		}
		out.WriteString("…")
		_, text, _ = strings.Cut(rest, "}")
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
