package form_test

import (
	"fmt"
	"os"
	"slices"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"visesbot/flows/definition"
	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// realQuestionnaire is the one of this repository, read once.
var realQuestionnaire = sync.OnceValue(func() *form.Questionnaire {
	script, problems := definition.Load(os.DirFS("../../content"))
	if script == nil {
		panic(fmt.Sprint(problems))
	}
	return script.Questionnaire
})

// TestIndexOnRandomQuestionnaires does anything at all to dossiers of random
// questionnaires: after every single step the index equals the full count, and
// what is asked next the first of the full agenda (rule 10).
func TestIndexOnRandomQuestionnaires(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dice := formtest.Drawn(t)
		s := newDesk(t, formtest.Random(dice))
		for range 40 {
			s.anything(dice)
		}
	})
}

// TestIndexOnTheRealQuestionnaire is the same on the real one.
func TestIndexOnTheRealQuestionnaire(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dice := formtest.Drawn(t)
		s := newDesk(t, realQuestionnaire())
		s.skipTo(dice)
		for range 30 {
			s.anything(dice)
		}
	})
}

// skipTo answers and closes the first phase, half of the time.
func (s *desk) skipTo(dice formtest.Dice) {
	if formtest.Chance(dice, 2) {
		return
	}
	s.do("enrol", func(d *form.Dossier) { _, _ = d.Enrol(d.Join(form.Person{Address: "a"}).ID, "Kim", me()) })
	s.do("fill", func(d *form.Dossier) {
		fill := formtest.Filler{Author: me(), At: s.now}
		fill.Fill(d, form.Who{Respondent: "rp1", Role: "management"}, 100)
	})
	s.do("close", func(d *form.Dossier) {
		if !d.Close("diagnosis", me()) {
			s.t.Fatalf("the mandate does not close: %+v", d.Gaps())
		}
	})
}

// anything does one thing to the dossier by chance.
func (s *desk) anything(dice formtest.Dice) {
	switch dice.Roll(16) {
	case 0, 1, 2:
		s.addSomething(dice)
	case 3:
		s.shelveSomething(dice)
	case 4:
		s.do("close", func(d *form.Dossier) { d.Close("diagnosis", me()) })
	case 5:
		s.do("reopen", func(d *form.Dossier) { d.Reopen("mandate", "because", me()) })
	case 6:
		s.renameSomething(dice)
	case 7:
		s.now = s.now.AddDate(0, 0, dice.Roll(9))
		s.check()
	default:
		s.answerSomething(dice)
	}
}

func (s *desk) addSomething(dice formtest.Dice) {
	d := s.look()
	var adders []form.Place
	for _, at := range formtest.Everything(d) {
		if at.Question.Type == form.Repeat && s.begun(at.Question.Phase) {
			adders = append(adders, at.Place)
		}
	}
	if len(adders) > 0 {
		s.made++
		s.add(formtest.Choose(dice, adders), fmt.Sprint("item ", s.made))
	}
}

func (s *desk) renameSomething(dice formtest.Dice) {
	if items := s.mem.Items(); len(items) > 0 {
		s.made++
		label := fmt.Sprint("renamed ", s.made)
		it := formtest.Choose(dice, items)
		s.do("rename "+string(it.Path), func(d *form.Dossier) { d.Rename(it.Path, label, me()) })
	}
}

func (s *desk) shelveSomething(dice formtest.Dice) {
	items := slices.DeleteFunc(s.mem.Items(), func(it form.Item) bool { return it.Option != "" }) // ticks rule those
	if len(items) == 0 {
		return
	}
	it := formtest.Choose(dice, items)
	c, _ := s.q.Collection(it.Collection)
	switch full := c.Max > 0 && len(s.look().Items(c, it.Path.Parent())) >= c.Max; {
	case !it.Archived:
		s.archive(it.Path)
	case !full:
		s.restore(it.Path)
	}
}

// answerSomething answers a place, mostly one that is open.
func (s *desk) answerSomething(dice formtest.Dice) {
	d := s.look()
	all := formtest.Everything(d)
	places := s.look().Recount()
	if len(places) == 0 || formtest.Chance(dice, 3) {
		places = nil
		for _, at := range all {
			if at.Question.Type != form.Calc && s.begun(at.Question.Phase) {
				places = append(places, at.Place)
			}
		}
	}
	if len(places) == 0 {
		return
	}
	p := formtest.Choose(dice, places)
	s.put(s.someAnswer(dice, p))
}

func (s *desk) someAnswer(dice formtest.Dice, p form.Place) form.Answer {
	q, _ := s.q.Question(p.Question())
	a := form.Answer{Place: p, State: form.Given, Author: me()}
	switch dice.Roll(12) {
	case 0:
		a.State, a.Due = form.Unknown, form.Due(s.now)
	case 1:
		a.State, a.Reason = form.NotApplicable, "because"
	case 2:
		if c, ok := s.q.Collection("respondent"); ok && len(s.look().Items(c, "")) > 0 {
			a.State, a.To = form.Delegated, string(formtest.Choose(dice, s.look().Items(c, "")))
			return a
		}
		a.State = form.Declined
	case 3:
		a.State = form.Declined
	default:
		a.Value = formtest.Value(dice, s.look(), q, p)
		if formtest.Chance(dice, 2) {
			a.Confirmed = []string{"w0", "w1"}
		}
	}
	return a
}

// begun tells whether a phase is the present one or an earlier one.
func (s *desk) begun(p *form.Phase) bool {
	now, _ := s.q.Phase(s.look().Head().Phase)
	return slices.Index(s.q.Phases, p) <= slices.Index(s.q.Phases, now)
}
