package flows

import (
	"fmt"
	"slices"

	"visesbot/flows/form"
)

// Engine moves conversations on, by one version of the content. It is safe for
// concurrent use.
type Engine struct {
	Script *Script
	Links  map[string]string // by entry of the library: where the programme keeps it; "site" is its own site
}

// Step gives what an event leads to. The source may be nil while the
// conversation belongs to no dossier. An error means that the step cannot be
// made at all (a fault of the content or the program); what people do never
// leads to one.
func (e *Engine) Step(session Session, dossier form.Source, ev Event) (Turn, error) {
	if e.Script == nil || e.Script.Questionnaire == nil {
		return Turn{}, fmt.Errorf("step: %w", errContent)
	}
	st := &step{script: e.Script, links: e.Links, s: session, ev: ev}
	st.wishes = st.firstWishes[:0]
	st.s.Content = e.Script.Version
	if ev.Person.Zone != "" {
		st.s.Zone = ev.Person.Zone
	}
	if dossier != nil {
		st.d = form.Open(e.Script.Questionnaire, dossier, ev.At)
	}
	stood := st.stands()
	st.adopt()
	st.presence()
	st.lastSeen()
	st.collect()
	before, promises := st.plans(), st.promises()
	st.cameBack()
	st.happen()
	st.collect()
	st.tellKeepers(before)
	st.tellPromisers(promises)
	st.wake(stood, dossier)
	st.plan()
	st.hush()
	turn := Turn{Session: st.s, Wishes: st.wishes}
	if st.d != nil {
		turn.Changes = st.d.Changes()
	}
	return turn, st.err
}

// step is one Step under way.
type step struct {
	script *Script
	links  map[string]string
	s      Session
	d      *form.Dossier
	ev     Event
	wishes []Wish
	err    error

	firstWishes [4]Wish
}

// happen takes the event to whoever it is for.
func (st *step) happen() {
	switch {
	case st.ev.Kind == Said && st.ev.Album != "":
		st.gather()
		return
	case st.ev.Kind == Timer && st.ev.Timer == timerAlbum:
		st.gathered()
		return
	case st.ev.Kind == Timer && st.ev.Timer == timerPushed:
		st.showPushes()
		return
	case st.ev.Kind == Said || st.ev.Kind == Pressed || st.ev.Kind == Started:
		st.gathered()
	}
	switch st.ev.Kind {
	case Started:
		st.started()
	case Timer:
		st.timer()
	case Told:
		st.told()
	case Pressed:
		st.pressed()
	case Said:
		st.said()
	case Left:
		st.shutOut()
	case Voted:
		if st.ev.Vote != nil {
			st.voted(*st.ev.Vote)
		}
	}
}

// who is this person for the agenda.
func (st *step) who() form.Who {
	return form.Who{Respondent: st.s.Respondent, Role: st.s.Role, Only: st.s.Focus, Stakeholder: st.s.Delegate}
}

func (st *step) author() form.Author {
	return form.Author{
		Person: st.s.Person, Respondent: st.s.Respondent, Role: st.s.Role,
		Channel: st.ev.Channel, Lang: st.lang(),
	}
}

func (st *step) lang() string {
	if slices.Contains(form.Langs(), st.s.Lang) {
		return st.s.Lang
	}
	return "en"
}

// joined tells whether there is a dossier that this person may write to.
func (st *step) joined() bool { return st.d != nil && st.d.Exists() && st.s.Person != "" }

// mayAnswer tells whether this person has agreed that answers are kept.
func (st *step) mayAnswer() bool {
	return st.joined() && (st.s.Respondent != "" || outsideRole(st.s.Role))
}

// outsideRole tells whether somebody accompanies the enterprise and is no
// respondent of it.
func outsideRole(role string) bool { return role == RoleAccompanist }

// RoleAccompanist is the role of whoever accompanies the enterprise.
const RoleAccompanist = "accompanist"
