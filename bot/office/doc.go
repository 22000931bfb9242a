// Package office is where what concerns more than one dossier is done: what
// partners and trainers ask for in their own conversations, and what the
// conversations of enterprises tell the programme.
//
// It is a corridor with rooms. A [Room] is one subject (digests, pushes,
// sessions, …) in a package of its own; package rooms lists them. A button
// whose data is "o~VERB~…", a timer or a note named so, a command that a room
// answers to, and what is written below a card that a room has shown
// ("VERB-…"), are taken to the room of that verb, which sees them as a [Visit].
//
// What a room learns it keeps as entries of the register ([cohort.Register]), in
// tables of its own, under IDs made of what they are about: a visit may be made
// again after a crash, and has to end in the same. Two rooms, and two visits at
// the same moment, never write the same entry.
//
// Who may do what is asked of [Visit.May], and nowhere else. What is refused is
// logged, with who asked and for what, and without anybody's words.
//
// It is not the talk (package flows), and not the way a message takes (package
// bot). It knows no platform.
package office
