package flows

import (
	"strings"
	"unicode/utf8"

	"visesbot/flows/form"
)

// inviteDelegate is the button for who speaks for a stakeholder.
const inviteDelegate = "delegate"

// PressDelegate is the data of the button that begins such an invitation.
const PressDelegate = bInvite + "~" + inviteDelegate

// invite makes an invitation for one person, question by question: who, and in
// which role.
func (st *step) invite(arg string) {
	c, _, _ := st.script.Questionnaire.Respondents()
	who, more, _ := strings.Cut(arg, "~")
	if !st.mayInvite() && !(who == inviteDelegate && st.mayDelegate()) {
		st.tell(st.word("invite.notyou"), st.goHome())
		return
	}
	path := form.Path(who)
	it := st.d.Item(path)
	switch {
	case who == "":
		st.askInvited()
	case who == inviteDelegate:
		st.inviteFor(form.Path(more))
	case it == nil || it.Archived || it.Collection != c.ID || st.d.PersonOf(who) != nil:
		st.tell(st.word("invite.joined"), st.goHome())
	case st.d.Delegate(who) != "":
		st.issue(form.Ticket{Respondent: who, Role: RoleDelegate, Stakeholder: st.d.Delegate(who)})
	default:
		st.inviteAs(path, more)
	}
}

// mayInvite tells whether this person brings others in: those of the enterprise
// who agreed to answer.
func (st *step) mayInvite() bool {
	_, _, ok := st.script.Questionnaire.Respondents()
	return ok && st.mayAnswer() && !outsideRole(st.s.Role) && !st.guest()
}

// mayDelegate tells whether this person invites who speaks for a stakeholder:
// whoever accompanies the enterprise does too.
func (st *step) mayDelegate() bool {
	_, _, ok := st.script.Questionnaire.Respondents()
	return ok && st.mayAnswer() && !st.guest()
}

// askInvited asks who: somebody on the list who has not joined, or anybody else.
func (st *step) askInvited() {
	st.s.Asked = asideInvite
	var rows [][]Button
	for _, p := range st.unclaimed() {
		rows = append(rows, row(button(st.namedWithin(p, 40), bInvite+"~"+string(p))))
	}
	if len(st.stakeholders()) > 0 {
		rows = append(rows, row(button(st.word("invite.delegate"), bInvite+"~"+inviteDelegate)))
	}
	rows = append(rows, st.goHome())
	st.ask(Card{Input: LineInput, Lines: []Line{
		{Style: Heading, Text: st.word("invite.who")}, {Style: Hint, Text: st.word("invite.who.help")},
	}, Buttons: rows})
}

// stakeholders are the groups that a delegate may speak for: those of which
// something is asked.
func (st *step) stakeholders() []form.Path {
	for _, q := range st.script.Questionnaire.Questions() {
		if q.Delegate {
			return st.d.Items(q.Loop[0], "")
		}
	}
	return nil
}

// inviteFor asks for which stakeholder, and then who.
func (st *step) inviteFor(stakeholder form.Path) {
	if st.d.Item(stakeholder) == nil {
		if len(st.stakeholders()) == 0 {
			st.tell(st.word("invite.stakeholder.none"), st.goHome())
			return
		}
		var rows [][]Button
		for _, p := range st.stakeholders() {
			rows = append(rows, row(button(st.namedWithin(p, 40), bInvite+"~"+inviteDelegate+"~"+string(p))))
		}
		st.tell(st.word("invite.stakeholder"), append(rows, st.goHome())...)
		return
	}
	st.s.Asked = asideInvite + string(stakeholder)
	st.ask(Card{Input: LineInput, Lines: []Line{
		{Style: Heading, Text: st.word("invite.delegate.who", "stakeholder", st.named(stakeholder))},
		{Style: Hint, Text: st.word("invite.who.help")},
	}, Buttons: [][]Button{st.goHome()}})
}

