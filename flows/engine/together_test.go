package engine_test

import (
	"fmt"
	"slices"
	"strings"

	"visesbot/flows"
	"visesbot/flows/form"
)

// cooperate lets everybody answer what is asked of them, settle what the phase
// waits for and close it, until a phase is closed. That it always comes to an
// end is the proof that there is no dead end.
func (w *world) cooperate(until string) {
	for range 80 {
		w.deliver()
		for _, p := range slices.Clone(w.people) {
			w.finish(p)
		}
		d := w.dossier()
		if d.IsClosed(until) {
			w.proveEnd()
			return
		}
		if gaps := d.Gaps(); len(gaps) > 0 {
			w.mend(gaps[0])
			continue
		}
		w.close()
	}
	w.fail("the phase %s cannot be closed: %+v", w.dossier().Head().Phase, w.dossier().Gaps())
}

// proveEnd sees that nothing is asked of anybody once all phases are closed.
func (w *world) proveEnd() {
	d := w.dossier()
	if !d.Ended() {
		return
	}
	for _, p := range w.people {
		if next, open := d.Next(w.who(p)); open {
			w.fail("everything is closed, but %s is still asked %s", p.address, next)
		}
	}
}

func (w *world) who(p *talker) form.Who {
	s := w.memory(p)
	return form.Who{Respondent: s.Respondent, Role: s.Role, Stakeholder: s.Delegate}
}

// close closes the phase as a person does: by the review.
func (w *world) close() {
	for _, p := range w.people {
		if role := w.memory(p).Role; role == flows.RoleAccompanist || role == flows.RoleDelegate || w.memory(p).Dossier == "" {
			continue
		}
		before := len(w.dossier().Head().Closed)
		w.press(p, "review")
		w.press(p, "close")
		w.countersign()
		if len(w.dossier().Head().Closed) != before+1 {
			w.fail("nothing is missing, but the phase does not close")
		}
		return
	}
	w.join("worker")
}

// countersign lets whoever accompanies sign too, where somebody does.
func (w *world) countersign() {
	w.deliver()
	for _, p := range w.people {
		if w.memory(p).Role == flows.RoleAccompanist && w.dossier().Signed(false) != nil {
			w.enter(p)
			w.press(p, "review")
			w.press(p, w.button(p, "sign"))
			return
		}
	}
}

// finish lets one person answer until nothing is asked of them.
func (w *world) finish(p *talker) {
	for range 600 {
		w.enter(p)
		s := w.memory(p)
		switch {
		case s.Mode == flows.Studying && s.Module != nil:
			w.study(p)
		case s.Mode == flows.Answering && s.Place != "":
			w.answerWell(p)
		default:
			if _, open := w.dossier().Next(w.who(p)); !open && s.Module == nil {
				return
			}
			w.press(p, "go")
		}
	}
	w.fail("%s never comes to an end", p.address)
}

func (w *world) introduce(p *talker) {
	for _, b := range p.newest.Buttons {
		if strings.HasPrefix(b[0].Data, "iam~") {
			w.press(p, b[0].Data)
			return
		}
	}
	w.say(p, "name of "+p.address)
}

// study goes on with a module.
func (w *world) study(p *talker) {
	for _, row := range p.newest.Buttons {
		for _, b := range row {
			if strings.HasPrefix(b.Data, "check~") && strings.HasSuffix(b.Data, "~") { // what is ticked is the answer
				w.press(p, b.Data)
				return
			}
		}
	}
	for _, row := range p.newest.Buttons {
		for _, b := range row {
			if strings.HasPrefix(b.Data, "next~") || strings.HasPrefix(b.Data, "check~") {
				w.press(p, b.Data)
				return
			}
		}
	}
	w.press(p, "learn~"+w.memory(p).Module.ID)
}

// answerWell gives an answer that offends no rule, and proves that it counts.
func (w *world) answerWell(p *talker) {
	s := w.memory(p)
	q, _ := w.engine.Script.Questionnaire.Question(s.Place.Question())
	before := w.revision(s.Place)
	if s.Expects.IsDefined() {
		w.press(p, "q~"+string(s.Place))
		if s = w.memory(p); s.Expects.IsDefined() {
			w.say(p, "a good reason")
			return
		}
	}
	if q.Type == form.Repeat {
		w.listWell(p, q, s.Place)
	} else {
		w.valueWell(p, q, s.Place)
	}
	for range 5 {
		now := w.memory(p)
		if now.Held == nil || now.Place != s.Place {
			break
		}
		w.press(p, w.button(p, "y~", "K~"))
	}
	if w.revision(s.Place) == before && w.memory(p).Place == s.Place {
		w.fail("%s cannot answer %s", p.address, s.Place)
	}
}

func (w *world) revision(p form.Place) int {
	if a := w.dossier().Answer(p); a != nil {
		return a.Revision
	}
	return 0
}

// button finds a button on the newest card by the beginning of its data.
func (w *world) button(p *talker, begins ...string) string {
	for _, row := range p.newest.Buttons {
		for _, b := range row {
			for _, begin := range begins {
				if strings.HasPrefix(b.Data, begin) {
					return b.Data
				}
			}
		}
	}
	w.fail("no button %v on %s", begins, glimpse(p.newest))
	return ""
}

func (w *world) listWell(p *talker, q *form.Question, place form.Place) {
	for range 8 {
		d := w.dossier()
		if len(d.Items(q.Adds, place.Path())) >= max(1, q.Least()) || len(d.Items(q.Adds, place.Path())) >= q.Most() {
			break
		}
		w.say(p, fmt.Sprintf("thing %d", w.dice.Roll(100000)))
	}
	if w.strikes(q, place, w.listed(q, place)) {
		w.mendList(p, q, place)
		w.press(p, "q~"+string(place))
	}
	w.press(p, "d~"+string(place))
}

func (w *world) listed(q *form.Question, place form.Place) form.Value {
	var v form.Value
	for _, item := range w.dossier().Items(q.Adds, place.Path()) {
		v.Choices = append(v.Choices, item.ID())
	}
	return v
}

// strikes tells whether a constraint speaks against a value; a warning may be
// confirmed.
func (w *world) strikes(q *form.Question, place form.Place, v form.Value) bool {
	s := w.dossier().Strikes(q, &form.Answer{Place: place, State: form.Given, Value: v, At: w.now})
	return s != nil && !s.Warning
}

// leaveAll proves that every question can be left: "I don't know yet" is
// always within two presses, until nothing is asked any more.
func (w *world) leaveAll(p *talker) {
	w.enter(p)
	for range 200 {
		w.press(p, "go")
		s := w.memory(p)
		if s.Mode != flows.Answering {
			break
		}
		w.press(p, "m~"+string(s.Place))
		w.press(p, w.button(p, "u~"+string(s.Place)))
	}
	if next, open := w.dossier().Next(w.who(p)); open {
		w.fail("%s cannot leave %s", p.address, next)
	}
}

// enter takes a person through the welcome.
func (w *world) enter(p *talker) {
	for range 5 {
		s := w.memory(p)
		switch {
		case s.Lang == "" || s.Person == "":
			w.press(p, "lang~nl")
		case s.Expects.Kind == flows.ExpectName:
			w.introduce(p)
		case (s.Consent != "yes" || s.Respondent == "") && s.Role != flows.RoleAccompanist:
			w.press(p, "consent~yes")
		default:
			return
		}
	}
}
