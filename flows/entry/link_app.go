package entry

import (
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// linkTime is how long the invitation to oneself can be used.
const linkTime = 24 * time.Hour

// link makes an invitation by which the same person comes in on another app.
func link(t *talk.Turn) {
	fresh := t.Event.Fresh
	if fresh == nil || !t.Joined() || t.InGroup() {
		t.Tell(t.Word("link.nowhere"), t.GoHome())
		return
	}
	until := t.Event.At.Add(linkTime)
	t.Wishes = append(t.Wishes, flows.Wish{Let: &flows.Let{Code: fresh.Code, Invite: flows.Invite{
		Dossier: t.Session.Dossier, Enterprise: t.Dossier.Head().Enterprise, Role: t.Session.Role, Lang: t.Lang(),
		Member: t.Session.Member, Person: t.Session.Person, By: t.Session.Member, Once: true, Made: t.Event.At, Expires: until,
	}}})
	lines := []flows.Line{{Style: flows.Heading, Text: t.Word("link.made")}}
	for _, link := range fresh.Links {
		lines = append(lines, flows.Line{Style: flows.Link, Text: link, URL: link})
	}
	lines = append(lines,
		flows.Line{Style: flows.Body, Text: t.Word("link.code", "code", fresh.Code)},
		flows.Line{Style: flows.Hint, Text: t.Word("link.once")})
	t.Say(flows.Card{Lines: lines, Buttons: [][]flows.Button{t.GoHome()}})
}

// knownAs is who an invitation says its bearer is already in the dossier; nil for
// somebody new.
func knownAs(t *talk.Turn, in flows.Invite) *form.Person {
	if t.Dossier == nil || !t.Dossier.Exists() {
		return nil
	}
	if in.Person != "" {
		return t.Dossier.Person(in.Person)
	}
	return t.Dossier.Member(in.Member)
}

// welcomeBack lets somebody in whom the dossier knows by another app: they are the same
// person, with the same answers.
func welcomeBack(t *talk.Turn, in flows.Invite, p form.Person) {
	t.Session.Dossier, t.Session.Person, t.Session.Mode = in.Dossier, p.ID, flows.Welcome
	t.Session.Role, t.Session.Respondent, t.Session.Delegate, t.Session.Lang = p.Role, p.Respondent, p.Delegate, p.Lang
	if p.Respondent != "" {
		t.Session.Consent = "yes"
	}
	t.Dossier.Reach(p.ID, t.Session.Address)
	bind(t, in)
	if !SettledIn(t) {
		return
	}
	t.Move(flows.MoveAgreed, flows.Home)
	t.Tell(t.Word("link.done"))
	t.Ways.Home(t)
}

// LastSeen keeps a person with several apps one person: what is told them goes
// to the app they used last, and what they are in the dossier they are in all.
func LastSeen(t *talk.Turn) {
	if !t.Joined() {
		return
	}
	p := t.Dossier.Person(t.Session.Person)
	if p == nil || len(p.Also) == 0 {
		return
	}
	if p.Respondent != t.Session.Respondent {
		t.Session.Respondent, t.Session.Consent = p.Respondent, "no"
		if p.Respondent != "" {
			t.Session.Consent = "yes"
		}
	}
	switch t.Event.Kind {
	case flows.Said, flows.Pressed, flows.Started:
		if p.Address != t.Session.Address {
			t.Dossier.Reach(p.ID, t.Session.Address)
			bind(t, flows.Invite{Member: t.Session.Member, Dossier: t.Session.Dossier, Role: t.Session.Role})
		}
	}
}
