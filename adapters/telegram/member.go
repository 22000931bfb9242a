package telegram

import (
	"context"

	"visesbot/bot"
)

// member is that the bot may, or may no longer, write in a chat: somebody
// blocked it or let it in again, or it was taken out of a group.
type member struct {
	Chat chat  `json:"chat"`
	From *user `json:"from"`
	New  struct {
		Status string `json:"status"`
	} `json:"new_chat_member"`
}

// membership tells the conversation whether it can be written to.
func (a *Adapter) membership(ctx context.Context, u update, accept bot.Accept) error {
	m := u.Member
	out := bot.Update{ID: idOf(u), From: sender(m.From)}
	switch m.New.Status {
	case "kicked", "left":
		out.Left = true
	case "member", "administrator", "restricted":
		out.Returned = true
	}
	if m.Chat.ID == 0 || m.Chat.Type == "channel" || !out.Left && !out.Returned {
		return nil
	}
	return a.stored(ctx, m.Chat.ID, out, accept)
}
