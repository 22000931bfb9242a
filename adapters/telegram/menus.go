package telegram

import (
	"cmp"
	"context"
	"strings"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"visesbot/flows"
	"visesbot/flows/form"
)

// most is how many commands Telegram takes for a scope.
const most = 100

// listed are the commands of a scope as people of a language type them. Telegram
// takes letters without accents only.
func (a announcer) listed(scope, lang string) []tgbotapi.BotCommand {
	place := flows.InPrivate
	if scope == "all_group_chats" {
		place = flows.InGroup
	}
	var list []tgbotapi.BotCommand
	for _, e := range a.o.Commands.In(place) {
		help := e.Help.In(lang)
		if arg := e.Arg.In(lang); arg != "" {
			help += " (" + e.Typed(lang) + " " + arg + ")"
		}
		list = append(list, tgbotapi.BotCommand{Command: strings.TrimPrefix(e.Typed(lang), "/"), Description: help})
	}
	return list[:min(len(list), most)]
}

// menus tells Telegram which commands there are, for every language, in private
// chats and in groups, and what the bot is for whoever has not begun. What Telegram
// knows already is not told again. Without all that the bot works all the same.
func (a announcer) menus(ctx context.Context) {
	for _, lang := range append([]string{""}, form.Langs()...) {
		for _, scope := range []string{"all_private_chats", "all_group_chats"} {
			a.declare(ctx, a.menu(scope, lang))
		}
		a.declare(ctx, described("Description", "description", lang, about()))
		a.declare(ctx, described("ShortDescription", "short_description", lang, inShort()))
	}
	a.declare(ctx, declaration{
		get: "getChatMenuButton", set: "setChatMenuButton", asked: tgbotapi.Params{},
		told: tgbotapi.Params{"menu_button": `{"type":"commands"}`}, want: `{"type":"commands"}`,
	})
}

// menu declares the commands of a scope for a language.
func (a announcer) menu(scope, lang string) declaration {
	asked := tgbotapi.Params{"scope": encoded(map[string]string{"type": scope})}
	asked.AddNonEmpty("language_code", lang)
	list := encoded(a.listed(scope, cmp.Or(lang, "en")))
	return declaration{get: "getMyCommands", set: "setMyCommands", asked: asked, told: tgbotapi.Params{"commands": list}, want: list}
}
