// Package channels holds the channels against each other, and against
// stand-ins of their platforms that others have written. It is tests only.
//
// TestSameConversation plays every transcript of the content on Telegram, Slack,
// the browser's page and the terminal, with a whole bot behind each: what people
// do there comes to the bot by the platform, and what they see is read from the
// platform, message by message. Compared with a channel without limits, the text
// has to leave the same ink and the buttons have to say the same, in the same
// order; how a channel lays it out is its own (cut into parts, choices in a
// numbered list, a picture told in words).
//
// What a channel has to do about failures is held by package adaptertest, what
// the conversation should be by the transcripts themselves.
//
// # Stand-ins
//
// TestStandIns plays a whole module and the questions that follow through two
// stand-ins from npm, in the versions of testdata/standins. Each runs as a
// process of its own on a free port, and is ended by its process id. The folder
// in which they are installed stands in VISESBOT_STANDINS ("make standins"); with
// CI set they have to be there.
//
// They are no judges of what Telegram and Slack refuse: the strict fakes of the
// adapters are. They show that the channels speak the platforms' language as
// somebody else has understood it. Where they are not like the platform, the
// tests stand between and mend it; the channels know nothing of it:
//
//	telegram-test-api   answers an edit with null         the message is put in
//	                    keeps the buttons of a message    an empty keyboard is put in
//	                      that is edited without
//	                    has no long polling               empty answers are held back
//	                    sends no secret to a webhook      it is put in
//	                    forgets what was written before   people wait until the channel
//	                      the webhook was set               says that it is ready
//	                    keeps HTML as it is               read as Telegram shows it
//	                    knows no commands, menus, typing  refused, and the channel goes on
//	                    takes no files                    pictures are told in words
//	local-slack         sends no pings                    the channel waits for them longer
//	                    brings nothing that happened      people wait until the channel
//	                      before the channel connected      says that it is ready
//	                    keeps text as it was typed        typed as Slack keeps it
//	                    signs by the real time            the clock is not moved
package channels
