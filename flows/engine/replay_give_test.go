package engine_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// answer gives the answer of the model at a place; by chance somebody else
// first says something wrong, or puts it off.
func (r *replay) answer(d *form.Dossier, at form.Placed) {
	g := r.goals[r.key(d, at)]
	may := r.mayAnswer(d, at)
	if r.dice == nil {
		r.give(may[0], at, g)
		return
	}
	p := formtest.Choose(r.dice, may)
	switch r.dice.Roll(8) {
	case 0:
		r.press(p, "u~"+string(at.Place))
	case 1:
		r.wrong(p, at, g)
	case 2:
		r.give(p, at, g)
		r.press(p, "back")
	case 3:
		r.now = r.now.AddDate(0, 0, 1)
		r.give(p, at, g)
	default:
		r.give(p, at, g)
	}
}

// wrong gives another answer than that of the model.
func (r *replay) wrong(p *replayer, at form.Placed, g goal) {
	q := at.Question
	switch q.Type {
	case form.Repeat:
		r.extra(p, at)
	case form.Single, form.YesNo, form.Multi:
		for _, o := range r.dossier().Offered(q, at.Place) {
			if !slices.Contains(g.Value.Choices, o.ID) {
				r.give(p, at, goal{Answer: &form.Answer{State: form.Given, Value: form.Value{Choices: []string{o.ID}}}})
				return
			}
		}
	case form.LongTxt, form.ShortTxt:
		r.give(p, at, goal{Answer: &form.Answer{State: form.Given, Value: form.Value{Text: "un brouillon"}}})
	case form.Scale5:
		n := 3.0
		r.give(p, at, goal{Answer: &form.Answer{State: form.Given, Value: form.Value{Number: &n}}})
	}
}

// extra names something and takes it away again.
func (r *replay) extra(p *replayer, at form.Placed) {
	q := at.Question
	if r.extras > 20 || q.Adds.Max > 0 && len(r.dossier().Items(q.Adds, at.Place.Path())) >= q.Adds.Max {
		return
	}
	r.extras++
	label := fmt.Sprint("de trop ", r.extras)
	r.press(p, "q~"+string(at.Place))
	r.say(p, label)
	d := r.dossier()
	for _, item := range d.Items(q.Adds, at.Place.Path()) {
		if d.Label(item, "fr") == label {
			r.press(p, "r~"+string(at.Place)+"~"+item.ID())
			r.press(p, "x~"+string(at.Place)+"~"+item.ID())
		}
	}
}

// give gives an answer as a person does: with the buttons where there are
// some, and in words elsewhere.
func (r *replay) give(p *replayer, at form.Placed, g goal) {
	q, place := at.Question, string(at.Place)
	r.press(p, "q~"+place)
	switch {
	case g.State == form.Declined:
		r.press(p, "s~"+place)
	case g.State == form.Unknown:
		r.press(p, "u~"+place)
	case g.State == form.NotApplicable:
		r.press(p, "n~"+place)
		r.say(p, g.Reason)
	case q.Type == form.Scale5:
		r.press(p, "a~"+place+"~"+strconv.Itoa(int(*g.Value.Number)))
	case q.Type == form.Ref:
		r.tick(p, q, place, r.refs(r.dossier(), g))
	case q.Type == form.Repeat:
		r.list(p, at, g)
	case len(q.Options) > 0 || q.Type == form.YesNo || q.Type == form.Consent:
		r.tick(p, q, place, g.Value.Choices)
	default:
		r.say(p, r.typed(p, q, g.Value))
	}
	r.confirm(p)
}

// confirm says that it is right, where the bot asks.
func (r *replay) confirm(p *replayer) {
	if p.session.Held == nil || p.newest == nil {
		return
	}
	for _, row := range p.newest.Buttons {
		if strings.HasPrefix(row[0].Data, "y~") || strings.HasPrefix(row[0].Data, "K~") {
			r.press(p, row[0].Data)
			return
		}
	}
}

func (r *replay) tick(p *replayer, q *form.Question, place string, choices []string) {
	if q.Type != form.Multi && q.Type != form.Rank && q.Most() == 1 || q.Type == form.Single || q.Type == form.YesNo {
		r.press(p, "a~"+place+"~"+choices[0])
		return
	}
	for _, c := range slices.Clone(p.session.Picks) {
		r.press(p, "t~"+place+"~"+c)
	}
	for _, c := range choices {
		r.press(p, "t~"+place+"~"+c)
	}
	r.press(p, "d~"+place)
}

// list names what is not on the list yet.
func (r *replay) list(p *replayer, at form.Placed, g goal) {
	d := r.dossier()
	q, there := at.Question, map[string]bool{}
	for _, item := range d.Items(q.Adds, at.Place.Path()) {
		there[d.Label(item, "fr")] = true
	}
	var missing []string
	for _, item := range r.model.Items(q.Adds, r.modelPath(g)) {
		if label := r.model.Label(item, "fr"); !there[label] {
			missing = append(missing, label)
		}
	}
	if len(missing) > 0 {
		r.say(p, strings.Join(missing, "\n"))
	}
	r.press(p, "d~"+string(at.Place))
}

func (r *replay) modelPath(g goal) form.Path { return g.Place.Path() }

// typed writes a value as a person would type it.
func (r *replay) typed(p *replayer, q *form.Question, v form.Value) string {
	const day = "2/1/2006"
	switch q.Type {
	case form.Number, form.Money:
		text := strings.ReplaceAll(strconv.FormatFloat(*v.Number, 'f', -1, 64), ".", ",")
		for _, u := range q.Units {
			if u.ID == v.Unit {
				text += " " + u.Text.In(p.session.Lang)
			}
		}
		return text
	case form.Date:
		return v.Date.Format(day)
	case form.Period:
		return v.Date.Format(day) + " - " + v.Until.Format(day)
	}
	return v.Text
}
