package telegram

import (
	"context"
	"slices"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"visesbot/flows/form"
)

// entry is one command of the menu, and what it does.
type entry struct {
	command string
	text    form.Text
}

// entries are the commands that the conversation understands in every language;
// in a group only those that are nobody's own answer.
func entries(group bool) []entry {
	all := []entry{
		{"menu", form.Text{FR: "Accueil : ce qui vous attend", NL: "Menu: wat er op jullie wacht", EN: "Menu: what waits for you"}},
		{"progress", form.Text{FR: "Où en sommes-nous ?", NL: "Hoe ver staan we?", EN: "How far are we?"}},
		{"modules", form.Text{FR: "Les modules", NL: "De modules", EN: "The modules"}},
		{"language", form.Text{FR: "Changer de langue", NL: "Taal wijzigen", EN: "Change the language"}},
		{"help", form.Text{FR: "Aide", NL: "Hulp", EN: "Help"}},
	}
	term := entry{"term", form.Text{FR: "Expliquer un mot : /term partie prenante", NL: "Een woord uitleggen: /term stakeholder", EN: "Explain a word: /term stakeholder"}}
	if group {
		return slices.Insert(all, len(all)-1, term,
			entry{"poll", form.Text{FR: "Voter ensemble sur la question d'un module", NL: "Samen stemmen over de vraag van een module", EN: "Vote together on a module's question"}})
	}
	return append(all,
		entry{"next", form.Text{FR: "Continuer avec la question suivante", NL: "Verdergaan met de volgende vraag", EN: "Go on with the next question"}},
		entry{"back", form.Text{FR: "Revenir à la question précédente", NL: "Terug naar de vorige vraag", EN: "Back to the question before"}},
		term,
		entry{"library", form.Text{FR: "Les films et les textes", NL: "De films en teksten", EN: "The films and texts"}},
		entry{"review", form.Text{FR: "Relire vos réponses", NL: "Jullie antwoorden nalezen", EN: "Read your answers again"}},
		entry{"calendar", form.Text{FR: "Le calendrier de récolte", NL: "De meetkalender", EN: "The collection calendar"}},
		entry{"reminders", form.Text{FR: "Quand recevoir des rappels", NL: "Wanneer herinneringen komen", EN: "When reminders come"}},
		entry{"pause", form.Text{FR: "Faire une pause", NL: "Even pauzeren", EN: "Take a break"}},
	)
}

// menus tells Telegram which commands there are, for every language, in private
// chats and in groups. Without them the bot works all the same.
func (a *Adapter) menus(ctx context.Context) {
	for _, scope := range []string{"all_private_chats", "all_group_chats"} {
		for _, lang := range append([]string{""}, form.Langs()...) {
			if err := a.menu(ctx, scope, lang); err != nil && ctx.Err() == nil {
				a.o.Log.Warn("the menu of commands was not set", "scope", scope, "lang", lang, "error", err)
			}
		}
	}
	_, err := a.client.do(ctx, "setChatMenuButton", tgbotapi.Params{"menu_button": `{"type":"commands"}`})
	if err != nil && ctx.Err() == nil {
		a.o.Log.Warn("the menu button was not set", "error", err)
	}
}

func (a *Adapter) menu(ctx context.Context, scope, lang string) error {
	var list []tgbotapi.BotCommand
	for _, e := range entries(scope == "all_group_chats") {
		text := e.text.In(lang)
		if lang == "" {
			text = e.text.EN
		}
		list = append(list, tgbotapi.BotCommand{Command: e.command, Description: text})
	}
	p := tgbotapi.Params{"commands": encoded(list), "scope": encoded(map[string]string{"type": scope})}
	p.AddNonEmpty("language_code", lang)
	_, err := a.client.do(ctx, "setMyCommands", p)
	return err
}
