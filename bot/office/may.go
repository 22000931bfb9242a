package office

import (
	"visesbot/bot/register"
	"visesbot/flows"
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

// Home is the row that leads back to the front page; for whoever belongs to an
// enterprise, to its menu.
func (v *Visit) Home() []flows.Button {
	if v.Session.Dossier != "" && v.Session.Role != flows.RoleAccompanist {
		return []flows.Button{{Label: v.Word("home.talk"), Data: "home", Kind: "quiet"}}
	}
	return []flows.Button{{Label: v.Word("home"), Data: Press(frontVerb), Kind: "quiet"}}
}
