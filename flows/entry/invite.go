package entry

import (
	"strings"
	"unicode/utf8"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// invite makes an invitation for one person, question by question: who, and in
// which role.
func invite(t *talk.Turn, arg string) {
	c, _, _ := t.Script.Questionnaire.Respondents()
	who, more, _ := strings.Cut(arg, "~")
	if !t.MayInvite() && !(who == flows.InviteDelegate && mayDelegate(t)) {
		t.Tell(t.Word("invite.notyou"), t.GoHome())
		return
	}
	path := form.Path(who)
	it := t.Dossier.Item(path)
	switch {
	case who == "":
		askInvited(t)
	case who == flows.InviteDelegate:
		inviteFor(t, form.Path(more))
	case it == nil || it.Archived || it.Collection != c.ID || t.Dossier.PersonOf(who) != nil:
		t.Tell(t.Word("invite.joined"), t.GoHome())
	case t.Dossier.Delegate(who) != "":
		issue(t, form.Ticket{Respondent: who, Role: flows.RoleDelegate, Stakeholder: t.Dossier.Delegate(who)})
	default:
		inviteAs(t, path, more)
	}
}

// mayDelegate tells whether this person invites who speaks for a stakeholder:
// whoever accompanies the enterprise does too.
func mayDelegate(t *talk.Turn) bool {
	_, _, ok := t.Script.Questionnaire.Respondents()
	return ok && t.MayAnswer() && !t.Guest()
}

// askInvited asks who: somebody on the list who has not joined, or anybody else.
func askInvited(t *talk.Turn) {
	t.Expect(flows.Expects{Kind: flows.ExpectInvite})
	var rows [][]flows.Button
	for _, p := range unclaimed(t) {
		rows = append(rows, talk.Row(talk.Button(t.NamedWithin(p, 40), flows.Press(flows.VerbInvite, string(p)))))
	}
	if len(stakeholders(t)) > 0 {
		rows = append(rows, talk.Row(talk.Button(t.Word("invite.delegate"), flows.Press(flows.VerbInvite, flows.InviteDelegate))))
	}
	rows = append(rows, t.GoHome())
	t.Ask(flows.Card{Input: flows.LineInput, Lines: []flows.Line{
		{Style: flows.Heading, Text: t.Word("invite.who")}, {Style: flows.Hint, Text: t.Word("invite.who.help")},
	}, Buttons: rows})
}

// stakeholders are the groups that a delegate may speak for: those of which
// something is asked.
func stakeholders(t *talk.Turn) []form.Path {
	for _, q := range t.Script.Questionnaire.Questions() {
		if q.Delegate {
			return t.Dossier.Items(q.Loop[0], "")
		}
	}
	return nil
}

// inviteFor asks for which stakeholder, and then who.
func inviteFor(t *talk.Turn, stakeholder form.Path) {
	if t.Dossier.Item(stakeholder) == nil {
		if len(stakeholders(t)) == 0 {
			t.Tell(t.Word("invite.stakeholder.none"), t.GoHome())
			return
		}
		var rows [][]flows.Button
		for _, p := range stakeholders(t) {
			rows = append(rows, talk.Row(talk.Button(t.NamedWithin(p, 40), flows.Press(flows.VerbInvite, flows.InviteDelegate, string(p)))))
		}
		t.Tell(t.Word("invite.stakeholder"), append(rows, t.GoHome())...)
		return
	}
	t.Expect(flows.Expects{Kind: flows.ExpectInvite, Arg: string(stakeholder)})
	t.Ask(flows.Card{Input: flows.LineInput, Lines: []flows.Line{
		{Style: flows.Heading, Text: t.Word("invite.delegate.who", "stakeholder", t.Named(stakeholder))},
		{Style: flows.Hint, Text: t.Word("invite.who.help")},
	}, Buttons: [][]flows.Button{t.GoHome()}})
}

// inviteNamed puts who was named on the list of respondents.
func inviteNamed(t *talk.Turn, stakeholder, name string) {
	name = strings.Join(strings.Fields(name), " ")
	if utf8.RuneCountInString(name) > form.MaxLabel {
		t.KeepDraft()
		t.Tell(t.Word("refused."+form.TooLong, "n", "200"))
		askAgainWho(t, stakeholder)
		return
	}
	_, q, _ := t.Script.Questionnaire.Respondents()
	if t.Ways.OnList(t, q, form.Place(q.ID), name) {
		t.Tell(t.Word("list.twice", "label", name))
		askAgainWho(t, stakeholder)
		return
	}
	path, err := t.Dossier.Add(form.Place(q.ID), name, t.Author())
	if err != nil {
		t.KeepDraft()
		t.Tell(t.Word("invite.full"), t.GoHome())
		return
	}
	if stakeholder == "" {
		inviteAs(t, path, "")
		return
	}
	recordRole(t, path, "other")
	issue(t, form.Ticket{Respondent: string(path), Role: flows.RoleDelegate, Stakeholder: form.Path(stakeholder)})
}

// askAgainWho asks for another name: of who speaks for a stakeholder, or of anybody.
func askAgainWho(t *talk.Turn, stakeholder string) {
	if stakeholder != "" {
		inviteFor(t, form.Path(stakeholder))
		return
	}
	askInvited(t)
}

// inviteAs asks for the role, unless it is known, and makes the invitation.
func inviteAs(t *talk.Turn, path form.Path, role string) {
	if role != "" {
		recordRole(t, path, role)
	}
	if known := roleAnswer(t, path); known != "" {
		issue(t, form.Ticket{Respondent: string(path), Role: known})
		return
	}
	q := respondentQuestion(t, "role")
	if q == nil {
		issue(t, form.Ticket{Respondent: string(path)})
		return
	}
	var rows [][]flows.Button
	for _, o := range q.Options {
		rows = append(rows, talk.Row(talk.Button(o.Text.In(t.Lang()), flows.Press(flows.VerbInvite, string(path), o.ID))))
	}
	t.Tell(t.Dossier.Text(q.Text, form.At(q.ID, path), t.Lang()), append(rows, t.GoHome())...)
}

// recordRole answers for somebody which role they have, where nobody did.
func recordRole(t *talk.Turn, path form.Path, role string) {
	q := respondentQuestion(t, "role")
	if q == nil || !offers(q, role) {
		return
	}
	place := form.At(q.ID, path)
	if t.Dossier.Status(place).Open() {
		t.Dossier.Put(form.Answer{Place: place, State: form.Given, Value: form.Value{Choices: []string{role}}, Author: t.Author()})
	}
}

func offers(q *form.Question, id string) bool {
	for _, o := range q.Options {
		if o.ID == id {
			return true
		}
	}
	return false
}

// issue makes the invitation and shows how it is opened.
func issue(t *talk.Turn, ticket form.Ticket) {
	fresh := t.Event.Fresh
	if fresh == nil {
		t.Tell(t.Word("invite.nowhere"), t.GoHome())
		return
	}
	ticket = t.Dossier.Issue(ticket, t.Author())
	t.Wishes = append(t.Wishes, flows.Wish{Let: &flows.Let{Code: fresh.Code, Invite: flows.Invite{
		Dossier: t.Session.Dossier, Enterprise: t.Dossier.Head().Enterprise, Role: ticket.Role, Ticket: ticket.ID, Lang: langOf(t, ticket.Respondent),
		Once: true, Made: ticket.At, Expires: ticket.Until,
	}}})
	lines := []flows.Line{{Style: flows.Heading, Text: t.Word("invite.made", "who", t.Named(form.Path(ticket.Respondent)))}}
	for _, link := range fresh.Links {
		lines = append(lines, flows.Line{Style: flows.Link, Text: link, URL: link})
	}
	lines = append(lines,
		flows.Line{Style: flows.Body, Text: t.Word("invite.code", "code", fresh.Code)},
		flows.Line{Style: flows.Hint, Text: t.Word("invite.once", "day", form.Day(ticket.Until, t.Lang()))})
	if ticket.Stakeholder != "" {
		lines = append(lines, flows.Line{Style: flows.Hint, Text: t.Word("invite.sees", "stakeholder", t.Named(ticket.Stakeholder))})
	}
	t.Say(flows.Card{Lines: lines, Buttons: [][]flows.Button{t.GoHome()}})
}

// langOf is the language that was answered for a respondent; empty: the bot asks.
func langOf(t *talk.Turn, respondent string) string {
	q := respondentQuestion(t, "lang")
	if q == nil {
		return ""
	}
	a := t.Dossier.Answer(form.At(q.ID, form.Path(respondent)))
	if a == nil || len(a.Value.Choices) == 0 {
		return ""
	}
	return a.Value.Choices[0]
}
