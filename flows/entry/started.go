package entry

import (
	"cmp"
	"slices"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// Started opens the talk, or opens it again.
func Started(t *talk.Turn) {
	if in := t.Event.Invite; in != nil && in.Refused != "" {
		refusedInvite(t, *in)
		return
	}
	if t.InGroup() {
		Presume(t)
		ToPrivate(t, t.Word("may.room"))
		return
	}
	seat := flows.OutsideRole(t.Session.Role) && t.Session.Person == ""
	if t.Event.Invite != nil && (t.Session.Dossier == "" || seat) {
		invited(t, *t.Event.Invite)
		return
	}
	if SettledIn(t) {
		t.Ways.Home(t)
	}
}

// invited founds the dossier if this is its first person.
func invited(t *talk.Turn, in flows.Invite) {
	if p := leftBefore(t, in); p != nil {
		turnAway(t, t.Word("ticket.revoked"))
		return
	}
	if in.Ticket != "" && !redeemed(t, in.Ticket) {
		return
	}
	if p := knownAs(t, in); p != nil {
		welcomeBack(t, in, *p)
		return
	}
	if in.Person != "" { // they have left the dossier
		turnAway(t, t.Word("ticket.expired"))
		return
	}
	t.Session.Dossier, t.Session.Role, t.Session.Mode = in.Dossier, in.Role, flows.Welcome
	if t.Dossier != nil {
		t.Dossier.Begin(in.Dossier, in.Enterprise)
	}
	bind(t, in)
	t.Session.Lang = cmp.Or(in.Lang, t.Session.Lang, t.Event.Person.Lang)
	if t.Session.Lang == "" {
		offerLanguages(t)
		return
	}
	arrive(t)
}

// leftBefore is who an invitation would let in again although it was made before
// they left the dossier; nil for anybody else.
func leftBefore(t *talk.Turn, in flows.Invite) *form.Person {
	if t.Dossier == nil || !t.Dossier.Exists() {
		return nil
	}
	p := t.Dossier.HasLeft(t.Session.Address)
	if known := knownAs(t, in); p == nil && known != nil && !known.Left.IsZero() {
		p = known
	}
	if p == nil || in.Made.After(p.Left) {
		return nil
	}
	return p
}

// Uninvited explains to somebody without an invitation what to do.
func Uninvited(t *talk.Turn) {
	if t.Session.Lang == "" {
		t.Session.Lang = t.Event.Person.Lang
	}
	t.Session.Mode = flows.Welcome
	t.Say(flows.Card{Lines: []flows.Line{
		{Style: flows.Heading, Text: t.Word("uninvited.title")},
		{Style: flows.Body, Text: t.Word("uninvited.body")},
	}, Buttons: [][]flows.Button{talk.LanguageButtons()}})
}

// offerLanguages asks for the language in all three of them.
func offerLanguages(t *talk.Turn) {
	if t.Session.Lang == "" {
		t.Session.Lang = t.Event.Person.Lang
	}
	lines := []flows.Line{}
	for _, lang := range form.Langs() {
		lines = append(lines, flows.Line{Style: flows.Body, Text: t.Script.Words["language.ask"].In(lang), Lang: lang})
	}
	t.Say(flows.Card{Lines: lines, Buttons: [][]flows.Button{talk.LanguageButtons()}})
}

// chooseLanguage goes on in a language; what is none is asked for.
func chooseLanguage(t *talk.Turn, lang string) {
	if !slices.Contains(form.Langs(), lang) {
		offerLanguages(t)
		return
	}
	t.Session.Lang = lang
	switch {
	case t.InGroup():
		t.Say(flows.Card{Lines: []flows.Line{{Style: flows.Body, Text: t.Word("room.language")}}})
	case t.Session.Dossier == "" && t.Session.Member != "":
		t.Tell(t.Word("board.language", "language", talk.LanguageName(lang)), t.GoHome())
	case t.Session.Dossier == "":
		Uninvited(t)
	case t.Session.Person == "":
		arrive(t)
	default:
		t.Dossier.Join(person(t))
		sayAgain(t)
	}
}

// sayAgain shows what is on the table, in the language just chosen.
func sayAgain(t *talk.Turn) {
	switch {
	case !SettledIn(t):
	case t.Asking() != nil && t.MayAnswer():
		t.Ways.AskPlace(t, t.Session.Place)
	case t.Session.Mode == flows.Studying:
		t.Ways.ShowBlock(t)
	default:
		t.Ways.Home(t)
	}
}

func person(t *talk.Turn) form.Person {
	return form.Person{
		Address: t.Session.Address, Respondent: t.Session.Respondent,
		Role: t.Session.Role, Lang: t.Lang(), Delegate: t.Session.Delegate, Member: t.Session.Member,
	}
}

// arrive makes the person known to the dossier and says hello.
func arrive(t *talk.Turn) {
	if t.Dossier == nil || !t.Dossier.Exists() {
		Uninvited(t)
		return
	}
	t.Session.Person = t.Dossier.Join(person(t)).ID
	if flows.OutsideRole(t.Session.Role) {
		t.Move(flows.MoveAgreed, flows.Home)
		t.Ways.Home(t)
		return
	}
	welcome := flows.Card{Lines: []flows.Line{
		{Style: flows.Heading, Text: t.Word("welcome.title", "enterprise", t.Dossier.Head().Enterprise.Name)},
		{Style: flows.Body, Text: t.Word("welcome.body")},
		{Style: flows.Hint, Text: t.Word("welcome.proposed")},
	}}
	if presumed(t) {
		welcome.Buttons = [][]flows.Button{otherLanguages(t.Lang())}
	}
	t.Say(welcome)
	askConsent(t)
}

// presumed tells whether the language is only what the platform says of the
// person.
func presumed(t *talk.Turn) bool {
	return t.Event.Kind == flows.Started && t.Event.Invite != nil && t.Event.Invite.Lang == ""
}

func otherLanguages(lang string) []flows.Button {
	return slices.DeleteFunc(talk.LanguageButtons(), func(b flows.Button) bool { return b.Data == flows.Press(flows.VerbLang, lang) })
}

// takeSeat makes somebody known to the dossier who accompanies the enterprise and
// does something there for the first time: what they do is done.
func takeSeat(t *talk.Turn) {
	if t.Session.Person != "" || !flows.OutsideRole(t.Session.Role) || t.Dossier == nil || !t.Dossier.Exists() || t.Session.Lang == "" {
		return
	}
	t.Session.Person = t.Dossier.Join(person(t)).ID
	t.Move(flows.MoveAgreed, flows.Home)
}

// SettledIn tells whether the person has been through the welcome; otherwise
// it takes them there.
func SettledIn(t *talk.Turn) bool {
	takeSeat(t)
	switch {
	case t.Session.Dossier == "":
		Uninvited(t)
	case t.Session.Lang == "":
		offerLanguages(t)
	case t.Session.Person == "":
		arrive(t)
	case t.Session.Consent == "" && !flows.OutsideRole(t.Session.Role):
		askConsent(t)
	case t.Expecting(flows.ExpectName):
		AskName(t)
	default:
		return true
	}
	return false
}
