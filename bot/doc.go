// Package bot is the way through: from what arrives on a channel to what goes
// out on one.
//
//	Adapter.Receive -> Accept -> Store.Enqueue       the platform is acknowledged only now
//	Store.Claim -> Stepper.Step -> Compose -> Store.Commit
//	Store.Claim -> Adapter.Send -> Store.Commit
//
// Everything comes in by the same door, as a [Job] in the mailbox of a
// conversation: updates, timers, notes of other conversations, messages to be
// sent. There is one loop ([Bot.Run]) and no second scheduler.
//
// # What is promised
//
// An update for which [Bot.Accept] returned nil is acted on exactly once, in
// the order of arrival in its conversation, however often the program stops in
// between. An update that a platform delivers twice is acted on once.
//
// A message is sent at least once, in order in its conversation: a program that
// is killed between sending and noting it sends again. A message that has to
// wait holds back the later ones of its conversation, and no others. Waiting
// because a platform asks for it is not a failure and is never given up.
//
// A job that fails for good is marked dead and kept, and its conversation goes
// on with the next one. When it was something a person said, the person is told
// so in one sentence.
//
// What goes to many ([Push]) is one job that hands out a note to each of their
// conversations, as fast as the channel can send and no faster, so that it never
// stands in a queue before what somebody said. Its messages give way to answers.
//
// # What it is not
//
// It knows no platform, protocol or database (package adapters), does not
// decide what is said (package flows), and holds no words but the few of
// fault.go. Time comes from the [Clock] it is given.
package bot
