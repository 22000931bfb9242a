package telegram

import (
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
func (a *Adapter) listed(scope, lang string) []tgbotapi.BotCommand {
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
	shown := lang
	if lang == "" {
		shown = "en"
	}
	p := tgbotapi.Params{"commands": encoded(a.listed(scope, shown)), "scope": encoded(map[string]string{"type": scope})}
	p.AddNonEmpty("language_code", lang)
	_, err := a.client.do(ctx, "setMyCommands", p)
	return err
}
