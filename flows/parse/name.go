package parse

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Naming is what a text is where a person or a thing is to be named.
type Naming string

// What it can be. Only the first is a name beyond doubt.
const (
	IsName       Naming = "name"
	IsIntroduced Naming = "introduced" // "I am Amina": the name follows
	IsGreeting   Naming = "greeting"   // also thanks and goodbyes
	IsYesOrNo    Naming = "yesno"
	IsAsked      Naming = "question"
	IsNumber     Naming = "number"
	IsSign       Naming = "sign" // without a letter
	IsSentence   Naming = "sentence"
)

// NameReading is a text where a name is asked: what it is, and what the name in
// it would be. What looks like none may still be one, so Name is set for all
// that could be kept.
type NameReading struct {
	Kind Naming
	Name string
}

// Name reads the name of a person. "Bonjour, je suis Amina de la coordination"
// is introduced, as "Amina, coordination".
func Name(text, lang string) NameReading {
	r := Label(text, lang)
	if r.Kind != IsName && r.Kind != IsGreeting {
		return r
	}
	if name := introduced(r.Name); name != "" {
		return NameReading{IsIntroduced, name}
	}
	if r.Kind == IsName && isSentence(r.Name) {
		r.Kind = IsSentence
	}
	return r
}

// Label reads what something of a list is called. Unlike a person's name it may
// be a whole sentence.
func Label(text, lang string) NameReading {
	name, _ := Clean(strings.Join(strings.Fields(text), " "))
	r := NameReading{Kind: IsName, Name: name}
	switch {
	case !strings.ContainsFunc(name, unicode.IsLetter):
		r.Kind = IsSign
		if strings.ContainsFunc(name, unicode.IsDigit) {
			r.Kind = IsNumber
		}
	case IsQuestion(name, lang):
		r.Kind = IsAsked
	case isGreeting(name):
		r.Kind = IsGreeting
	case saysYesOrNo(name, lang):
		r.Kind = IsYesOrNo
	}
	return r
}

// saysYesOrNo leaves out a letter alone, which may well be an initial.
func saysYesOrNo(name, lang string) bool {
	if utf8.RuneCountInString(name) < 2 {
		return false
	}
	_, ok := YesNo(name, lang)
	return ok
}

// isGreeting tells whether a text begins with a greeting, thanks or a goodbye.
func isGreeting(name string) bool {
	typed := strings.TrimRight(fold(name), " .!,")
	for _, word := range [...]string{
		"bonjour", "bonsoir", "salut", "coucou", "bjr", "merci", "merci beaucoup", "au revoir", "a bientot", "bonne journee", "enchante", "enchantee",
		"hallo", "hoi", "hey", "dag", "goedemorgen", "goeiemorgen", "goedendag", "goeiendag", "goeiedag", "goedemiddag", "goeiemiddag", "goedenavond", "goeienavond",
		"bedankt", "dank je", "dank u", "dankjewel", "tot ziens", "tot straks", "daag", "aangenaam",
		"hello", "hi", "good morning", "good afternoon", "good evening", "thanks", "thank you", "bye", "goodbye", "nice to meet you",
	} {
		rest, ok := strings.CutPrefix(typed, word)
		if ok && (rest == "" || strings.IndexByte(" ,.!", rest[0]) >= 0) {
			return true
		}
	}
	return false
}

// introductions are what people say before their name, folded.
func introductions() []string {
	return []string{
		"je m'appelle", "je me nomme", "je me presente", "mon nom est", "mon prenom est", "mon nom c'est", "moi c'est", "moi je suis", "je suis", "c'est", "ici",
		"ik ben de", "ik ben", "ik heet", "mijn naam is", "hier is", "je spreekt met", "u spreekt met", "dit is",
		"my name is", "my name's", "i am", "i'm", "this is", "it is", "it's", "call me",
	}
}

// introduced finds the name behind "je suis", "ik ben", "I am"; empty if there
// is no such beginning.
func introduced(text string) string {
	said := strings.Fields(text)
	for at := range min(len(said), 4) {
		for _, intro := range introductions() {
			n := len(strings.Fields(intro))
			if at+n < len(said) && fold(strings.Trim(strings.Join(said[at:at+n], " "), ",.!")) == intro && (at == 0 || isGreeting(strings.Join(said[:at], " "))) {
				return nameAndRole(said[at+n:])
			}
		}
	}
	return ""
}

