package entry

import (
	"visesbot/flows/parse"
	"visesbot/flows/talk"
)

// ReadLanguage understands the name of a language.
func ReadLanguage(t *talk.Turn) {
	if lang := languageNamed(t.Event.Text); lang != "" {
		chooseLanguage(t, lang)
		return
	}
	SettledIn(t)
}

// TypedOutside answers somebody who belongs to no dossier, in the language that
// they name.
func TypedOutside(t *talk.Turn, isLanguage bool, arg string) {
	if lang := languageNamed(arg); isLanguage && lang != "" {
		t.Session.Lang = lang
	} else if lang := languageNamed(t.Event.Text); lang != "" {
		t.Session.Lang = lang
	}
	Uninvited(t)
}

// ChangeLanguage goes on in the language that is named, or asks which.
func ChangeLanguage(t *talk.Turn, arg string) {
	if lang := languageNamed(arg); lang != "" {
		chooseLanguage(t, lang)
		return
	}
	offerLanguages(t)
}

func languageNamed(s string) string {
	ids, rest := parse.Choices(s, "en", []parse.Option{
		{ID: "fr", Label: "Français", Also: []string{"fr", "french", "frans"}},
		{ID: "nl", Label: "Nederlands", Also: []string{"nl", "dutch", "néerlandais"}},
		{ID: "en", Label: "English", Also: []string{"en", "anglais", "engels"}},
	})
	if len(ids) != 1 || len(rest) > 0 {
		return ""
	}
	return ids[0]
}
