package flows

// NoteCalendar tells a conversation that what its person sees to is planned
// otherwise. Nothing is said: only the next reminder moves.
const NoteCalendar = "calendar"

// The notes that conversations of one dossier send each other.
const (
	NoteHanded    = "handed"    // a question for you
	NoteReturned  = "returned"  // your question was answered
	NoteDeclined  = "declined"  // your question comes back without an answer
	NoteTaken     = "taken"     // a question that was passed to you is answered
	NoteOverruled = "overruled" // another answer stands where yours did, or beside it
	NoteClosed    = "closed"    // a phase was closed
	NoteCycle     = "cycle"     // the next cycle has begun
	NoteContent   = "content"   // the dossier was taken up by a newer content
	NoteAgree     = "agree"     // everything is answered: your agreement is wanted
	NoteSign      = "sign"      // the enterprise signed: your signature is wanted
	NoteSigned    = "signed"    // who accompanies signed: a phase is closed
	NoteSentBack  = "sent back" // or sent it back
	NoteReopened  = "reopened"  // a phase was opened again
	NoteUnreached = "unreached" // somebody of the enterprise gets no messages any more
	NoteSilent    = "silent"    // somebody of the enterprise does not react to reminders
	NotePaused    = "paused"    // somebody of the enterprise wants none for a long time
)

// NotePath is the kind of the note by which those who run the programme change
// the path of an enterprise: its Text lists the numbers left out, with spaces
// between; none means that everything is asked.
const NotePath = "path"

// NotePathChanged tells an enterprise that its path was changed.
const NotePathChanged = "path changed"

// Outdates tells whether a note makes an earlier one useless: a change that nobody
// has read yet, of the same meeting or day.
func (n Note) Outdates(old Note) bool {
	same := n.Kind == old.Kind && n.Fields["id"] == old.Fields["id"]
	return same && old.Fields["state"] == MeetingChanged && (n.Kind == NoteMeeting || n.Kind == NoteEvent)
}

// NoteRemoved takes somebody out of the dossier that the note names: Fields may say
// to which respondent ("to") goes what waits for them.
const NoteRemoved = "removed"

// NoteAnswered tells somebody who has to know what was answered.
const NoteAnswered = "answered"
