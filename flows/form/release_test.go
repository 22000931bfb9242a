package form_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"visesbot/flows/form"
	. "visesbot/flows/form/formtest"
)

// sharing asks which parts are shown, and to whom.
func sharing() *form.Questionnaire {
	part := Items("part", nil)
	release := Ask("S", form.Single, Name("release"), Options("private", "cohort", "financier", "public"))
	release.Question.Releases = &form.Releasing{Name: "part.who"}
	return Make([]*form.Collection{part}, Phase("a",
		Ask("P", form.Multi, Adds(part), Options("results", "voices"), Choices(0, 2)),
		Loop(part, "", release, Ask("N", form.ShortTxt, Name("who"), When(`part.release == "financier"`)))),
		Phase("b", Ask("Z", form.YesNo)))
}

// released writes down who may see what, and what the log says of it.
func (s *desk) released(want string) {
	s.t.Helper()
	var now, log []string
	for _, r := range s.look().Head().Releases {
		now = append(now, strings.TrimSpace(r.Part+" to "+r.To+" "+r.Name))
	}
	for _, r := range s.mem.Records() {
		switch r.Kind {
		case form.RecordRelease:
			log = append(log, "+"+r.Release.Part+" "+r.Release.To)
		case form.RecordRevoke:
			log = append(log, "-"+r.Release.Part+" "+r.Release.To)
		}
	}
	if got := fmt.Sprintf("%s | %s", strings.Join(now, ", "), strings.Join(log, " ")); got != want {
		s.fail("released is\n%s, want\n%s", got, want)
	}
}

// TestReleases: nothing is shown before somebody says so; each release, and each
// one taken back, stands in the log.
func TestReleases(t *testing.T) {
	s := newDesk(t, sharing())
	s.give("P", pick("results", "voices"))
	s.give("S@part1", pick("private"))
	s.released(" | ")
	s.give("S@part1", pick("cohort"))
	s.give("S@part2", pick("financier"))
	s.released("results to cohort | +results cohort") // the financier has no name yet
	s.give("N@part2", words("the town"))
	s.released("results to cohort, voices to financier the town | +results cohort +voices financier")
	s.give("N@part2", words("the region"))
	s.released("results to cohort, voices to financier the region | +results cohort +voices financier -voices financier +voices financier")
	s.give("P", pick("results"))
	s.released("results to cohort | +results cohort +voices financier -voices financier +voices financier -voices financier")
	s.close(true)
	s.give("S@part1", pick("private")) // also when the phase is closed
	s.released(" | +results cohort +voices financier -voices financier +voices financier -voices financier -results cohort")
	if r, ok := s.look().Head().Released("results"); ok {
		t.Errorf("the results are released: %+v", r)
	}
	log := s.mem.Records()
	if last := log[slices.IndexFunc(log, func(r form.Record) bool { return r.Kind == form.RecordRelease })]; last.Author != me() || last.At.IsZero() {
		t.Errorf("the log does not say who and when: %+v", last)
	}
}

// TestSpared: what is left out of a path is not asked and keeps nothing waiting,
// what hangs on it is not asked either, and an answer counts all the same.
func TestSpared(t *testing.T) {
	st := Items("st", nil)
	s := newDesk(t, Make([]*form.Collection{st},
		Gate(Phase("a",
			Ask("C", form.Consent),
			Ask("A", form.YesNo, Name("a")),
			Ask("B", form.ShortTxt, When("a")),
			Ask("G", form.YesNo, Name("g")),
			Ask("I", form.Repeat, Adds(st), Choices(0, 3)),
			Loop(st, "", Ask("L", form.Scale5, Name("much")), Ask("M", form.ShortTxt, When("st.much > 3")))), "g"),
		Phase("b", Ask("Z", form.YesNo, Name("z"), When("a")))))
	s.add("I", "neighbours")
	s.give("I", pick("st1"))
	spare := func(numbers ...string) {
		s.do("spare "+fmt.Sprint(numbers), func(d *form.Dossier) { d.Spare(numbers, me()) })
	}
	spare("L", "A", "C", "G", "nothing")
	if got := fmt.Sprint(s.look().Head().Spared); got != "[A L]" {
		t.Errorf("left out are %s: consent, and what closes the phase, never are", got)
	}
	s.open("C G")
	s.give("C", pick("yes"))
	s.give("G", pick("yes"))
	s.gaps("")
	s.want(map[form.Place]form.Status{"A": form.Settled, "B": form.Irrelevant, "M@st1": form.Irrelevant})
	s.give("A", pick("yes")) // answered all the same
	s.open("B")
	s.give("B", words("so"))
	spare()
	s.open("L@st1")
	s.give("L@st1", n(5))
	spare("A", "L")
	s.open("M@st1") // what was answered stays
	if r := s.mem.Records(); r[len(r)-1].Kind != form.RecordPath || fmt.Sprint(r[len(r)-1].Spared) != "[A L]" {
		t.Errorf("the log says %+v", r[len(r)-1])
	}
}
