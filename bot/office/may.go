package office

import (
	"slices"

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
	role := v.Member.Fields["role"]
	switch act {
	case SeeCohort:
		return v.Programme.Sees(v.Member.ID, on)
	case OpenDossier, WriteTo, Guide:
		return v.Programme.Accompanies(v.Member.ID, on)
	case ReadReport:
		return v.Programme.Accompanies(v.Member.ID, on) || v.answersFor(on)
	case ReadAsks, ReadDigest:
		return role == register.Accompanist && v.Programme.Sees(v.Member.ID, on)
	case ReadPool:
		return v.Programme.AnswersFor(v.Member.ID, on)
	case PushModules, LeadMeeting:
		return role != "" && v.Programme.Sees(v.Member.ID, on)
	case DecideIntake:
		return role == register.Coordinator || role == register.Accompanist
	case ReadAnswers:
		return role == register.Accompanist && v.Programme.Sees(v.Member.ID, on)
	case InvitePeople:
		return role == register.Coordinator || on == "" && role == register.Accompanist || v.Programme.Accompanies(v.Member.ID, on)
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
		here := p.Address == string(v.Address) || slices.Contains(p.Also, string(v.Address))
		return here && p.Respondent != "" && p.Delegate == "" && !flows.OutsideRole(p.Role)
	})
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
