package flows

import (
	"time"

	"visesbot/flows/form"
)

// PressLink is the data of the button that lets somebody add another app.
const PressLink = "link"

// linkTime is how long the invitation to oneself can be used.
const linkTime = 24 * time.Hour

// link makes an invitation by which the same person comes in on another app.
func (st *step) link() {
	fresh := st.ev.Fresh
	if fresh == nil || !st.joined() || st.inGroup() {
		st.tell(st.word("link.nowhere"), st.goHome())
		return
	}
	until := st.ev.At.Add(linkTime)
	st.wishes = append(st.wishes, Wish{Let: &Let{Code: fresh.Code, Invite: Invite{
		Dossier: st.s.Dossier, Enterprise: st.d.Head().Enterprise, Role: st.s.Role, Lang: st.lang(),
		Member: st.s.Member, Person: st.s.Person, By: st.s.Member, Once: true, Made: st.ev.At, Expires: until,
	}}})
	lines := []Line{{Style: Heading, Text: st.word("link.made")}}
	for _, link := range fresh.Links {
		lines = append(lines, Line{Style: Link, Text: link, URL: link})
	}
	lines = append(lines,
		Line{Style: Body, Text: st.word("link.code", "code", fresh.Code)},
		Line{Style: Hint, Text: st.word("link.once")})
	st.say(Card{Lines: lines, Buttons: [][]Button{st.goHome()}})
}

// knownAs is who an invitation says its bearer is already in the dossier; nil for
// somebody new.
func (st *step) knownAs(in Invite) *form.Person {
	if st.d == nil || !st.d.Exists() {
		return nil
	}
	if in.Person != "" {
		return st.d.Person(in.Person)
	}
	return st.d.Member(in.Member)
}

// welcomeBack lets somebody in whom the dossier knows by another app: they are the same
// person, with the same answers.
func (st *step) welcomeBack(in Invite, p form.Person) {
	st.s.Dossier, st.s.Person, st.s.Mode = in.Dossier, p.ID, Welcome
	st.s.Role, st.s.Respondent, st.s.Delegate, st.s.Lang = p.Role, p.Respondent, p.Delegate, p.Lang
	if p.Respondent != "" {
		st.s.Consent = "yes"
	}
	st.d.Reach(p.ID, st.s.Address)
	st.bind(in)
	if !st.settledIn() {
		return
	}
	st.move(moveAgreed, Home)
	st.tell(st.word("link.done"))
	st.home()
}

// lastSeen keeps a person with several apps one person: what is told them goes
// to the app they used last, and what they are in the dossier they are in all.
func (st *step) lastSeen() {
	if !st.joined() {
		return
	}
	p := st.d.Person(st.s.Person)
	if p == nil || len(p.Also) == 0 {
		return
	}
	if p.Respondent != st.s.Respondent {
		st.s.Respondent, st.s.Consent = p.Respondent, "no"
		if p.Respondent != "" {
			st.s.Consent = "yes"
		}
	}
	switch st.ev.Kind {
	case Said, Pressed, Started:
		if p.Address != st.s.Address {
			st.d.Reach(p.ID, st.s.Address)
			st.bind(Invite{Member: st.s.Member, Dossier: st.s.Dossier, Role: st.s.Role})
		}
	}
}

// elsewhere tells whether the person was last seen on another app of theirs.
func (st *step) elsewhere() bool {
	if !st.joined() {
		return false
	}
	p := st.d.Person(st.s.Person)
	return p != nil && len(p.Also) > 0 && p.Address != st.s.Address
}
