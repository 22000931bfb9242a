package engine_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// TestWhatDoesNotApplyIsSkipped (rule 3).
func TestWhatDoesNotApplyIsSkipped(t *testing.T) {
	t.Parallel()
	l, _ := lived(t, dayCentre, "The next cycle")
	d := l.dossier()
	alone, rest := found(t, d, "change", "Moins de journées seules"), found(t, d, "change", "Plus de temps pour souffler")
	for what, c := range map[string]struct {
		got  form.Status
		want bool
	}{
		"two indicators are compared":              {status(d, "P3-04", alone), true},
		"one indicator is not":                     {status(d, "P3-04", rest), false},
		"no split, no difference":                  {status(d, "P3-03", alone), false},
		"a register has no sample":                 {status(d, "P2-08", alone.Join("in1")), false},
		"new data have one":                        {status(d, "P2-08", alone.Join("in2")), true},
		"a change that is not followed is skipped": {status(d, "P2-01", rest.Parent().Join("ch2")), false},
	} {
		if asked := c.got != form.Irrelevant; asked != c.want {
			t.Errorf("%s: asked %v", what, asked)
		}
	}
}

// TestWithoutAChangeInScopeTheNextPhaseStaysClosed (rule 3), and says why in
// each language.
func TestWithoutAChangeInScopeTheNextPhaseStaysClosed(t *testing.T) {
	t.Parallel()
	l, _ := lived(t, dayCentre, "The plan")
	r := resume(t, l)
	r.edit(func(d *form.Dossier) {
		d.Reopen("diagnosis", "rien", author())
		d.Put(form.Answer{Place: "P1-21", State: form.NotApplicable, Reason: "rien à suivre", Author: author()})
	})
	said := map[string]bool{}
	for _, lang := range form.Langs() {
		r.people[0].session.Lang = lang
		r.press(r.people[0], "review")
		card := glimpse(r.people[0].newest)
		if strings.Contains(card, "|close]") || !strings.Contains(card, "P1-21)") {
			t.Errorf("%s: the review is %s", lang, card)
		}
		said[card] = true
	}
	r.press(r.people[0], "close")
	if d := r.dossier(); d.Head().Phase != "diagnosis" || len(said) != 3 {
		t.Errorf("the phase is %s; said in %d languages", d.Head().Phase, len(said))
	}
}

// TestAPauseKeepsEveryAnswer (rule 3).
func TestAPauseKeepsEveryAnswer(t *testing.T) {
	t.Parallel()
	l, _ := lived(t, dayCentre, "More than a year later")
	r := resume(t, l)
	before := portrait(t, r.dossier())
	r.say(r.people[0], "/pause")
	r.press(r.people[0], "later~7")
	r.now = r.now.AddDate(0, 0, 300)
	r.step(r.people[0], flows.Event{Kind: flows.Timer, Timer: "remind"})
	if after := portrait(t, r.dossier()); after != before {
		t.Error("a pause has changed the dossier")
	}
}

// TestLimitsProtectPeopleAndWhatIsLeftIsCounted (rule 4): more than three
// changes or two indicators are asked about first, in each language; what is
// said to be left is the places on the agenda, and those that come with the
// indicators that are usually named.
func TestLimitsProtectPeopleAndWhatIsLeftIsCounted(t *testing.T) {
	t.Parallel()
	l, _ := lived(t, dayCentre, "The plan")
	r := resume(t, l)
	scope, _ := r.dossier().Questionnaire().Question("P1-21")
	signs, _ := r.dossier().Questionnaire().Question("P2-02")
	change := found(t, r.dossier(), "change", "Moins de journées seules")
	struck := func(q *form.Question, p form.Place, n int) *form.Strike {
		a := form.Answer{Place: p, State: form.Given, Value: form.Value{Choices: strings.Split(strings.Repeat("x ", n), " ")[:n]}}
		return r.dossier().Strikes(q, &a)
	}
	for q, most := range map[*form.Question]int{scope: 3, signs: 2} {
		p := form.Place(q.ID)
		if q == signs {
			p = form.At(q.ID, change)
		}
		if struck(q, p, most) != nil {
			t.Errorf("%s: %d are asked about", q.ID, most)
		}
		s := struck(q, p, most+1)
		if s == nil || !s.Warning || slices.ContainsFunc(form.Langs(), func(lang string) bool { return s.Rule.Say.In(lang) == "" }) {
			t.Errorf("%s: %d are not asked about in each language: %+v", q.ID, most+1, s)
		}
	}
	p := r.people[0]
	r.press(p, "answer")
	who := form.Who{Respondent: p.session.Respondent, Role: p.session.Role}
	open := len(formtest.Agenda(r.dossier(), formtest.Everything(r.dossier()), r.now, who))
	left := open + r.dossier().Ahead(who).Questions
	if card := glimpse(p.newest); open < 5 || left < 4*open || left > 15*open || !strings.Contains(card, " "+strconv.Itoa(left)+" ") {
		t.Errorf("%d places are open, %d with the usual indicators, but the card says %s", open, left, card)
	}
}

// TestALoopIsAnsweredByTwoPeopleAndTakenUpAtTheSameItem (rule 5): months later,
// and after a colleague has answered for one item, the question is that of the
// very item.
func TestALoopIsAnsweredByTwoPeopleAndTakenUpAtTheSameItem(t *testing.T) {
	t.Parallel()
	l, _ := lived(t, bothSides, "Ines does the first change")
	r := resume(t, l)
	ines, wout := r.people[0], r.people[1]
	first, second := found(t, r.dossier(), "change", "Plus de repas cuisinés avec des produits frais"), found(t, r.dossier(), "change", "Vaker een praatje met iemand uit de straat")
	if ines.session.Place != form.At("P2-01", second) {
		t.Fatalf("Ines is asked %s", ines.session.Place)
	}
	r.now = r.now.AddDate(0, 4, 0)
	r.press(wout, "answer")
	if wout.session.Place != form.At("P2-01", second) {
		t.Errorf("Wout is asked %s", wout.session.Place)
	}
	r.say(wout, "Buren noemen elkaar bij de naam.")
	r.say(wout, "wat buren vertellen")
	r.press(wout, "d~P2-02@"+string(second))
	r.now = r.now.AddDate(0, 4, 0)
	r.press(ines, "answer")
	if want := form.At("P2-02.nature", second.Join("in1")); ines.session.Place != want {
		t.Errorf("Ines is asked %s, want %s", ines.session.Place, want)
	}
	if a := r.dossier().Answer(form.At("P2-01", first)); a == nil || a.Author.Respondent != ines.session.Respondent {
		t.Errorf("the first item is %+v", a)
	}
}
