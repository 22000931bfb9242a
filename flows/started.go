package flows

import (
	"cmp"
	"slices"

	"visesbot/flows/form"
)

// started opens the talk, or opens it again.
func (st *step) started() {
	if in := st.ev.Invite; in != nil && in.Refused != "" {
		st.refusedInvite(*in)
		return
	}
	seat := outsideRole(st.s.Role) && st.s.Person == ""
	if st.ev.Invite != nil && (st.s.Dossier == "" || seat) {
		st.invited(*st.ev.Invite)
		return
	}
	if st.s.Dossier == "" {
		st.uninvited()
		return
	}
	if st.s.Consent == "" && !outsideRole(st.s.Role) {
		st.askConsent()
		return
	}
	st.home()
}

// invited founds the dossier if this is its first person.
func (st *step) invited(in Invite) {
	if in.Ticket != "" && !st.redeemed(in.Ticket) {
		return
	}
	if p := st.knownAs(in); p != nil {
		st.welcomeBack(in, *p)
		return
	}
	if in.Person != "" { // they have left the dossier
		st.turnAway(st.word("ticket.expired"))
		return
	}
	st.s.Dossier, st.s.Role, st.s.Mode = in.Dossier, in.Role, Welcome
	if st.d != nil {
		st.d.Begin(in.Dossier, in.Enterprise)
	}
	st.bind(in)
	st.s.Lang = cmp.Or(in.Lang, st.s.Lang, st.ev.Person.Lang)
	if st.s.Lang == "" {
		st.offerLanguages()
		return
	}
	st.arrive()
}

// uninvited explains to somebody without an invitation what to do.
func (st *step) uninvited() {
	if st.s.Lang == "" {
		st.s.Lang = st.ev.Person.Lang
	}
	st.s.Mode = Welcome
	st.say(Card{Lines: []Line{
		{Style: Heading, Text: st.word("uninvited.title")},
		{Style: Body, Text: st.word("uninvited.body")},
	}, Buttons: [][]Button{languageButtons()}})
}

// offerLanguages asks for the language in all three of them.
func (st *step) offerLanguages() {
	if st.s.Lang == "" {
		st.s.Lang = st.ev.Person.Lang
	}
	lines := []Line{}
	for _, lang := range form.Langs() {
		lines = append(lines, Line{Style: Body, Text: st.script.Words["language.ask"].In(lang), Lang: lang})
	}
	st.say(Card{Lines: lines, Buttons: [][]Button{languageButtons()}})
}

func languageButtons() []Button {
	return row(button("Français", bLang+"~fr"), button("Nederlands", bLang+"~nl"), button("English", bLang+"~en"))
}

func (st *step) chooseLanguage(lang string) {
	st.s.Lang = lang
	switch {
	case st.s.Dossier == "":
		st.uninvited()
	case st.s.Person == "":
		st.arrive()
	default:
		st.d.Join(st.person())
		st.sayAgain()
	}
}

// sayAgain shows what is on the table, in the language just chosen.
func (st *step) sayAgain() {
	switch {
	case !st.settledIn():
	case st.asking() != nil && st.mayAnswer():
		st.askPlace(st.s.Place)
	case st.s.Mode == Studying:
		st.showBlock()
	default:
		st.home()
	}
}

func (st *step) person() form.Person {
	return form.Person{
		Address: st.s.Address, Respondent: st.s.Respondent,
		Role: st.s.Role, Lang: st.lang(), Delegate: st.s.Delegate, Member: st.s.Member,
	}
}

// arrive makes the person known to the dossier and says hello.
func (st *step) arrive() {
	if st.d == nil || !st.d.Exists() {
		st.uninvited()
		return
	}
	st.s.Person = st.d.Join(st.person()).ID
	if outsideRole(st.s.Role) {
		st.move(moveAgreed, Home)
		st.home()
		return
	}
	welcome := Card{Lines: []Line{
		{Style: Heading, Text: st.word("welcome.title", "enterprise", st.d.Head().Enterprise.Name)},
		{Style: Body, Text: st.word("welcome.body")},
		{Style: Hint, Text: st.word("welcome.proposed")},
	}}
	if st.presumed() {
		welcome.Buttons = [][]Button{otherLanguages(st.lang())}
	}
	st.say(welcome)
	st.askConsent()
}

// presumed tells whether the language is only what the platform says of the
// person.
func (st *step) presumed() bool {
	return st.ev.Kind == Started && st.ev.Invite != nil && st.ev.Invite.Lang == ""
}

func otherLanguages(lang string) []Button {
	return slices.DeleteFunc(languageButtons(), func(b Button) bool { return b.Data == bLang+"~"+lang })
}

// takeSeat makes somebody known to the dossier who accompanies the enterprise and
// does something there for the first time: what they do is done.
func (st *step) takeSeat() {
	if st.s.Person != "" || !outsideRole(st.s.Role) || st.d == nil || !st.d.Exists() || st.s.Lang == "" {
		return
	}
	st.s.Person = st.d.Join(st.person()).ID
	st.move(moveAgreed, Home)
}

// settledIn tells whether the person has been through the welcome; otherwise
// it takes them there.
func (st *step) settledIn() bool {
	st.takeSeat()
	switch {
	case st.s.Dossier == "":
		st.uninvited()
	case st.s.Lang == "":
		st.offerLanguages()
	case st.s.Person == "":
		st.arrive()
	case st.s.Consent == "" && !outsideRole(st.s.Role):
		st.askConsent()
	case st.s.Asked == asideName:
		st.askName()
	default:
		return true
	}
	return false
}
