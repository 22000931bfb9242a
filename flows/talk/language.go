package talk

import (
	"visesbot/flows"
)

// LanguageName is what a language calls itself.
func LanguageName(lang string) string {
	for _, b := range LanguageButtons() {
		if b.Data == flows.Press(flows.VerbLang, lang) {
			return b.Label
		}
	}
	return lang
}

// LanguageButtons is the row that chooses a language.
func LanguageButtons() []flows.Button {
	return Row(Button("Français", flows.Press(flows.VerbLang, "fr")), Button("Nederlands", flows.Press(flows.VerbLang, "nl")), Button("English", flows.Press(flows.VerbLang, "en")))
}

// TermName is what a term is called in the reader's language and country.
func (t *Turn) TermName(term *flows.Term) string { return term.Name(t.Lang(), t.Country()) }

// TermButton is the row that explains a term.
func (t *Turn) TermButton(id string) []flows.Button {
	return Row(Quiet("📖 "+t.TermName(t.Script.Terms[id]), flows.Press(flows.VerbTerm, id)))
}
