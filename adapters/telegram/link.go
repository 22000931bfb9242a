package telegram

import "visesbot/bot"

var _ bot.Doorkeeper = (*Adapter)(nil)

// Link opens the talk with an invitation; "" until Telegram has said what the
// bot is called.
func (a *Adapter) Link(code string) string {
	if a.Username() == "" {
		return ""
	}
	return "https://t.me/" + a.Username() + "?start=" + code
}
