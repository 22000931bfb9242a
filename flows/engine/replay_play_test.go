package engine_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"visesbot/flows"
	"visesbot/flows/engine"
	"visesbot/flows/flowtest"
	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// replay gives the answers of a life again.
type replay struct {
	t      *testing.T
	dice   formtest.Dice // nil: in the order of the agenda
	engine *engine.Engine
	model  *form.Dossier
	goals  map[string]goal
	mem    *formtest.Memory
	cache  *formtest.Shared // of mem
	now    time.Time
	later  time.Time // when the values are collected
	people []*replayer
	done   []string
	extras int // list entries named and taken away again
	spoilt int // right answers changed
}

// goal is the answer that has to stand somewhere at last.
type goal struct {
	*form.Answer
	value string
}

// replayer is one person who gives answers.
type replayer struct {
	session flows.Session
	newest  *flows.Card
}

func newReplay(t *testing.T, left life, tr flowtest.Transcript, dice formtest.Dice) *replay {
	r := &replay{
		t: t, dice: dice, engine: engine.Must(realScript()), model: left.dossier(), goals: map[string]goal{},
		mem: formtest.New(), now: tr.Start, later: left.Now,
	}
	r.cache = formtest.Share(r.mem)
	for _, at := range formtest.Everything(r.model) {
		if at.Answer != nil && at.Status == form.Settled {
			r.goals[r.key(r.model, at)] = goal{at.Answer, valueOf(r.model, at.Question, at.Answer)}
		}
	}
	for i, told := range left.Talks {
		r.people = append(r.people, &replayer{session: flows.Session{Address: fmt.Sprint("phone", i)}})
		if i == 0 || told.Person.Role != "" {
			r.enter(i, told)
		}
	}
	r.give(r.people[0], r.place("P0-02", ""), r.goals["P0-02@"])
	for i, told := range left.Talks {
		if i > 0 && told.Person.Role == "" {
			r.enter(i, told)
		}
	}
	return r
}

// enter lets somebody open the talk, under the name they have in the model.
func (r *replay) enter(i int, told flowtest.Talked) {
	p, s := r.people[i], told.Session
	r.step(p, flows.Event{Kind: flows.Started, Invite: &flows.Invite{
		Dossier: "d1", Role: told.Person.Role, Lang: told.Person.Lang, Enterprise: r.model.Head().Enterprise,
	}})
	if s.Respondent == "" {
		return
	}
	r.press(p, "consent~yes")
	name := r.model.Label(form.Path(s.Respondent), "fr")
	for _, row := range p.newest.Buttons {
		if row[0].Label == name {
			r.press(p, row[0].Data)
			return
		}
	}
	r.say(p, name)
}

// playAll gives all answers, and closes every phase that is ready.
func (r *replay) playAll() {
	for range 700 {
		d := r.dossier()
		switch at, ok := r.choose(d); {
		case ok:
			r.answer(d, at)
			r.spoil()
		case d.Ended():
			return
		case len(d.Gaps()) > 0:
			r.t.Fatalf("nobody has anything to say, but the phase %s waits for %+v\n%s", d.Head().Phase, d.Gaps(), r.story())
		default:
			r.press(r.people[0], "review")
			r.press(r.people[0], "close~anyway")
			for _, p := range r.people {
				r.press(p, "sign")
			}
			if r.dossier().Head().Phase == "collection" {
				r.now = r.later
			}
		}
	}
	r.t.Fatalf("it never comes to an end\n%s\n%s", r.story(), portrait(r.t, r.dossier()))
}

// choose takes one of the places where another answer has to stand.
func (r *replay) choose(d *form.Dossier) (form.Placed, bool) {
	var places []form.Placed
	for _, at := range formtest.Everything(d) {
		if g, ok := r.goals[r.key(d, at)]; ok && r.unmet(d, at, g) && r.ready(d, at.Question, g) && r.mayAnswer(d, at) != nil {
			places = append(places, at)
		}
	}
	if len(places) == 0 {
		return form.Placed{}, false
	}
	if r.dice == nil {
		return places[0], true
	}
	return formtest.Choose(r.dice, places), true
}

