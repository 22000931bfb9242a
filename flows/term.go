package flows

import (
	"strings"

	"visesbot/flows/form"
)

// Term is one entry of the common vocabulary.
type Term struct {
	ID        string
	Label     form.Text
	In        map[string]form.Text // the label in a country ("BE", "FR"), where it has another
	Also      form.Text            // synonyms, comma separated
	Avoid     form.Text            // words people may type, which our own texts do not use, comma separated
	Forms     form.Text            // other forms in which the label stands in a text, comma separated
	Everyday  []string             // languages in which the label is an everyday word too: not looked for in texts
	Meaning   form.Text
	Seen      []string // codes of the sources that use the term
	Unchecked []string // languages whose wording no source confirms yet

	Uses []Use // where the word is used, found by FindUses
}

// Use is a question, or a block of a module, in which a term is used.
type Use struct {
	Question *form.Question
	Module   *Module
	Block    *Block
}

// Name is the term as it is called in a language and a country.
func (t *Term) Name(lang, country string) string {
	if own := t.In[country].In(lang); own != "" {
		return own
	}
	return t.Label.In(lang)
}

// Synonyms lists the other names of a term in a language.
func (t *Term) Synonyms(lang string) []string { return listed(t.Also.In(lang)) }

// names lists everything in a language by which people may look for a term.
func (t *Term) names(lang string) []string {
	names := append([]string{t.Label.In(lang)}, t.phrases(lang)...)
	return append(append(names, t.Synonyms(lang)...), listed(t.Avoid.In(lang))...)
}

// phrases lists how a term may stand in a text: its label, without what stands
// between brackets, each of two where it is a pair, the labels of the countries,
// and the other forms.
func (t *Term) phrases(lang string) []string {
	label, _, _ := strings.Cut(t.Label.In(lang), " (")
	all := append(strings.Split(label, " / "), listed(t.Forms.In(lang))...)
	for _, country := range []string{"BE", "FR"} {
		if own := t.In[country].In(lang); own != "" {
			all = append(all, own)
		}
	}
	return all
}

// listed cuts a list of words at its commas.
func listed(words string) []string {
	var all []string
	for word := range strings.SplitSeq(words, ",") {
		if word = strings.TrimSpace(word); word != "" {
			all = append(all, word)
		}
	}
	return all
}
