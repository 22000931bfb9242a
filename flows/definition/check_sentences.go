package definition

import (
	"slices"

	"visesbot/flows"
	"visesbot/flows/form"
)

const ruleSentence = "sentence"

// checkSentences compares the bot's own sentences with those that are said in
// talks and in the office: none may be missing, none is written for nobody, and
// only what is filled in stands between braces.
func checkSentences(l *loader) {
	l.compare("words", l.keys, flows.WordKeys())
	l.compare("office", l.office, flows.OfficeKeys())
}

// compare does so for the sentences under one key of the files of messages.
func (l *loader) compare(under string, written []*sentence, said []flows.WordKey) {
	known, there := map[string]flows.WordKey{}, map[string]bool{}
	for _, s := range written {
		there[s.key] = true
	}
	var keys []string
	for _, k := range said {
		known[k.Key] = k
		keys = append(keys, k.Key)
		if !there[k.Key] {
			l.problem(ruleSentence, l.messagesSpot(under), "the sentence %q is not there, under %q", k.Key, under)
		}
	}
	for _, s := range written {
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
func (l *loader) messagesSpot(under string) spot {
	for _, f := range l.files {
		if f.root != nil && hasKey(f.root, under) {
			return spot{file: f}
		}
	}
	return spot{file: &file{name: "messages"}}
}
