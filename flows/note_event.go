package flows

// NoteEvent is the kind of the note by which the office brings a community day or
// meeting to the phones. Fields name it ("id"), its state, what its organiser
// wrote ("note" in "lang"), and of each workshop "w.0" and the places left,
// "left.0". When and where is its Appointment; the file for the reader's own
// calendar comes as that of a meeting does.
const NoteEvent = "event"

// The states of an event that people are told of.
const (
	EventAnnounced = "announced"
	EventChanged   = "changed" // for those who are signed up
	EventCancelled = "cancelled"
	EventSigned    = "signed"  // for the workshop in "for", if any
	EventFull      = "full"    // the workshop in "for" is
	EventOut       = "out"     // no longer signed up
	EventCards     = "cards"   // what do you take home?
	EventHarvest   = "harvest" // of each card "kind.0", "text.0", "lang.0", and perhaps "from.0"; all of them are in the file
)

// CardKinds are the kinds of card that people write at an event.
func CardKinds() []string { return []string{"experience", "difficulty", "idea"} }

// How a card is shared.
const (
	CardNamed   = "name" // with the name of the enterprise
	CardUnnamed = "anon" // without
	CardKept    = "no"   // not at all
)
