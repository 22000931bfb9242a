// Package engine moves conversations on: [Engine.Step] takes a session, a dossier
// and an event, and gives a [flows.Turn]. It knows every subject and leads each
// press, word, note and timer to the one that it is about.
//
// It reads no clock, keeps nothing between calls and talks to nobody: equal
// arguments give equal turns.
//
// Words: a press is a button's data ("block action" elsewhere); what is typed is a
// command, a word of a button, or what was asked for; a note comes from another
// conversation or from the office.
package engine
