package definition

import (
	"slices"

	"visesbot/flows"
	"visesbot/flows/form"
)

const ruleSentence = "sentence"

// checkSentences compares the bot's own sentences with those the engine says:
// none may be missing, none is written for nobody, and only what the engine
// fills in stands between braces.
func checkSentences(l *loader) {
	known := map[string]flows.WordKey{}
	var keys []string
	for _, k := range flows.WordKeys() {
		known[k.Key] = k
		keys = append(keys, k.Key)
		if _, said := l.script.Words[k.Key]; !said {
			l.problem(ruleSentence, l.messagesSpot(), "the sentence %q is not there", k.Key)
		}
	}
	for _, s := range l.keys {
		k, ok := known[s.key]
		if !ok {
			l.unknown(ruleSentence, l.at[&s.key], "sentence that the bot says under", s.key, keys)
			continue
		}
		for _, lang := range form.Langs() {
			checkFilled(l, s, k, lang)
		}
	}
}

func checkFilled(l *loader, s *sentence, k flows.WordKey, lang string) {
	found, ok := placeholders(s.text.In(lang))
	for _, name := range found {
		if ok && !slices.Contains(k.Filled, name) {
			l.problem(ruleSentence, l.langSpot(s.said, lang), "nothing is filled in for {%s} here%s", name, meant(name, k.Filled))
		}
	}
}

// messagesSpot is where a sentence that is missing would stand.
func (l *loader) messagesSpot() spot {
	for _, f := range l.files {
		if f.root != nil && hasKey(f.root, "words") {
			return spot{file: f}
		}
	}
	return spot{file: &file{name: "messages"}}
}
