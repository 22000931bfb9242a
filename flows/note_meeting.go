package flows

import (
	"slices"
)

// The notes by which the office brings a meeting to the phones of those who are
// invited to it. Fields name the meeting ("id").
const (
	// NoteMeeting invites, changes, cancels or closes: Fields "state" is one of
	// the states below, "kind" one of MeetingKinds, "note" what the person who
	// plans it wrote, in "lang"; the file in the reader's language is "file", "-"
	// and the language, of "size.LANG" bytes. Of a closed one, "park.0", "park.1"
	// and so on are what was put aside, "next" and "day" what to do until when.
	NoteMeeting = "meeting"
	// NoteBlock shows a block of a module: its Text is "MODULE~BLOCK".
	NoteBlock = "meeting block"
	// NoteLive asks everybody the question of the module in the Text.
	NoteLive = "meeting poll"
	// NoteResult tells how everybody voted: "n.OPTION", and a picture as above.
	NoteResult = "meeting result"
)

// The states of a meeting that people are told of.
const (
	MeetingInvited   = "invited"
	MeetingChanged   = "changed"
	MeetingCancelled = "cancelled"
	MeetingClosed    = "closed"
)

// MeetingKinds are the kinds of meeting.
func MeetingKinds() []string { return []string{"session", "individual", "community", "online"} }

// Announces tells whether a note of the office is no news of this hour.
func Announces(n *Note) bool {
	switch n.Kind {
	case NoteMeeting:
		return n.Fields["state"] != MeetingClosed
	case NotePeers:
		return n.Fields["state"] == PeerAsked || n.Fields["state"] == PeerAnswered
	case NoteEvent:
		return slices.Contains([]string{EventAnnounced, EventChanged, EventCancelled, EventHarvest}, n.Fields["state"])
	}
	return false
}