// spoil changes by chance an answer that was right; it has to be given once more.
func (r *replay) spoil() {
	if r.dice == nil || r.spoilt > 40 || r.dice.Roll(6) > 0 {
		return
	}
	var places []form.Placed
	d := r.dossier()
	for _, at := range formtest.Everything(d) {
		if _, ok := r.goals[r.key(d, at)]; ok && at.Status == form.Settled && !d.IsClosed(at.Question.Phase.ID) && r.mayAnswer(d, at) != nil {
			places = append(places, at)
		}
	}
	if len(places) > 0 {
		r.spoilt++
		at := formtest.Choose(r.dice, places)
		r.wrong(formtest.Choose(r.dice, r.mayAnswer(d, at)), at, r.goals[r.key(d, at)])
	}
}

func (r *replay) unmet(d *form.Dossier, at form.Placed, g goal) bool {
	switch {
	case at.Status.Open():
		return true
	case at.Status != form.Settled || at.Answer == nil:
		return false
	}
	return at.Answer.State != g.State || valueOf(d, at.Question, at.Answer) != g.value
}

// ready tells whether everything that an answer names is there.
func (r *replay) ready(d *form.Dossier, q *form.Question, g goal) bool {
	return q.Type != form.Ref || g.State != form.Given || len(r.refs(d, g)) == len(g.Value.Choices)
}

// mayAnswer gives those who may answer a place.
func (r *replay) mayAnswer(d *form.Dossier, at form.Placed) []*replayer {
	var out []*replayer
	for _, p := range r.people {
		if d.May(form.Who{Respondent: p.session.Respondent, Role: p.session.Role}, at.Question, at.Place.Path()) && p.session.Person != "" {
			out = append(out, p)
		}
	}
	return out
}

func (r *replay) key(d *form.Dossier, at form.Placed) string {
	return at.Question.ID + "@" + words(d, at.Place.Path())
}

func (r *replay) place(question string, path form.Path) form.Placed {
	q, _ := r.model.Questionnaire().Question(question)
	return form.Placed{Question: q, Place: form.At(question, path)}
}

func (r *replay) dossier() *form.Dossier {
	return form.Open(r.engine.Script.Questionnaire, r.cache, r.now)
}

func (r *replay) press(p *replayer, data string) {
	r.step(p, flows.Event{Kind: flows.Pressed, Press: data})
}

func (r *replay) say(p *replayer, text string) {
	r.step(p, flows.Event{Kind: flows.Said, Text: text})
}

// step makes one step; what stays between two is what a store would hold.
func (r *replay) step(p *replayer, ev flows.Event) {
	r.now = r.now.Add(time.Second)
	ev.At, ev.Channel = r.now, "telegram"
	r.done = append(r.done, fmt.Sprintf("%s %s %q %s", p.session.Address, ev.Kind, cut(ev.Text, 60), ev.Press))
	turn, err := r.engine.Step(p.session, r.cache, ev)
	if err != nil {
		r.t.Fatalf("%v\n%s", err, r.story())
	}
	raw, _ := json.Marshal(turn.Session)
	p.session = flows.Session{}
	if err := json.Unmarshal(raw, &p.session); err != nil {
		r.t.Fatal(err)
	}
	r.mem.Apply(turn.Changes)
	r.cache.Forget(turn.Changes)
	for _, w := range turn.Wishes {
		if w.Say != nil {
			p.newest = w.Say
		}
	}
}

func (r *replay) story() string { return strings.Join(r.done[max(0, len(r.done)-25):], "\n") }

// refs are the items of this dossier that an answer of the model names.
func (r *replay) refs(d *form.Dossier, g goal) []string {
	var out []string
	for _, c := range g.Value.Choices {
		want := words(r.model, form.Path(c))
		for _, col := range d.Questionnaire().Collections {
			if i := slices.IndexFunc(d.Items(col, ""), func(p form.Path) bool { return words(d, p) == want }); i >= 0 {
				out = append(out, string(d.Items(col, "")[i]))
				break
			}
		}
	}
	return out
}
