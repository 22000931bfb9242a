package engine_test

import (
	"strings"
	"testing"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// The accompanist leaves a question out: it is not asked any more, the team is
// told once, sees what is left out, and can answer it by its number.
func TestAccompanistShortensThePath(t *testing.T) {
	w := newWorld(t, formtest.Seeded(1), realScript())
	p := w.joinIn("nl")
	w.enter(p)
	guide := w.join(flows.RoleAccompanist)
	w.enter(guide)
	w.say(guide, "/language en")
	before, _ := w.dossier().Left(w.who(p))
	w.say(guide, "/path")
	w.shows(guide, "P0-04")
	if strings.Contains(glimpse(guide.newest), "P0-01") || strings.Contains(glimpse(guide.newest), "P0-03") {
		t.Errorf("consent, or what closes the phase, can be left out: %s", glimpse(guide.newest))
	}
	w.press(guide, "path~t~P0-04")
	w.press(guide, "path~t~P0-01") // was never offered
	w.press(guide, "path~done")
	w.deliver()
	w.shows(p, "Weggelaten vragen: 1")
	if after, _ := w.dossier().Left(w.who(p)); after >= before {
		t.Errorf("%d are left, were %d", after, before)
	}
	w.say(p, "/path")
	w.shows(p, "P0-04")
	w.say(p, "P0-04")
	w.shows(p, "Voor wie")
	w.press(p, "path~t~P0-05") // a member of the team does not decide it
	if got := strings.Join(w.dossier().Head().Spared, " "); got != "P0-04" {
		t.Errorf("left out are %q", got)
	}
}

// Whatever is left out of the path, a module is given whole, with its values.
func TestShortPathKeepsTheValuesOfModules(t *testing.T) {
	w := newWorld(t, formtest.Seeded(1), realScript())
	p := w.joinIn("nl")
	w.enter(p)
	var all []string
	for _, phase := range realScript().Questionnaire.Phases {
		for _, q := range realScript().Questionnaire.Sparable(phase) {
			all = append(all, q.Number)
		}
	}
	w.step(p, flows.Event{Kind: flows.Told, Note: &flows.Note{Kind: flows.NotePath, Text: strings.Join(all, " ")}})
	if n := len(w.dossier().Head().Spared); n != len(all) || n < 20 {
		t.Fatalf("%d of %d are left out", n, len(all))
	}
	w.press(p, "learn~M1")
	for range 40 {
		if w.memory(p).Module != nil {
			w.study(p)
		}
	}
	given := map[string]bool{}
	for _, d := range w.mem.Deliveries() {
		given[d.Module+"/"+d.Block] = true
	}
	values := 0
	for _, b := range realScript().Modules[0].Blocks {
		if b.Values {
			values++
			if !given["M1/"+b.ID] {
				t.Errorf("M1/%s was not given", b.ID)
			}
		}
	}
	if values == 0 {
		t.Error("M1 has no values")
	}
	for _, q := range realScript().Questionnaire.Questions() {
		if q.Type == form.Consent && len(realScript().Questionnaire.Unspared([]string{q.Number})) == 0 {
			t.Errorf("the consent %s may be left out", q.ID)
		}
	}
}

// An optional question that was skipped is not offered again, by the agenda nor
// by a reminder; it comes when somebody asks for it.
func TestOptionalQuestionIsOfferedOnce(t *testing.T) {
	w := talkOf(t, 1, formtest.Ask("P0-01", form.ShortTxt, formtest.Optional), formtest.Ask("P0-02", form.ShortTxt))
	p := w.people[0]
	w.say(p, "/next")
	w.say(p, "/skip")
	w.say(p, "/next")
	w.shows(p, "P0-02?")
	for range 4 {
		w.pass(10)
		w.say(p, "/next")
		w.shows(p, "P0-02?")
	}
	w.say(p, "P0-01")
	w.shows(p, "P0-01?")
	w.say(p, "after all")
	w.has("P0-01", "given after all")
}

// A yes that somebody has to know of is told to whoever has the role, in their
// own conversation and language, once; a no is not told.
func TestWhoeverHasToKnowIsTold(t *testing.T) {
	help := formtest.Ask("HELP", form.YesNo)
	help.Question.Tells = []string{flows.RoleAccompanist}
	w := talkOf(t, 1, help)
	p := w.people[0]
	w.press(p, "a~HELP~yes")
	if !strings.Contains(strings.Join(w.said, "\n"), cut(realScript().Words["tells.nobody"].In(w.memory(p).Lang), 60)) {
		t.Error("nobody accompanies, and that is not said")
	}
	guide := w.join(flows.RoleAccompanist)
	w.enter(guide)
	w.say(guide, "/language en")
	w.mail = nil
	w.press(p, "q~HELP")
	w.press(p, "a~HELP~yes")
	if len(w.mail) != 0 {
		t.Errorf("the same answer is told again: %+v", w.mail)
	}
	w.press(p, "q~HELP")
	w.press(p, "a~HELP~no")
	if len(w.mail) != 0 {
		t.Errorf("a no is told: %+v", w.mail)
	}
	w.press(p, "q~HELP")
	w.press(p, "a~HELP~yes")
	w.deliver()
	w.shows(guide, "concerns you")
	w.shows(guide, "HELP?")
}
