package slack

import (
	"visesbot/bot"
)

// speaker shows what the bot says: messages, App Homes and modals.
type speaker struct {
	*connection
	homes   homes
	chats   chats
	threads threads
	photos  photos
}

// Capabilities are what a message of Block Kit can carry, see limits.go.
func (s *speaker) Capabilities() bot.Capabilities {
	return bot.Capabilities{
		TextMax: maxLines, Buttons: maxButtons, Row: maxRow, LabelMax: maxLabel,
		Edits: true, Pictures: true, Files: s.o.Files != nil, Enclosed: s.enclosed(),
	}
}
