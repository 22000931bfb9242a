package talk

import (
	"slices"
	"strings"

	"visesbot/flows"
	"visesbot/flows/form"
)

// ConsentQuestion is the questionnaire's own consent question.
func ConsentQuestion(t *Turn) *form.Question {
	for _, q := range t.Script.Questionnaire.Questions() {
		if q.Type == form.Consent {
			return q
		}
	}
	return nil
}

// Nameless tells whether a respondent has withdrawn: what they shared before
// stays with the enterprise, and their name is not shown beside it any more.
func (t *Turn) Nameless(respondent form.Path) bool {
	q := ConsentQuestion(t)
	if q == nil || len(q.Loop) != 1 || respondent == "" || t.Dossier.Item(respondent) == nil {
		return false
	}
	a := t.Dossier.Answer(form.At(q.ID, respondent))
	return a != nil && a.State == form.Given && slices.Contains(a.Value.Choices, "no")
}

// Who is this person for the agenda.
func (t *Turn) Who() form.Who {
	return form.Who{Respondent: t.Session.Respondent, Role: t.Session.Role, Only: t.Session.Focus, Stakeholder: t.Session.Delegate}
}

// Author is this person as the author of an answer.
func (t *Turn) Author() form.Author {
	return form.Author{
		Person: t.Session.Person, Respondent: t.Session.Respondent, Role: t.Session.Role,
		Channel: t.Event.Channel, Lang: t.Lang(),
	}
}

// Lang is the language of the talk; English where none was chosen.
func (t *Turn) Lang() string {
	if slices.Contains(form.Langs(), t.Session.Lang) {
		return t.Session.Lang
	}
	return "en"
}

// Joined tells whether there is a dossier that this person may write to.
func (t *Turn) Joined() bool { return t.Dossier != nil && t.Dossier.Exists() && t.Session.Person != "" }

// MayAnswer tells whether this person has agreed that answers are kept.
func (t *Turn) MayAnswer() bool {
	return t.Joined() && (t.Session.Respondent != "" || flows.OutsideRole(t.Session.Role))
}

// Guest tells whether this person speaks for a stakeholder.
func (t *Turn) Guest() bool { return t.Session.Delegate != "" }

// HasOpen tells whether a question waits for this person.
func (t *Turn) HasOpen() bool {
	_, open := t.Dossier.Next(t.Who())
	return open
}

// MayInvite tells whether this person brings others in: those of the enterprise
// who agreed to answer.
func (t *Turn) MayInvite() bool {
	_, _, ok := t.Script.Questionnaire.Respondents()
	return ok && t.MayAnswer() && !flows.OutsideRole(t.Session.Role) && !t.Guest()
}

// Left is about how many questions this person still has: those that are open,
// and those that come with what is not named yet.
func (t *Turn) Left() form.Load { return t.Dossier.Load(t.Who()) }

// MayShare tells whether this person may share the answer at a place: somebody
// of the enterprise, an answer that stands and can be shown in words.
func MayShare(t *Turn, q *form.Question, p form.Place) bool {
	if !t.MayAnswer() || flows.OutsideRole(t.Session.Role) || t.Guest() || q.Releases != nil || !t.Dossier.May(t.Free(), q, p.Path()) {
		return false
	}
	a := t.Dossier.Answer(p)
	shared := slices.ContainsFunc(t.Dossier.Head().Releases, func(r form.Release) bool { return r.Part == string(p) })
	return a != nil && a.State == form.Given && !a.Archived && !shared && len(p) <= 50 && strings.TrimSpace(t.Dossier.Show(a, t.Lang())) != ""
}

// Free is the person with nothing kept from them by an exercise.
func (t *Turn) Free() form.Who {
	w := t.Who()
	w.Only = nil
	return w
}

// ByWhom names an author as colleagues know them.
func (t *Turn) ByWhom(a form.Author) string {
	switch {
	case a.Person != "" && a.Person == t.Session.Person:
		return t.Word("you")
	case a.Respondent != "" && t.Nameless(form.Path(a.Respondent)):
		return t.Word("colleague")
	case a.Respondent != "":
		return t.Named(form.Path(a.Respondent))
	case flows.OutsideRole(a.Role):
		return t.Word("accompanist")
	}
	return t.Word("colleague")
}

// InGroup tells whether this is the conversation of a group: who did something
// has a conversation of their own elsewhere.
func (t *Turn) InGroup() bool {
	return t.Event.Person.Talk != "" && t.Event.Person.Talk != t.Session.Address
}

// HasLeft tells whether the person of this talk takes no part in the dossier any
// more, as it has it now.
func (t *Turn) HasLeft() bool {
	if t.Dossier == nil || t.Session.Person == "" {
		return false
	}
	p := t.Dossier.Person(t.Session.Person)
	return p != nil && !p.Left.IsZero()
}
