// Package flows is the pure core of the conversation: what happens next.
//
// [Engine.Step] takes a session, a dossier and an event, and gives a [Turn]:
// the new session, what changed in the dossier, and wishes (cards to show,
// moments to come back at, other conversations to tell). It reads no clock,
// keeps nothing between calls and talks to nobody: equal arguments give equal
// turns. The caller keeps the session and the changes first, and carries out
// the wishes afterwards.
//
// What is asked, and of whom, is the business of package form; what people
// typed is read by package parse; how a card looks on a channel is decided by
// bot.Compose.
package flows
