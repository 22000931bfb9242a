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

func LanguageButtons() []flows.Button {
	return Row(Button("Français", flows.Press(flows.VerbLang, "fr")), Button("Nederlands", flows.Press(flows.VerbLang, "nl")), Button("English", flows.Press(flows.VerbLang, "en")))
}

func (t *Turn) TermName(term *flows.Term) string { return term.Name(t.Lang(), t.Country()) }

func (t *Turn) TermButton(id string) []flows.Button {
	return Row(Quiet("📖 "+t.TermName(t.Script.Terms[id]), flows.Press(flows.VerbTerm, id)))
}
