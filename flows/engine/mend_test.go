package engine_test

import (
	"regexp"
	"slices"
	"strings"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// mendList changes answers about the items of a list until its rule holds.
func (w *world) mendList(p *talker, q *form.Question, place form.Place) {
	for range 60 {
		if !w.strikes(q, place, w.listed(q, place)) {
			return
		}
		w.changeInside(p, q)
	}
	w.fail("the rule of %s cannot be met", place)
}

// changeInside changes one answer about one item that the rules of the list
// look at.
func (w *world) changeInside(p *talker, list *form.Question) {
	c := list.Adds
	var places []form.Place
	for _, q := range w.engine.Script.Questionnaire.Questions() {
		if q.Name == "" || !slices.ContainsFunc(list.Must, func(r form.Rule) bool {
			return strings.Contains(r.If.Source, c.Plural+"."+q.Name)
		}) {
			continue
		}
		for _, item := range w.dossier().Items(c, "") {
			place := form.At(q.ID, item)
			if w.dossier().Status(place) == form.Settled && w.dossier().May(w.who(p), q, item) {
				places = append(places, place)
			}
		}
	}
	if len(places) == 0 {
		w.fail("nothing to change about %s", c.ID)
	}
	w.change(p, formtest.Choose(w.dice, places))
}

// change goes to an answered question and answers it once more, through the
// opening of a closed phase where it has to be.
func (w *world) change(p *talker, place form.Place) {
	w.press(p, "q~"+string(place))
	if w.memory(p).Expects.Kind == flows.ExpectReopen {
		w.say(p, "we have to correct this")
	}
	if w.memory(p).Place == place {
		w.answerWell(p)
	}
}

// mend does what a gap asks for.
func (w *world) mend(g form.Gap) {
	switch {
	case g.Rule != nil:
		w.mendRule(g.Rule)
	case g.Votes != nil:
		w.mendVotes(g)
	default:
		w.takeBack(g.Place)
	}
}

// mendRule changes an answer that a rule of the gate looks at.
func (w *world) mendRule(r *form.Rule) {
	for _, q := range w.engine.Script.Questionnaire.Questions() {
		if q.Name == "" || !mentions(r.If.Source, q.Name) || len(q.Loop) > 0 {
			continue
		}
		w.takeBack(form.Place(q.ID))
		return
	}
	w.fail("no answer to change for the rule %s", r.ID)
}

func mentions(source, name string) bool {
	return regexp.MustCompile(`\b` + name + `\b`).MatchString(source)
}

// takeBack lets somebody who may answer a place do so, whatever became of it.
func (w *world) takeBack(place form.Place) {
	q, _ := w.engine.Script.Questionnaire.Question(place.Question())
	for _, p := range w.people {
		if w.dossier().May(w.who(p), q, place.Path()) {
			w.change(p, place)
			return
		}
	}
	w.join(flows.RoleAccompanist)
}

// mendVotes lets those vote who have not, or brings somebody in.
func (w *world) mendVotes(g form.Gap) {
	for _, p := range w.people {
		s := w.memory(p)
		place := form.At(g.Votes.ID, form.Path(s.Respondent))
		a := w.dossier().Answer(place)
		if s.Respondent != "" && a != nil && (a.State != form.Given || g.Missing == 0 && s.Role != a.Author.Role && s.Role != g.Outside) {
			w.change(p, place)
			return
		}
	}
	w.join("worker")
}
