package talk

import (
	"visesbot/flows"
)

// LanguageName is what a language calls itself.
func LanguageName(lang string) string {
	for _, b := range LanguageButtons() {
		if b.Data == flows.VerbLang+"~"+lang {
			return b.Label
		}
	}
	return lang
}

func LanguageButtons() []flows.Button {
	return Row(Button("Français", flows.VerbLang+"~fr"), Button("Nederlands", flows.VerbLang+"~nl"), Button("English", flows.VerbLang+"~en"))
}

func (t *Turn) TermName(term *flows.Term) string { return term.Name(t.Lang(), t.Country()) }

func (t *Turn) TermButton(id string) []flows.Button {
	return Row(Quiet("📖 "+t.TermName(t.Script.Terms[id]), flows.VerbTerm+"~"+id))
}
