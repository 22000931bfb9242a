// Package flows is what a talk is made of: the [Session], the [Event] that
// happens to it, the [Turn] that comes of it and its [Wish]es, the [Card] that is
// shown, the [Note] that conversations send each other, and the [Script] that all
// goes by. The lifecycles stand here too.
//
// It is the pure core of the conversation, in rooms: package engine makes a step,
// the subjects (question, entry, cycle, learning, reminder, library, group) say
// what happens, package talk is what they stand on. What is asked, and of whom, is
// the business of package form; what people typed is read by package parse; how a
// card looks on a channel is decided by bot.Compose. None of them reads a clock,
// keeps anything between calls or talks to anybody.
//
// The caller keeps the session and the changes of a turn first, and carries out
// its wishes afterwards.
//
// Words: a session is one person's conversation, a dossier one evaluation cycle of
// one enterprise; a press is what a button sends ("callback data", "block action");
// a wish is an effect that the caller carries out.
package flows
