package learning

import (
	"slices"
	"strconv"
	"strings"

	"visesbot/flows"
	"visesbot/flows/talk"
)

// maxBallots is how many polls of a conversation can be voted on, the newest;
// and maxVoters how many people may vote on one.
const (
	maxBallots = 5
	maxVoters  = 1000
)

// noticePoll asks what a note asks for.
func noticePoll(t *talk.Turn, n *flows.Note) {
	if n.Poll != nil && n.Poll.ID != "" && len(n.Poll.Options) >= 2 {
		askPoll(t, *n.Poll)
	}
}

// noticeVote counts a vote that was pressed elsewhere.
func noticeVote(t *talk.Turn, n *flows.Note) {
	poll, option, _ := strings.Cut(n.Text, "~")
	pressedVote(t, poll, option, flows.Vote{By: n.From, Who: n.Fields["who"]})
}

// askPoll shows a poll, once.
func askPoll(t *talk.Turn, p flows.Poll) {
	if ballot(t, p.ID) >= 0 {
		return
	}
	all := append(slices.Clone(t.Session.Polls), flows.Ballot{Poll: p})
	t.Session.Polls = all[max(0, len(all)-maxBallots):]
	b := &t.Session.Polls[len(t.Session.Polls)-1]
	card := pollCard(t, *b)
	t.Say(card)
	b.Card = "c" + strconv.Itoa(t.Session.Cards)
}

// ballot finds a poll of this conversation; -1 if there is none.
func ballot(t *talk.Turn, poll string) int {
	return slices.IndexFunc(t.Session.Polls, func(b flows.Ballot) bool { return b.Poll.ID == poll })
}

// pollCard shows a poll with the votes so far, for channels that have none of
// their own.
func pollCard(t *talk.Turn, b flows.Ballot) flows.Card {
	p := b.Poll
	c := flows.Card{Poll: &p, Lines: []flows.Line{{Style: flows.Heading, Text: p.Question}}}
	for _, o := range p.Options {
		label := o.Text
		if n := b.Count(o.ID); n > 0 {
			label += " · " + strconv.Itoa(n)
		}
		c.Buttons = append(c.Buttons, talk.Row(flows.Button{Label: label, Kind: "choice", Data: flows.Press(flows.VerbVote, t.Session.Address, p.ID, o.ID)}))
	}
	return c
}

// vote takes what somebody pressed for a vote: here, or in the conversation of
// the group that the button names.
func vote(t *talk.Turn, arg string) {
	to, rest, _ := strings.Cut(arg, "~")
	poll, option, _ := strings.Cut(rest, "~")
	if to == t.Session.Address {
		pressedVote(t, poll, option, flows.Vote{By: t.Event.Person.Talk, Who: t.Event.Person.Who})
		return
	}
	if !sameChannel(to, t.Session.Address) {
		return
	}
	t.Wishes = append(t.Wishes, flows.Wish{Tell: &flows.Tell{To: to, Note: flows.Note{
		Kind: flows.NoteVote, From: t.Session.Address, Text: poll + "~" + option, Fields: map[string]string{"who": t.Session.Voter()},
	}}})
}

// pressedVote counts the press of a button: where several may be chosen, it
// adds an option or takes it back.
func pressedVote(t *talk.Turn, poll, option string, v flows.Vote) {
	at := ballot(t, poll)
	if at < 0 {
		return
	}
	v.Poll, v.Options = poll, []string{option}
	if b := t.Session.Polls[at]; b.Poll.Several {
		before := b.Of(v)
		if slices.Contains(before, option) {
			v.Options = slices.DeleteFunc(slices.Clone(before), func(o string) bool { return o == option })
		} else {
			v.Options = append(slices.Clone(before), option)
		}
	}
	Voted(t, v)
}

// Voted counts a vote, and shows the poll with it.
func Voted(t *talk.Turn, v flows.Vote) {
	at := ballot(t, v.Poll)
	if at < 0 || v.By == "" {
		return
	}
	b := t.Session.Polls[at]
	v.Options = slices.DeleteFunc(slices.Clone(v.Options), func(id string) bool {
		return !slices.ContainsFunc(b.Poll.Options, func(o flows.PollOption) bool { return o.ID == id })
	})
	if !b.Poll.Several && len(v.Options) > 1 {
		v.Options = v.Options[:1]
	}
	if slices.Equal(b.Of(v), v.Options) {
		return
	}
	b.Votes = slices.DeleteFunc(slices.Clone(b.Votes), v.Same)
	if len(v.Options) > 0 && len(b.Votes) < maxVoters {
		b.Votes = append(b.Votes, v)
	}
	t.Session.Polls = slices.Clone(t.Session.Polls)
	t.Session.Polls[at] = b
	card := pollCard(t, b)
	card.ID, card.Replace, card.Lang, card.Silent = b.Card, true, t.Lang(), true
	t.Wishes = append(t.Wishes, flows.Wish{Say: &card})
}
