package flows

import (
	"slices"
	"strconv"
	"strings"
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

// same tells whether one person votes both: from one address, or on several apps.
func (v Vote) same(o Vote) bool { return v.By == o.By || v.Who != "" && v.Who == o.Who }

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
	noteVote = "vote"
	noteRoom = "room" // the poll of the module in the text
)

// maxBallots is how many polls of a conversation can be voted on, the newest;
// and maxVoters how many people may vote on one.
const (
	maxBallots = 5
	maxVoters  = 1000
)

// toldPoll does what a note about a poll asks for.
func (st *step) toldPoll(n *Note) bool {
	switch {
	case n.Kind == NotePoll && n.Poll != nil && n.Poll.ID != "" && len(n.Poll.Options) >= 2:
		st.askPoll(*n.Poll)
	case n.Kind == noteVote:
		poll, option, _ := strings.Cut(n.Text, "~")
		st.pressedVote(poll, option, Vote{By: n.From, Who: n.Fields["who"]})
	case n.Kind == noteRoom:
		st.askRoom(n.Text)
	default:
		return n.Kind == NotePoll
	}
	return true
}

// askPoll shows a poll, once.
func (st *step) askPoll(p Poll) {
	if st.ballot(p.ID) >= 0 {
		return
	}
	all := append(slices.Clone(st.s.Polls), Ballot{Poll: p})
	st.s.Polls = all[max(0, len(all)-maxBallots):]
	b := &st.s.Polls[len(st.s.Polls)-1]
	card := st.pollCard(*b)
	st.say(card)
	b.Card = "c" + strconv.Itoa(st.s.Cards)
}

// ballot finds a poll of this conversation; -1 if there is none.
func (st *step) ballot(poll string) int {
	return slices.IndexFunc(st.s.Polls, func(b Ballot) bool { return b.Poll.ID == poll })
}

// pollCard shows a poll with the votes so far, for channels that have none of
// their own.
func (st *step) pollCard(b Ballot) Card {
	p := b.Poll
	c := Card{Poll: &p, Lines: []Line{{Style: Heading, Text: p.Question}}}
	for _, o := range p.Options {
		label := o.Text
		if n := b.Count(o.ID); n > 0 {
			label += " · " + strconv.Itoa(n)
		}
		c.Buttons = append(c.Buttons, row(Button{Label: label, Kind: "choice", Data: bVote + "~" + st.s.Address + "~" + p.ID + "~" + o.ID}))
	}
	return c
}

// vote takes what somebody pressed for a vote: here, or in the conversation of
// the group that the button names.
func (st *step) vote(arg string) {
	to, rest, _ := strings.Cut(arg, "~")
	poll, option, _ := strings.Cut(rest, "~")
	if to == st.s.Address {
		st.pressedVote(poll, option, Vote{By: st.ev.Person.Talk, Who: st.ev.Person.Who})
		return
	}
	st.wishes = append(st.wishes, Wish{Tell: &Tell{To: to, Note: Note{
		Kind: noteVote, From: st.s.Address, Text: poll + "~" + option, Fields: map[string]string{"who": st.s.Voter()},
	}}})
}

// pressedVote counts the press of a button: where several may be chosen, it
// adds an option or takes it back.
func (st *step) pressedVote(poll, option string, v Vote) {
	at := st.ballot(poll)
	if at < 0 {
		return
	}
	v.Poll, v.Options = poll, []string{option}
	if b := st.s.Polls[at]; b.Poll.Several {
		before := b.of(v)
		if slices.Contains(before, option) {
			v.Options = slices.DeleteFunc(slices.Clone(before), func(o string) bool { return o == option })
		} else {
			v.Options = append(slices.Clone(before), option)
		}
	}
	st.voted(v)
}

// of is what the person of a vote has voted for.
func (b Ballot) of(v Vote) []string {
	for _, o := range b.Votes {
		if v.same(o) {
			return o.Options
		}
	}
	return nil
}

// voted counts a vote, and shows the poll with it.
func (st *step) voted(v Vote) {
	at := st.ballot(v.Poll)
	if at < 0 || v.By == "" {
		return
	}
	b := st.s.Polls[at]
	v.Options = slices.DeleteFunc(slices.Clone(v.Options), func(id string) bool {
		return !slices.ContainsFunc(b.Poll.Options, func(o PollOption) bool { return o.ID == id })
	})
	if !b.Poll.Several && len(v.Options) > 1 {
		v.Options = v.Options[:1]
	}
	if slices.Equal(b.of(v), v.Options) {
		return
	}
	b.Votes = slices.DeleteFunc(slices.Clone(b.Votes), v.same)
	if len(v.Options) > 0 && len(b.Votes) < maxVoters {
		b.Votes = append(b.Votes, v)
	}
	st.s.Polls = slices.Clone(st.s.Polls)
	st.s.Polls[at] = b
	card := st.pollCard(b)
	card.ID, card.Replace, card.Lang, card.Silent = b.Card, true, st.lang(), true
	st.wishes = append(st.wishes, Wish{Say: &card})
}
