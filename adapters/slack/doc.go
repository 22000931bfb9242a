// Package slack is the channel of Slack: direct messages with the bot, its App
// Home, the command /vises and forms for what is long to type.
//
// Slack brings what people do by Socket Mode ([Options].AppToken) or by HTTP
// ([Options].SigningSecret; the adapter is an [http.Handler] then). Either way
// it is acknowledged only after it was accepted, and within three seconds even
// when the store is slow: what takes longer is finished all the same, and
// brought again by Slack meanwhile under the same id. What one person does is
// accepted in the order of its arrival. Nothing unsigned, forged or late is
// heard, nor are the bot's own messages or those of other bots; what the
// adapter does not know is acknowledged and left.
//
// Conversations are called "slack:TEAM-USER". A message in a direct chat with
// the bot is answered there: in the chat itself, or below the card that it
// belongs to. In a channel the bot hears only what names it, and answers the
// person privately.
//
// Slack's limits are obeyed before they are hit (limiter.go), and its Retry-After
// is honoured when they are hit all the same. An error that leaves this package
// holds no token. A token that Slack refuses stops the channel, which [Adapter.Ready]
// tells; other channels go on.
//
// What it is not: it splits nothing (bot.Compose does, by [Adapter.Capabilities]),
// decides nothing that is said but the few sentences of words.go, and keeps
// nothing but the tokens of workspaces that installed the app, encrypted, where
// [Options].Vault says. Package fakeslack stands in for Slack in tests.
package slack
