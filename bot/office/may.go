package office

import (
	"slices"

	"visesbot/bot"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/form"
)

// Act is something that not everybody may do.
type Act string

// The acts, and on what they are done.
const (
	SeeCohort    Act = "see a cohort"            // a cohort
	OpenDossier  Act = "open a dossier"          // an enterprise
	PushModules  Act = "push"                    // a cohort
	WriteTo      Act = "write to an enterprise"  // an enterprise
	ReadDigest   Act = "read a digest"           // a cohort
	ReadPool     Act = "read a pool's digest"    // a pool
	SeeAll       Act = "see the programme"       // nothing
	Import       Act = "import a register"       // nothing
	InvitePeople Act = "invite"                  // an enterprise; nothing: anybody at all
	OpenIntake   Act = "open the programme"      // nothing
	DecideIntake Act = "decide on a request"     // nothing
	ReadAnswers  Act = "read answers"            // a cohort: of the enterprises in it that the visitor accompanies
	LeadMeeting  Act = "lead a meeting"          // a cohort
	ReadAsks     Act = "read what a cohort asks" // a cohort
	Guide        Act = "guide"                   // an enterprise
	Announce     Act = "announce a day"          // nothing
	ReadReport   Act = "read a report"           // an enterprise
	Belong       Act = "be of an enterprise"     // an enterprise
)

// May tells whether the visitor may do something. What is refused is logged and
// said: a room only has to return.
func (v *Visit) May(act Act, on string) bool {
	if v.allowed(act, on) {
		return true
	}
	v.f.o.Log.Warn("the office refused somebody", "member", v.Member.ID, "act", string(act), "on", on)
	v.Tell(v.Word("refused"), v.Home())
	return false
}

// Allowed tells the same, and says nothing: for what is shown to choose from.
func (v *Visit) Allowed(act Act, on string) bool { return v.allowed(act, on) }

func (v *Visit) allowed(act Act, on string) bool {
	return may(v.Programme, v.Member.ID, act, on) || act == ReadReport && v.answersFor(on)
}

// may is the one place that says what a member of the programme may do, as the
// register is now. What it does not name is refused.
func may(p *register.Programme, member string, act Act, on string) bool {
	who, _ := p.Who(member)
	role := who.Fields["role"]
	switch act {
	case SeeCohort:
		return p.Sees(member, on)
	case Belong:
		return p.Belongs(member, on)
	case OpenDossier, WriteTo, Guide, ReadReport:
		return p.Accompanies(member, on)
	case ReadAsks, ReadDigest, ReadAnswers:
		return role == register.Accompanist && p.Sees(member, on)
	case ReadPool:
		return p.AnswersFor(member, on)
	case PushModules, LeadMeeting:
		return role != "" && p.Sees(member, on)
	case DecideIntake:
		return role == register.Coordinator || role == register.Accompanist
	case InvitePeople:
		return role == register.Coordinator || on == "" && role == register.Accompanist || p.Accompanies(member, on)
	case SeeAll, Import, Announce, OpenIntake:
		return role == register.Coordinator
	}
	return false
}

// answersFor tells whether the visitor is of an enterprise, as its dossier says
// now: somebody who answers there, and neither a delegate nor who accompanies it.
func (v *Visit) answersFor(enterprise string) bool {
	var head form.Head
	if enterprise == "" || v.Look(enterprise, func(src form.Source) error { head = src.Head(); return nil }) != nil {
		return false
	}
	return slices.ContainsFunc(head.People, func(p form.Person) bool {
		return talksFrom(p, v.Address) && p.Left.IsZero() && p.Respondent != "" && p.Delegate == "" && !flows.OutsideRole(p.Role)
	})
}

func talksFrom(p form.Person, a bot.Address) bool {
	return p.Address == string(a) || slices.Contains(p.Also, string(a))
}

// HasToDoWith tells whether the visitor is somebody of an enterprise, or accompanies
// it: as the register has it, or, of who is nobody there, its dossier.
func (v *Visit) HasToDoWith(enterprise string) bool {
	if _, known := v.Programme.Find(register.People, v.Member.ID); known {
		return v.allowed(OpenDossier, enterprise) || v.allowed(Belong, enterprise)
	}
	var head form.Head
	if enterprise == "" || v.Look(enterprise, func(src form.Source) error { head = src.Head(); return nil }) != nil {
		return false
	}
	return slices.ContainsFunc(head.People, func(p form.Person) bool { return p.Left.IsZero() && talksFrom(p, v.Address) })
}

// Home is the row that leads back to the front page; for whoever belongs to an
// enterprise, to its menu.
func (v *Visit) Home() []flows.Button {
	if ofEnterprise(v.Session) {
		return []flows.Button{{Label: v.Word("home.talk"), Data: "home", Kind: "quiet"}}
	}
	return []flows.Button{{Label: v.Word("home"), Data: Press(frontVerb), Kind: "quiet"}}
}

// ofEnterprise tells whether a conversation is that of somebody of an enterprise,
// however they came in.
func ofEnterprise(s flows.Session) bool {
	return s.Dossier != "" && s.Role != flows.RoleAccompanist
}
