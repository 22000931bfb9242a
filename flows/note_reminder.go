package flows

// NoteNudge is the kind of the note by which somebody who accompanies the
// enterprise sends a friendly word to its people. Its field from is their name.
const NoteNudge = "nudge"

// NoteStands is the kind of the note by which a conversation tells the programme
// that an enterprise stands elsewhere now.
const NoteStands = OfficePrefix + "digest~changed"

// NoteOpened tells a conversation that its person has something to answer, and
// had nothing before. Nothing is said.
const NoteOpened = "opened"
