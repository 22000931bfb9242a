package flows

// The notes by which phones tell the office what became of a module that was
// pushed: that the platform took it, or that it did not; and what the person
// did with it. They go to the mailbox of the push, [PushBox].
const (
	NotePushDelivered = OfficePrefix + "push~delivered"
	NotePushMissed    = OfficePrefix + "push~missed"   // Fields: cause
	NotePushStarted   = OfficePrefix + "push~started"  // version, hash
	NotePushFinished  = OfficePrefix + "push~finished" // version, hash
	NotePushQuiz      = OfficePrefix + "push~quiz"     // block, picks, wrong, right
)

// The fields of a note of kind [NotePushed] that somebody in the programme sends.
const (
	FieldPush = "push" // its id
	FieldNote = "note" // a few words of theirs
	FieldLang = "lang" // in which language
)

// PushBox is the mailbox of the office that hears what became of a push.
func PushBox(id string) string { return "office:push-" + id }
