package slack

import (
	"cmp"
	"slices"
	"strings"

	"visesbot/bot"
)

// whisper is an answer that only the person sees who asked.
func whisper(text string) any {
	return map[string]string{"response_type": "ephemeral", "text": text}
}

// commanded reads /vises with its sub-command into an update, and gives what is
// answered at once. It is false when there is nothing for the bot in it.
func (a *Adapter) commanded(u *bot.Update, h incoming, lang string) (answer any, heeded bool) {
	word, rest, _ := strings.Cut(strings.TrimSpace(h.text), " ")
	word = strings.ToLower(strings.TrimPrefix(word, "/"))
	means, known := meaning(word)
	if (!known || word == "") && slices.Contains(a.o.Commands, cmp.Or(word, "vises")) {
		means, known = cmp.Or(word, "vises"), true
	}
	switch {
	case !known:
		return whisper(textUnknownCommand().In(lang) + "\n" + a.commands(lang)), false
	case means == "help":
		return whisper(a.commands(lang)), false
	case means == "start":
		u.Start, u.Code = true, strings.TrimSpace(rest)
	default:
		u.Text = strings.TrimSpace("/" + means + " " + strings.TrimSpace(rest))
	}
	if h.public {
		answer = whisper(textInPrivate().In(lang))
	}
	return answer, true
}

// commands are what /vises knows.
func (a *Adapter) commands(lang string) string {
	if len(a.o.Commands) == 0 {
		return textCommands().In(lang)
	}
	return textCommands().In(lang) + "\n" + textPartners().In(lang)
}

// meaning finds the instruction that a sub-command stands for, in any of the
// three languages.
func meaning(word string) (string, bool) {
	switch word {
	case "", "help", "aide", "hulp", "?":
		return "help", true
	case "start", "commencer", "starten":
		return "start", true
	case "go", "next", "continuer", "suivant", "verder":
		return "next", true
	case "menu":
		return "menu", true
	case "progress", "progression", "avancement", "voortgang":
		return "progress", true
	case "review", "recap", "récapitulatif", "overzicht":
		return "review", true
	case "change", "modifier", "wijzigen":
		return "change", true
	case "modules", "module":
		return "modules", true
	case "reminders", "rappels", "herinneringen":
		return "reminders", true
	case "term", "terme", "mot", "begrip", "woord", "glossary", "glossaire", "woordenlijst":
		return "term", true
	case "library", "bibliothèque", "bibliotheque", "bibliotheek":
		return "library", true
	case "frameworks", "cadres", "kaders":
		return "frameworks", true
	case "language", "langue", "taal":
		return "language", true
	case "later", "plus-tard":
		return "later", true
	case "pause", "pauze":
		return "pause", true
	case "stop", "arrêter", "stoppen":
		return "stop", true
	}
	return "", false
}
