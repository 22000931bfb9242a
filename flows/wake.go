package flows

import (
	"time"

	"visesbot/flows/form"
)

// noteOpened tells a conversation that its person has something to answer, and
// had nothing before. Nothing is said.
const noteOpened = "opened"

// stands is the head as this step found it.
func (st *step) stands() (h form.Head) {
	if st.d != nil {
		h = *st.d.Head()
	}
	return h
}

// wake lets the others plan a reminder who have something to answer now, and had
// nothing before this step: by themselves they would look again only when they do
// something. Nothing is said, and who had something open has their reminder.
func (st *step) wake(stood form.Head, source form.Source) {
	if !st.joined() || !st.d.Head().Opens(stood) {
		return
	}
	was := form.Open(st.script.Questionnaire, source, st.ev.At)
	for _, p := range st.d.Head().People {
		if p.ID == st.s.Person || p.Respondent == "" && !outsideRole(p.Role) {
			continue
		}
		who := form.Who{Respondent: p.Respondent, Role: p.Role, Stakeholder: p.Delegate}
		if st.d.Owes(who) && !was.Owes(who) {
			st.tellOther(p.Address, Note{Kind: noteOpened})
		}
	}
}

// woken begins to count the silence now: who had nothing to answer was not silent.
// Who left all reminders unanswered is left alone, as ever.
func (st *step) woken() {
	if st.s.Reminded < maxReminders && !st.s.Silence.After(st.ev.At) {
		st.s.Silence = st.morning(st.ev.At.AddDate(0, 0, 3))
	}
}

// quietly tells whether this is a note of which nothing is said: what has a date
// and is due now need not wait for another day because of it.
func (st *step) quietly(d due) bool {
	n := st.ev.Note
	return st.ev.Kind == Told && n != nil && (n.Kind == noteCalendar || n.Kind == noteOpened) && d.kind != opened
}

// busy tells whether the person did something within the last hour.
func (st *step) busy() bool { return st.ev.At.Sub(st.s.Seen) < time.Hour }
