package flows

// NotePeers is the kind of the note by which the office brings what enterprises of
// one cohort share with each other. Fields "state" is one of those below.
const NotePeers = "peers"

// What the office brings.
const (
	// PeerGroup is what the group shares: its "name", how many enterprises are in
	// each phase ("phase.ID"), and of each answer "from.0", "question.0",
	// "answer.0" and its "lang.0"; "more" is the next page, if there is one.
	PeerGroup = "group"
	// PeerNone says that the enterprise is in no group.
	PeerNone = "none"
	// PeerAsked is a question ("text", "lang") of another enterprise ("from"),
	// to be answered by its "id".
	PeerAsked = "asked"
	// PeerAnswered is the answer to a question of one's own ("ask").
	PeerAnswered = "answered"
)

// PeersRelease is to whom an answer is released that is shared with the group.
const PeersRelease = "cohort"