// inviteNamed puts who was named on the list of respondents.
func (st *step) inviteNamed(stakeholder, name string) {
	name = strings.Join(strings.Fields(name), " ")
	if utf8.RuneCountInString(name) > form.MaxLabel {
		st.keepDraft()
		st.tell(st.word("refused."+form.TooLong, "n", "200"))
		st.askAgainWho(stakeholder)
		return
	}
	_, q, _ := st.script.Questionnaire.Respondents()
	if st.onList(q, form.Place(q.ID), name) {
		st.tell(st.word("list.twice", "label", name))
		st.askAgainWho(stakeholder)
		return
	}
	path, err := st.d.Add(form.Place(q.ID), name, st.author())
	if err != nil {
		st.keepDraft()
		st.tell(st.word("invite.full"), st.goHome())
		return
	}
	if stakeholder == "" {
		st.inviteAs(path, "")
		return
	}
	st.recordRole(path, "other")
	st.issue(form.Ticket{Respondent: string(path), Role: RoleDelegate, Stakeholder: form.Path(stakeholder)})
}

// askAgainWho asks for another name: of who speaks for a stakeholder, or of anybody.
func (st *step) askAgainWho(stakeholder string) {
	if stakeholder != "" {
		st.inviteFor(form.Path(stakeholder))
		return
	}
	st.askInvited()
}

// inviteAs asks for the role, unless it is known, and makes the invitation.
func (st *step) inviteAs(path form.Path, role string) {
	if role != "" {
		st.recordRole(path, role)
	}
	if known := st.roleAnswer(path); known != "" {
		st.issue(form.Ticket{Respondent: string(path), Role: known})
		return
	}
	q := st.respondentQuestion("role")
	if q == nil {
		st.issue(form.Ticket{Respondent: string(path)})
		return
	}
	var rows [][]Button
	for _, o := range q.Options {
		rows = append(rows, row(button(o.Text.In(st.lang()), bInvite+"~"+string(path)+"~"+o.ID)))
	}
	st.tell(st.d.Text(q.Text, form.At(q.ID, path), st.lang()), append(rows, st.goHome())...)
}

// recordRole answers for somebody which role they have, where nobody did.
func (st *step) recordRole(path form.Path, role string) {
	q := st.respondentQuestion("role")
	if q == nil || !offers(q, role) {
		return
	}
	place := form.At(q.ID, path)
	if st.d.Status(place).Open() {
		st.d.Put(form.Answer{Place: place, State: form.Given, Value: form.Value{Choices: []string{role}}, Author: st.author()})
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
func (st *step) issue(t form.Ticket) {
	fresh := st.ev.Fresh
	if fresh == nil {
		st.tell(st.word("invite.nowhere"), st.goHome())
		return
	}
	t = st.d.Issue(t, st.author())
	st.wishes = append(st.wishes, Wish{Let: &Let{Code: fresh.Code, Invite: Invite{
		Dossier: st.s.Dossier, Enterprise: st.d.Head().Enterprise, Role: t.Role, Ticket: t.ID, Lang: st.langOf(t.Respondent),
		Once: true, Made: t.At, Expires: t.Until,
	}}})
	lines := []Line{{Style: Heading, Text: st.word("invite.made", "who", st.named(form.Path(t.Respondent)))}}
	for _, link := range fresh.Links {
		lines = append(lines, Line{Style: Link, Text: link, URL: link})
	}
	lines = append(lines,
		Line{Style: Body, Text: st.word("invite.code", "code", fresh.Code)},
		Line{Style: Hint, Text: st.word("invite.once", "day", form.Day(t.Until, st.lang()))})
	if t.Stakeholder != "" {
		lines = append(lines, Line{Style: Hint, Text: st.word("invite.sees", "stakeholder", st.named(t.Stakeholder))})
	}
	st.say(Card{Lines: lines, Buttons: [][]Button{st.goHome()}})
}

// langOf is the language that was answered for a respondent; empty: the bot asks.
func (st *step) langOf(respondent string) string {
	q := st.respondentQuestion("lang")
	if q == nil {
		return ""
	}
	a := st.d.Answer(form.At(q.ID, form.Path(respondent)))
	if a == nil || len(a.Value.Choices) == 0 {
		return ""
	}
	return a.Value.Choices[0]
}
