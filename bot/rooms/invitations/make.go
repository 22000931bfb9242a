package invitations

import (
	"strings"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/form"
)

// Time is how long an invitation of a partner can be used.
const Time = form.TicketTime

// make invites whom the form names, once.
func (Room) make(v *office.Visit) error {
	kind, id, _ := strings.Cut(v.Field("who"), "_")
	if kind == delegate {
		return toDelegate(v, id)
	}
	in := flows.Invite{Once: true, By: v.Member.ID, Made: v.Now(), Expires: v.Now().Add(Time), Dossier: id}
	if kind == "m" {
		who, _ := v.Programme.Find(register.People, id)
		in.Member, in.Dossier, in.Lang = id, who.Fields["enterprise"], who.Fields["language"]
	}
	e, ok := v.Programme.Find(register.Enterprises, in.Dossier)
	if !v.May(office.InvitePeople, in.Dossier) || !ok || v.Event.Fresh == nil {
		return nil
	}
	in.Enterprise = form.Enterprise{ID: e.ID, Name: e.Fields["name"], Country: e.Fields["country"]}
	if in.Lang == "" {
		in.Lang = e.Fields["language"]
	}
	return issue(v, in, v.Word("invite.made", "who", whose(v, in)))
}

// issue keeps an invitation and shows how it is opened.
func issue(v *office.Visit, in flows.Invite, title string) error {
	code := v.Event.Fresh.Code
	links, err := v.Invite(code, in)
	if err != nil {
		return err
	}
	lines := []flows.Line{{Style: flows.Heading, Text: title}}
	for _, link := range links {
		lines = append(lines, flows.Line{Style: flows.Link, Text: link, URL: link})
	}
	lines = append(lines, flows.Line{Style: flows.Body, Text: v.Word("invite.code", "code", code)})
	card := flows.Card{Lines: append(lines, until(v, moment(in.Expires))...), Buttons: [][]flows.Button{v.Home()}}
	if len(links) > 0 {
		card.Media, err = v.Scannable(verb+"-"+bot.InviteID(code), links[0], v.Word("invite.qr"))
	}
	v.Say(card)
	return err
}

// toDelegate leads an accompanist into the dossier, where the talk asks for which
// stakeholder a delegate speaks: what they are called stands nowhere else.
func toDelegate(v *office.Visit, enterprise string) error {
	if !v.May(office.OpenDossier, enterprise) {
		return nil
	}
	_, begun, err := v.Head(enterprise)
	switch {
	case err != nil:
		return err
	case !begun:
		v.Tell(v.Word("invite.delegate.early", "enterprise", v.Programme.Name(register.Enterprises, enterprise)), v.Home())
		return nil
	}
	v.Seat(enterprise)
	v.Go(flows.PressDelegate)
	return nil
}

// Form asks whom to invite: people of the register who have not come in, or
// anybody of an enterprise.
func (Room) Form(v *office.Visit) (bot.Form, bool, error) {
	if v.Args()[0] != create || !invites(v) {
		return bot.Form{}, false, nil
	}
	var options []bot.FieldOption
	for _, e := range v.Programme.All(register.Enterprises) {
		if v.Allowed(office.InvitePeople, e.ID) {
			options = append(options, bot.FieldOption{ID: "e_" + e.ID, Label: v.Word("invite.anybody", "enterprise", e.Fields["name"])})
		}
	}
	for _, e := range v.Programme.All(register.Enterprises) {
		if v.Allowed(office.OpenDossier, e.ID) {
			options = append(options, bot.FieldOption{ID: delegate + "_" + e.ID, Label: v.Word("invite.delegate", "enterprise", e.Fields["name"])})
		}
	}
	for _, p := range v.Programme.All(register.People) {
		at, err := waits(v, p)
		if err != nil {
			return bot.Form{}, false, err
		}
		if at {
			options = append(options, bot.FieldOption{ID: "m_" + p.ID, Label: v.Programme.Name(register.People, p.ID) + " · " + v.Programme.Name(register.Enterprises, p.Fields["enterprise"])})
		}
	}
	if len(options) == 0 {
		return bot.Form{}, false, nil
	}
	return bot.Form{Title: v.Word("invite.new"), Submit: v.Word("invite.make"), Fields: []bot.Field{
		{ID: "who", Kind: bot.ChoiceField, Label: v.Word("invite.who"), Options: options[:min(len(options), maxOptions)]},
	}}, true, nil
}

// delegate marks, in the form, somebody who speaks for a stakeholder.
const delegate = "d"

// maxOptions is how many a form offers.
const maxOptions = 100

// waits tells whether somebody of an enterprise could be invited by the visitor.
func waits(v *office.Visit, p register.Entry) (bool, error) {
	if p.Fields["role"] != register.Staff || !v.Allowed(office.InvitePeople, p.Fields["enterprise"]) {
		return false, nil
	}
	at, err := v.Reached(p.ID)
	return len(at) == 0, err
}
