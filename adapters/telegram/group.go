package telegram

import (
	"context"
	"strings"
	"unicode"

	"visesbot/bot"
)

// inGroup takes in what is meant for the bot; everything else is nobody's
// business.
func (a *Adapter) inGroup(ctx context.Context, u update, accept bot.Accept) error {
	m := u.Message
	word, rest := command(m.said())
	switch {
	case word != "" && a.isMine(word):
		if a.isStart(word) {
			return a.reply(ctx, m, enterInPrivate()) // a group is nobody, and comes in nowhere
		}
		name, _, _ := strings.Cut(word, "@")
		out := bot.Update{ID: idOf(u), Text: strings.TrimSpace(name + " " + rest), From: m.writer(), Where: m.topic()}
		return a.accepted(ctx, m.Chat.ID, out, accept)
	case word != "" && strings.Contains(word, "@"):
		return nil // another bot's
	case a.isReply(m) || a.isNamed(m.said()):
		return a.reply(ctx, m, inPrivate())
	}
	return nil
}

// isMine tells whether a command names this bot.
func (a *Adapter) isMine(word string) bool {
	_, at, named := strings.Cut(word, "@")
	return named && strings.EqualFold(at, a.Username())
}

// isReply tells whether a message answers one of the bot's.
func (a *Adapter) isReply(m *message) bool {
	me := a.self.Load()
	return me != nil && m.ReplyTo != nil && m.ReplyTo.From != nil && m.ReplyTo.From.ID == me.ID
}

// isNamed tells whether the bot's name stands in a text.
func (a *Adapter) isNamed(text string) bool {
	name := strings.ToLower("@" + a.Username())
	for rest := strings.ToLower(text); name != "@"; {
		_, after, found := strings.Cut(rest, name)
		if !found {
			return false
		}
		next := strings.IndexFunc(after, func(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) })
		if next != 0 {
			return true
		}
		rest = after
	}
	return false
}
