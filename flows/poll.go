package flows

import (
	"slices"
)

// Poll is one thing on which a group votes, on the platform's own means where
// it has any. It is asked by a note of kind [NotePoll] to the group's
// conversation.
type Poll struct {
	ID       string       `json:"id"` // of this conversation; at most 16 of [a-z0-9_]
	Question string       `json:"question"`
	Options  []PollOption `json:"options"`           // at least 2, in order
	Several  bool         `json:"several,omitempty"` // more than one may be chosen
}

// PollOption is one thing to vote for.
type PollOption struct {
	ID   string `json:"id"` // at most 8 of [a-z0-9_]
	Text string `json:"text"`
}

// Vote is what somebody votes for; without options it is taken back. A later
// vote of the same person takes the place of an earlier one.
type Vote struct {
	Poll    string   `json:"poll"`
	Options []string `json:"options,omitempty"` // ids
	By      string   `json:"by"`                // address of the voter's own conversation
	Who     string   `json:"who,omitempty"`     // the person, the same on all their apps; empty where nobody knows them
}

// Same tells whether one person votes both: from one address, or on several apps.
func (v Vote) Same(o Vote) bool { return v.By == o.By || v.Who != "" && v.Who == o.Who }

// Voter names the person of a conversation, the same on all apps they use; empty
// for somebody who has not come in.
func (s Session) Voter() string {
	switch {
	case s.Member != "":
		return "member " + s.Member
	case s.Dossier != "" && s.Person != "":
		return s.Dossier + " " + s.Person
	}
	return ""
}

// Ballot is a poll of this conversation, and the votes so far.
type Ballot struct {
	Poll  Poll   `json:"poll"`
	Card  string `json:"card,nocopy"` // on which it was shown
	Votes []Vote `json:"votes,omitempty"`
}

// Count gives how many vote for an option.
func (b Ballot) Count(option string) int {
	n := 0
	for _, v := range b.Votes {
		if slices.Contains(v.Options, option) {
			n++
		}
	}
	return n
}

// NotePoll asks a group to vote; a vote that was pressed elsewhere comes as
// noteVote, with the poll and the option in its text.
const (
	NotePoll = "poll"
	NoteVote = "vote"
	NoteRoom = "room" // the poll of the module in the text
)

// Of is what the person of a vote has voted for.
func (b Ballot) Of(v Vote) []string {
	for _, o := range b.Votes {
		if v.Same(o) {
			return o.Options
		}
	}
	return nil
}
