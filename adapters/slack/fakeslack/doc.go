// Package fakeslack stands in for Slack in the tests of any bot, on no network
// but the loopback: its Web API over HTTP, the Events API with signed requests,
// Socket Mode over a WebSocket, and the installation by OAuth v2.
//
//	slack := fakeslack.New(fakeslack.Options{BotToken: "xoxb-1", AppToken: "xapp-1", Now: time.Now})
//	server := httptest.NewServer(slack)
//	// … let the bot speak to server.URL + "/api/" …
//	noor := slack.Person("Noor", "nl-BE")
//	noor.Say("hallo")              // comes to the bot, by Socket Mode or HTTP
//	noor.Shown()                   // what the bot wrote to Noor, as it looks now
//	err := noor.Press("Yes")       // the newest button whose label begins so
//
// It is strict: what Slack refuses, it refuses, with Slack's own words. Blocks
// and views are held against the limits of Block Kit (limits.go), triggers die
// after three seconds, a view is updated only with its present hash, tokens are
// checked, the rates of methods and channels are enforced with 429 and
// Retry-After by a clock that it is given. What is not acknowledged within
// three seconds comes again, with X-Slack-Retry-Num or retry_attempt; an
// acknowledgement of 20 KB is dropped; any connection may be told to end.
// [Server.Fail] makes it ill: slow, broken, dead.
//
// It is written from Slack's reference and knows no library for Slack, so that
// it makes no mistake together with one. What it is not: it shows nothing, has
// no channels with many members, and answers the methods that a conversational
// bot uses; others are unknown_method.
package fakeslack
