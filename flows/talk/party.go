package talk

import "visesbot/flows"

// Party is what somebody is to a conversation, or several of them. Rights are
// given to parties: what does not name one is refused to it.
type Party uint8

// The parties.
const (
	Staff       Party = 1 << iota // of the enterprise
	Delegate                      // speaks for a stakeholder
	Accompanist                   // accompanies the enterprise
	Member                        // of the programme, in no dossier
	Stranger                      // in no dossier, known to nobody
	Room                          // a group chat, which is nobody

	Inside   = Staff | Delegate | Accompanist
	Own      = Staff | Accompanist // what belongs to the enterprise
	Person   = Inside | Member | Stranger
	Everyone = Person | Room
)

// Parties are all of them, one by one.
func Parties() []Party { return []Party{Staff, Delegate, Accompanist, Member, Stranger, Room} }

// String names one party.
func (p Party) String() string {
	switch p {
	case Staff:
		return "staff"
	case Delegate:
		return "delegate"
	case Accompanist:
		return "accompanist"
	case Member:
		return "member"
	case Stranger:
		return "stranger"
	case Room:
		return "group"
	}
	return "several"
}

// Has tells whether one of the parties is this one.
func (p Party) Has(one Party) bool { return p&one != 0 }

// Party is what whoever did something is to this conversation.
func (t *Turn) Party() Party {
	s := &t.Session
	switch {
	case t.InGroup():
		return Room
	case s.Dossier == "" && s.Member != "":
		return Member
	case s.Dossier == "":
		return Stranger
	case s.Delegate != "":
		return Delegate
	case flows.OutsideRole(s.Role):
		return Accompanist
	}
	return Staff
}