const (
	mostNameWords = 5
	mostRoleWords = 3
)

// nameAndRole gives the name at the beginning, and behind a comma what the
// person does: "Amina de la coordination" is "Amina, coordination".
func nameAndRole(said []string) string {
	n := 1
	for n < len(said) && n < mostNameWords && !endsClause(said[n-1]) {
		k := n
		for k < len(said) && k < mostNameWords && isParticle(said[k]) {
			k++
		}
		if k >= len(said) || !startsUpper(said[k]) {
			break
		}
		n = k + 1
	}
	name := strings.Trim(strings.Join(said[:n], " "), ",.!;")
	role := said[n:]
	for len(role) > 0 && (isParticle(role[0]) || slices.Contains([]string{"a", "au", "aux", "from", "at", "in", "bij", "chez", "et", "en", "and"}, fold(role[0]))) {
		role = role[1:]
	}
	if end := slices.IndexFunc(role, endsClause); end >= 0 {
		role = role[:end+1]
	}
	if len(role) == 0 || len(role) > mostRoleWords {
		return name
	}
	return name + ", " + strings.Trim(strings.Join(role, " "), ",.!;")
}

func endsClause(w string) bool { return strings.ContainsAny(w[len(w)-1:], ",.!;") }

func isParticle(w string) bool {
	switch fold(w) {
	case "de", "la", "du", "des", "le", "l'", "d'", "van", "der", "den", "ter", "ten", "von", "el", "al", "ben", "di", "da", "of", "the", "het":
		return true
	}
	return false
}

func startsUpper(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// isSentence tells whether a text says something instead of naming somebody: it
// is long, or begins like a sentence.
func isSentence(name string) bool {
	said := strings.Fields(name)
	if len(said) > 7 && !strings.ContainsAny(name, ",;/") {
		return true
	}
	if len(said) < 3 {
		return false
	}
	switch fold(said[0]) {
	case "je", "j'ai", "nous", "on", "il", "elle", "c'est", "ca", "vous", "tu", "ik", "wij", "we", "het", "dat", "jullie", "er", "i", "it", "that", "you", "they", "there":
		return true
	}
	return false
}

// IsQuestion tells whether a text asks something back: it ends with a question
// mark, or begins like "c'est quoi", "wat is", "what does".
func IsQuestion(text, lang string) bool {
	text = strings.TrimSpace(text)
	if strings.HasSuffix(text, "?") {
		return true
	}
	typed := fold(text)
	for _, opening := range openings(lang) {
		if rest, ok := strings.CutPrefix(typed, opening); ok && (rest == "" || rest[0] == ' ' || strings.HasSuffix(opening, "'")) {
			return true
		}
	}
	return false
}

// openings are the beginnings of questions. Words that begin other things too
// ("waarom" a title, "how" a name) are left to the question mark.
func openings(lang string) []string {
	french := []string{"c'est quoi", "qu'est-ce que", "qu'est ce que", "qu'est-ce qu'", "qu'est ce qu'", "est-ce que", "est ce que", "est-ce qu'", "que veut dire", "que signifie", "ca veut dire quoi", "comment faire", "comment je", "comment ca", "pourquoi est-ce", "quelle est la difference", "pouvez-vous", "peut-on", "dois-je", "faut-il"}
	dutch := []string{"wat is", "wat zijn", "wat betekent", "wat bedoel", "wat bedoelen", "hoe moet", "hoe kan", "hoe werkt", "waarom moet", "waarom vraag", "mag ik", "mogen we", "moet ik", "moeten we", "kan ik", "kunnen we", "kun je", "kan je"}
	english := []string{"what is", "what are", "what's", "what does", "what do", "how do", "how does", "how can", "why do", "can i", "can we", "can you", "do i", "do we", "should i", "should we", "is it", "is this"}
	switch lang {
	case "fr":
		return append(french, "what is", "wat is")
	case "nl":
		return append(dutch, "c'est quoi", "what is")
	}
	return append(english, "c'est quoi", "wat is")
}
