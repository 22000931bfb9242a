package adaptertest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"visesbot/flows"
	"visesbot/flows/engine"
	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// Questions are the cards of all questions of a content, by question, as
// somebody sees them who answers this and that. They are the same every time.
// The second list names the questions that were never asked.
func Questions(script *flows.Script, lang string) (cards map[string]flows.Card, missing []string) {
	cards = map[string]flows.Card{}
	for seed := range uint64(maxTalks) {
		r := &respondent{script: script, mem: formtest.New(), dice: rand.New(rand.NewPCG(seed, 2027)), cards: cards, now: firstDay(), plain: seed == 0}
		r.talk(lang)
		if missing = unasked(script, cards); len(missing) == 0 {
			break
		}
	}
	return cards, missing
}

// maxTalks is how often the questionnaire is gone through, and maxAnswers how
// much is answered in a phase.
const (
	maxTalks   = 40
	maxAnswers = 2000
)

func firstDay() time.Time { return time.Date(2026, 3, 2, 10, 0, 0, 0, time.UTC) }

func unasked(script *flows.Script, cards map[string]flows.Card) (missing []string) {
	for _, q := range script.Questionnaire.Questions() {
		if _, ok := cards[q.ID]; !ok && q.Type != form.Calc && q.Type != form.Consent {
			missing = append(missing, q.ID)
		}
	}
	return missing
}

// respondent answers one questionnaire, by the throw of dice.
type respondent struct {
	script  *flows.Script
	mem     *formtest.Memory
	dice    *rand.Rand
	session flows.Session
	cards   map[string]flows.Card
	newest  flows.Card
	now     time.Time
	words   int
	plain   bool // takes what is offered first
}

// talk goes through all phases; in each of them the accompanist has a look
// after the enterprise.
func (r *respondent) talk(lang string) {
	staff := r.join("Anna", lang, "management")
	accompanist := r.join("Bea", lang, flows.RoleAccompanist)
	for _, phase := range r.script.Questionnaire.Phases {
		r.enter(phase.ID)
		r.answerAll(&staff)
		r.collect(&staff)
		r.answerAll(&accompanist)
	}
}

// join enrols somebody, and gives their session.
func (r *respondent) join(name, lang, role string) flows.Session {
	r.session = flows.Session{Mode: flows.Welcome, Address: "web:" + name}
	r.step(flows.Event{Kind: flows.Started, Invite: &flows.Invite{
		Dossier: "d1", Lang: lang, Role: role, Enterprise: form.Enterprise{ID: "d1", Name: "Atelier Horizon", Country: "BE"},
	}})
	r.press("consent~yes")
	r.say(name)
	return r.session
}

// collect lets the time pass until what was planned is due, and adds a moment
// by hand as well.
func (r *respondent) collect(s *flows.Session) {
	plans := r.mem.Head().Plans
	if len(plans) == 0 || r.now.After(collectionDay()) {
		return
	}
	r.now = collectionDay()
	r.answerAll(s)
	r.session = *s
	r.press("q~" + string(plans[0].Place))
	*s = r.session
	r.answerAll(s)
}

func collectionDay() time.Time { return time.Date(2028, 6, 1, 10, 0, 0, 0, time.UTC) }

// answerAll has one person answer everything that is open to them.
func (r *respondent) answerAll(s *flows.Session) {
	r.session, r.newest = *s, flows.Card{}
	for n := 0; n < maxAnswers && r.answer(); n++ {
	}
	*s = r.session
}

// enter opens a phase, whether or not the one before it could be closed: the
// dossier is taken up anew, with that phase begun.
func (r *respondent) enter(phase string) {
	head := r.mem.Head()
	if head.Phase == phase {
		return
	}
	head.Closed = append(head.Closed, form.Closed{Phase: head.Phase})
	head.Phase, head.Content = phase, "of before"
	head.Version++
	r.mem.Apply(form.Changes{Head: &head})
}

// answer answers what is on the table; false when nothing is open.
func (r *respondent) answer() bool {
	if r.session.Mode != flows.Answering || r.session.Place == "" {
		r.press("answer")
		return r.session.Mode == flows.Answering && r.session.Place != ""
	}
	place := r.session.Place
	q, _ := r.script.Questionnaire.Question(place.Question())
	switch {
	case r.session.Held != nil:
		r.press(r.newest.Buttons[0][0].Data) // yes, that is right
	case q.Type == form.Repeat:
		for range 3 {
			r.say(r.word())
		}
		r.press("d~" + string(place))
	case len(r.offered()) > 0:
		r.choose(q, place)
	default:
		r.say(r.sensible(q))
	}
	if r.session.Place == place && r.session.Held == nil { // not taken
		r.press("u~" + string(place))
	}
	return true
}

// offered are the choices on the newest card.
func (r *respondent) offered() (all []flows.Button) {
	for _, b := range slices.Concat(r.newest.Buttons...) {
		if b.Kind == "choice" || b.Kind == "tick" {
			all = append(all, b)
		}
	}
	return all
}

// choose presses a choice, or ticks two.
func (r *respondent) choose(q *form.Question, place form.Place) {
	all := r.offered()
	first, second := r.dice.IntN(len(all)), r.dice.IntN(len(all))
	if r.plain {
		first, second = 0, min(1, len(all)-1)
	}
	r.press(all[first].Data)
	if q.Type != form.Multi && q.Type != form.Rank && q.Type != form.Ref {
		return
	}
	r.press(all[second].Data)
	r.press("d~" + string(place))
}

// sensible is something that may answer a question.
func (r *respondent) sensible(q *form.Question) string {
	n := 1 + r.dice.IntN(100)
	switch q.Type {
	case form.Number:
		if q.Name == "founded" {
			return fmt.Sprint(1980 + n%40)
		}
		return fmt.Sprint(n)
	case form.Money:
		return fmt.Sprint(n * 100)
	case form.Date:
		return fmt.Sprintf("%d/%d/%d", 1+n%28, 1+n%12, 2027+n%3)
	case form.Period:
		return "1/1/2026 - 31/12/2027"
	}
	return r.word()
}

// word is one that was never said before.
func (r *respondent) word() string {
	r.words++
	return fmt.Sprintf("woord%d", r.words)
}

func (r *respondent) press(data string) { r.step(flows.Event{Kind: flows.Pressed, Press: data}) }

func (r *respondent) say(text string) { r.step(flows.Event{Kind: flows.Said, Text: text}) }

// step makes one step, and keeps the card of a question that is asked for the
// first time.
func (r *respondent) step(ev flows.Event) {
	r.now = r.now.Add(time.Minute)
	ev.At, ev.Channel = r.now, "web"
	turn, err := engine.Must(r.script).Step(r.session, r.mem, ev)
	if err != nil {
		panic(fmt.Sprintf("adaptertest: %v", err))
	}
	r.session = turn.Session
	r.mem.Apply(turn.Changes)
	for _, w := range turn.Wishes {
		if w.Say == nil {
			continue
		}
		r.newest = *w.Say
		id := r.session.Place.Question()
		if _, known := r.cards[id]; !known && id != "" && w.Say.ID == r.session.Card && r.session.Held == nil && !w.Say.Replace {
			r.cards[id] = *w.Say
		}
	}
}
