// Package telegram is the channel of Telegram: one bot, by long polling or by a
// webhook, over any Bot API server.
//
// It stands on github.com/go-telegram-bot-api/telegram-bot-api/v5 for the calls,
// and mends what that library gets wrong: every call obeys a context (client.go),
// the token stands in no error and no log, updates are confirmed only after they
// were accepted (poll.go), a webhook is believed only with its secret
// (webhook.go), and files come from the server that was configured (download.go).
//
// # What is promised
//
// An update is confirmed to Telegram only after accept returned nil; what one
// conversation says is accepted in order, and a conversation whose updates
// cannot be accepted holds back no other. Every button press is answered at
// once. An update of an unknown kind, or a broken one, is confirmed and logged.
//
// Limits are obeyed before they are hit (limiter.go), and retry_after when they
// are hit all the same. A message is edited in place; one that cannot be edited
// is sent anew.
//
// # Groups
//
// In a group the bot takes only what is meant for it: commands that name it,
// replies to its messages, its name, its buttons. Commands and buttons belong to
// the conversation of the group. Anything else that is typed would be somebody's
// own answer while everybody reads along, so it is not taken; whoever wrote it is
// shown the way to a private chat.
//
// # What it is not
//
// It splits and shortens nothing (bot.Compose does), and tries nothing twice
// (package bot does). Of what it has to know again after a start it keeps, on
// [Options].Shelf, which group became which supergroup and whose poll a poll is.
// An album comes in parts that have a name in common; the conversation joins them.
//
// Package faketelegram is a strict stand-in for the platform.
package telegram
