package engine_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// seeds gives the random groups of people that play: usually as many as said,
// or as the environment variables VISES_SEEDS and VISES_SEED (the first) say.
func seeds(usually int) (from, to int) {
	from, _ = strconv.Atoi(os.Getenv("VISES_SEED"))
	if n, err := strconv.Atoi(os.Getenv("VISES_SEEDS")); err == nil {
		usually = n
	}
	return from, from + usually
}

// TestPeople lets random people play with the real questionnaire, first wildly
// and then together, until both phases are closed and nothing is open.
func TestPeople(t *testing.T) {
	from, to := seeds(8)
	for seed := from; seed < to; seed++ {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, formtest.Seeded(uint64(seed)), realScript())
			w.joinSome()
			w.wild(80)
			w.cooperate("mandate")
			w.wild(120)
			if seed%4 == 0 {
				w.cooperate("diagnosis")
			}
		})
	}
}

// TestPeopleOnRandomQuestionnaires lets them play with a questionnaire of their
// own each time; at the end they leave every question open that they can.
func TestPeopleOnRandomQuestionnaires(t *testing.T) {
	from, to := seeds(240)
	for seed := from; seed < to; seed++ {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			dice := formtest.Seeded(uint64(seed))
			script := &flows.Script{Version: "v1", Questionnaire: formtest.Random(dice), Words: realScript().Words, Commands: realScript().Commands, Terms: realScript().Terms}
			w := newWorld(t, dice, script)
			w.joinSome()
			w.wild(60)
			for _, p := range w.people {
				w.leaveAll(p)
			}
		})
	}
}

func (w *world) joinSome() {
	w.join("")
	for range w.dice.Roll(4) {
		w.join(formtest.Choose(w.dice, []string{"", "worker", "management", "accompanist"}))
	}
}

// wild lets everybody do what comes into their heads.
func (w *world) wild(turns int) {
	for range turns {
		p := formtest.Choose(w.dice, w.people)
		switch w.dice.Roll(24) {
		case 23:
			w.redeem()
		case 0:
			w.pass(1 + w.dice.Roll(20))
		case 1:
			w.deliver()
		case 2:
			w.step(p, flows.Event{Kind: flows.Started})
		case 3:
			w.say(p, formtest.Choose(w.dice, nonsense()))
		case 4:
			w.say(p, formtest.Choose(w.dice, commands()))
		case 5:
			w.step(p, flows.Event{Kind: flows.Said, Text: "photo", Files: []form.File{{ID: "f1", Name: "a.jpg", Type: "image/jpeg", Size: 9}}})
		case 6:
			w.press(p, w.forged())
		case 7, 8, 9:
			w.pressOld(p)
		case 10, 11, 12, 13, 14, 15:
			w.answer(p)
		default:
			w.pressNewest(p)
		}
	}
}

// redeem lets somebody in by an invitation that was made in the talk, perhaps
// one that was used.
func (w *world) redeem() {
	if len(w.invites) > 0 && len(w.people) < 8 {
		w.joinBy(formtest.Choose(w.dice, w.invites))
	}
}

func nonsense() []string {
	return []string{
		"", " ", "?", "👩‍🦽🏳️‍🌈", "مرحبا بكم", "a\u202eb", "\x00\x07", "\u200b", strings.Repeat("é", 50000),
		"{stakeholder}", "*b*", "P1-12", "P0-03", "p1-14", "1", "99999999999999999999", "-3", "/", "/change", "/x y", "yes", "nee", "a, b, c", "\xff\xfe",
		"P1-02.year", "line\nline\nline",
	}
}

func commands() []string {
	return []string{
		"/start", "/help", "/menu", "/next", "/back", "/skip", "/later", "/pause", "/unknown", "/notapplicable",
		"/askother", "/why", "/feedback", "/done", "/review", "/change", "/change P0-03", "/language", "/language fr", "/language nl", "/progress", "/modules", "/modules M1", "/stop", "/invite", "/uitnodigen", "/calendar", "/sharing", "/path", "/reminders",
	}
}

// forged is the data of a button that was never shown.
func (w *world) forged() string {
	verbs := []string{"a", "t", "d", "s", "u", "n", "o", "w", "f", "m", "q", "y", "k", "K", "D", "r", "x", "e", "i", "g", "p", "z", "b", "C", "V"}
	q := formtest.Choose(w.dice, w.engine.Script.Questionnaire.Questions())
	path := formtest.Choose(w.dice, []string{"", "@st1", "@st2/ch1", "@rp1", "@rp9", "@x", "@", "@st1/ch1/zz1", "@stx", "@ch1"})
	arg := formtest.Choose(w.dice, []string{"", "~1", "~yes", "~other", "~st1", "~rp1", "~rp2", "~-1", "~99", "~x/y", "~me1"})
	return formtest.Choose(w.dice, verbs) + "~" + q.ID + path + arg
}

// pressOld presses a button that was shown at any time.
func (w *world) pressOld(p *talker) {
	if len(p.buttons) == 0 {
		w.answer(p)
		return
	}
	w.press(p, formtest.Choose(w.dice, p.buttons).Data)
}

func (w *world) pressNewest(p *talker) {
	var all []flows.Button
	for _, row := range p.newest.Buttons {
		all = append(all, row...)
	}
	if len(all) == 0 {
		w.answer(p)
		return
	}
	w.press(p, formtest.Choose(w.dice, all).Data)
}

// answer types something sensible for the question on the table.
func (w *world) answer(p *talker) {
	s := w.memory(p)
	q, ok := w.engine.Script.Questionnaire.Question(s.Place.Question())
	if !ok {
		w.say(p, formtest.Choose(w.dice, []string{w.words(), "ja", "oui"}))
		return
	}
	w.say(p, w.sensible(q))
}

func (w *world) sensible(q *form.Question) string {
	n := 1 + w.dice.Roll(100)
	switch q.Type {
	case form.Consent, form.YesNo:
		return formtest.Choose(w.dice, []string{"ja", "non"})
	case form.Scale5:
		return fmt.Sprint(1 + n%5)
	case form.Number:
		if q.Name == "founded" {
			return fmt.Sprint(1980 + n%50)
		}
		return fmt.Sprint(n)
	case form.Money:
		return fmt.Sprint(n * 100)
	case form.Date:
		return fmt.Sprintf("%d/%d/%d", 1+n%28, 1+n%12, 2015+n%12)
	case form.Period:
		return "1/1/2026 - 31/12/2027"
	case form.Single:
		return fmt.Sprint(1 + n%max(1, len(q.Options)))
	case form.Multi, form.Rank, form.Ref:
		return fmt.Sprint(1 + n%max(1, len(q.Options)))
	}
	return w.words()
}

// words are own words that were never typed before.
func (w *world) words() string {
	w.worded++
	return fmt.Sprintf("words-%d", w.worded)
}
