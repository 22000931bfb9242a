// Package flowtest runs transcripts: talks between people and the bot, written
// down as one would write a letter about them, which are the tests of the
// conversation.
//
//	# A newcomer says yes.
//	lang: nl
//	> /start
//	bot: Welkom ...
//	bot: ... [Ja] [Nee]
//	> [Ja]
//	bot: ... naam ...
//	+3d
//	bot: Ter herinnering: ...
//
// [Parse] reads a transcript, [Play] plays it on a [Player] and says where the
// bot said something else, [Rewrite] writes down what it says now. The same
// transcript runs on a [MemoryPlayer], which is the engine and nothing else,
// and on players that put the bot and a store in between.
//
// The package knows nothing of channels, stores and content files; it reads no
// clock.
package flowtest
