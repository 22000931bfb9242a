// Package faketelegram is a Bot API server that stands in for Telegram in
// tests, and is as strict: what Telegram refuses, it refuses, with Telegram's
// own words. It speaks the real wire format over HTTP, so any bot in any
// language can be run against it.
//
//	platform := faketelegram.New(faketelegram.Options{Token: "1:x"})
//	server := httptest.NewServer(platform)   // the bot's API endpoint
//	noor := platform.Person("Noor", "nl")
//	noor.Say("/start CODE")                  // the bot gets an update
//	noor.Press("Ja")                         // a button on her newest message that has it
//	noor.Chat().Messages()                   // the chat as she sees it
//
// # What is kept to
//
//   - Updates: offsets confirm, what is not confirmed comes again, a second
//     poller ends the first with 409, so does a webhook; allowed_updates is kept
//     from call to call; polls wait for as long as they ask (at most 50 s).
//   - Webhooks: one call at a time a chat, again and again until it is answered
//     with 2xx, with the secret in X-Telegram-Bot-Api-Secret-Token.
//   - Texts: HTML is parsed as Telegram does, errors included; 4096 and 1024
//     UTF-16 units are counted afterwards; callback data has 1 to 64 bytes, a
//     keyboard at most 100 buttons and 10,000 bytes.
//   - Edits: "message is not modified", "there is no text in the message to
//     edit", "message to edit not found"; an edit without a keyboard takes it
//     away.
//   - Callback queries: have to be answered within [Options.QueryLife].
//   - Uploads: multipart, at most 50 MB; getFile refuses files above 20 MB.
//   - Polls, commands, menu buttons and chat actions: sizes and kinds.
//   - People who blocked the bot, are deactivated, or never wrote: 403.
//   - Groups that became supergroups: migrate_to_chat_id.
//   - [Limits]: 429 with retry_after, by the clock of [Options.Now].
//
// [Server.Fail] makes it ill: refusals, slow answers, half answers, connections
// that die before or after the request was carried out.
//
// # What is left out
//
// Inline mode, payments, stickers, channels, Markdown, rights in groups. The
// limits are those that Telegram publishes; it has others that it does not.
package faketelegram
