package engine_test

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// valueWell presses or types a value that offends no constraint.
func (w *world) valueWell(p *talker, q *form.Question, place form.Place) {
	if !w.onCard(p, place) {
		w.press(p, "q~"+string(place))
	}
	switch q.Type {
	case form.Consent, form.YesNo, form.Single, form.Scale5:
		w.pickWell(p, q, place)
	case form.Multi, form.Rank, form.Ref:
		w.tickWell(p, q, place)
	case form.FileType:
		w.step(p, flows.Event{Kind: flows.Said, Files: []form.File{{ID: "f1", Name: "a.jpg", Type: "image/jpeg", Size: 9}}})
	default:
		w.say(p, w.textWell(q, place))
	}
}

// onCard tells whether the newest card is that of the question itself.
func (w *world) onCard(p *talker, place form.Place) bool {
	for _, row := range p.newest.Buttons {
		for _, b := range row {
			verb, rest, _ := strings.Cut(b.Data, "~")
			if (verb == "a" || verb == "t") && strings.HasPrefix(rest+"~", string(place)+"~") {
				return true
			}
		}
	}
	return false
}

func (w *world) pickWell(p *talker, q *form.Question, place form.Place) {
	if q.Name == "role" {
		w.press(p, "a~"+string(place)+"~worker")
		return
	}
	var good []string
	for _, row := range p.newest.Buttons {
		for _, b := range row {
			if id, ok := strings.CutPrefix(b.Data, "a~"+string(place)+"~"); ok && !w.strikes(q, place, picked(q, id)) {
				good = append(good, b.Data)
			}
		}
	}
	if len(good) == 0 {
		w.fail("nothing on the card answers %s", place)
	}
	w.press(p, formtest.Choose(w.dice, good))
}

func picked(q *form.Question, id string) form.Value {
	if q.Type != form.Scale5 {
		return form.Value{Choices: []string{id}}
	}
	n := float64(id[0] - '0')
	return form.Value{Number: &n}
}

// tickWell ticks until there are enough; where there is nothing to tick the
// question does not apply.
func (w *world) tickWell(p *talker, q *form.Question, place form.Place) {
	want := max(1, q.Least()) + w.dice.Roll(3)
	if q.Most() > 0 {
		want = min(want, q.Most())
	}
	for range 12 {
		s := w.memory(p)
		open := w.unticked(p, place, s.Picks)
		if s.Place != place || len(s.Picks) >= want || len(open) == 0 {
			break
		}
		w.press(p, formtest.Choose(w.dice, open))
	}
	if w.memory(p).Place != place {
		return // one press was the answer
	}
	if len(w.memory(p).Picks) >= max(1, q.Least()) {
		w.press(p, w.button(p, "d~"))
		return
	}
	w.press(p, "n~"+string(place))
	w.say(p, "there is nothing to choose")
}

func (w *world) unticked(p *talker, place form.Place, picks []string) []string {
	var out []string
	for _, row := range p.newest.Buttons {
		for _, b := range row {
			for _, verb := range []string{"t~", "a~"} {
				if id, ok := strings.CutPrefix(b.Data, verb+string(place)+"~"); ok && !slices.Contains(picks, id) {
					out = append(out, b.Data)
				}
			}
		}
	}
	return out
}

// textWell writes a value that may be typed.
func (w *world) textWell(q *form.Question, place form.Place) string {
	var candidates []string
	switch q.Type {
	case form.Number, form.Money:
		candidates = []string{"1", "2", "5", "10", "40", "2010", "0"}
	case form.Date:
		candidates = []string{"1/2/2020", "31/12/2030"}
	case form.Period:
		return "1/1/2026 - 31/12/2027"
	default:
		return w.words()
	}
	first := w.dice.Roll(len(candidates))
	for i := range candidates {
		text := candidates[(first+i)%len(candidates)]
		if v := typedValue(q, text); q.Check(v) == nil && !w.strikes(q, place, v) {
			return text
		}
	}
	w.fail("no number or day answers %s", place)
	return ""
}

func typedValue(q *form.Question, text string) form.Value {
	if q.Type == form.Date {
		day, _ := parseDay(text)
		return form.Value{Date: day}
	}
	var n float64
	_, _ = fmt.Sscan(text, &n)
	v := form.Value{Number: &n}
	if len(q.Units) > 0 {
		v.Unit = q.Units[0].ID
	}
	return v
}

func parseDay(text string) (time.Time, error) { return time.Parse("2/1/2006", text) }
