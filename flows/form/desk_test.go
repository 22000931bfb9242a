package form_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// tester is a *testing.T or a *rapid.T.
type tester interface {
	Helper()
	Fatalf(format string, args ...any)
}

var _ tester = (*testing.T)(nil)

// desk is where a dossier is worked on. Whatever is done to it goes through
// the stored form, and is counted anew afterwards.
type desk struct {
	t     tester
	q     *form.Questionnaire
	mem   *formtest.Memory
	cache *formtest.Shared
	now   time.Time
	made  int // labels given
	done  []string
}

func newDesk(t tester, q *form.Questionnaire) *desk {
	mem := formtest.New()
	s := &desk{t: t, q: q, mem: mem, cache: formtest.Share(mem), now: time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)}
	s.do("begin", func(d *form.Dossier) { d.Begin("d1", form.Enterprise{ID: "d1", Name: "Atelier", Country: "BE"}) })
	return s
}

// look opens the dossier as it stands.
func (s *desk) look() *form.Dossier { return form.Open(s.q, s.cache, s.now) }

// do makes one change and checks everything.
func (s *desk) do(what string, f func(*form.Dossier)) {
	s.t.Helper()
	s.now = s.now.Add(time.Minute)
	s.done = append(s.done, what)
	source := formtest.Share(s.mem)
	d := form.Open(s.q, source, s.now)
	f(d)
	c := d.Changes()
	if err := source.Unchanged(); err != nil {
		s.fail("%v", err)
	}
	for _, fault := range formtest.FaultsOf(c, s.mem) {
		s.fail("%s", fault)
	}
	s.mem.Apply(c)
	s.cache.Forget(c)
	s.check()
}

func (s *desk) check() {
	s.t.Helper()
	d := s.look()
	all := formtest.Everything(d)
	for _, fault := range formtest.Faults(s.cache, d, all) {
		s.fail("%s", fault)
	}
	for _, w := range []form.Who{{}, {Respondent: "rp1", Role: "management"}, {Respondent: "rp2", Role: "worker"}, {Role: "accompanist"}} {
		want := formtest.Agenda(d, all, s.now, w)
		next, open := d.Next(w)
		if open != (len(want) > 0) || open && next != want[0] {
			s.fail("next for %v is %q, but the agenda is %v", w, next, want)
		}
		if core, optional := d.Left(w); core+optional != len(want) {
			s.fail("left for %v are %d+%d, but the agenda is %v", w, core, optional, want)
		}
	}
}

func (s *desk) fail(format string, args ...any) {
	s.t.Helper()
	s.t.Fatalf("%s\n%s\n%s", fmt.Sprintf(format, args...), s.describe(), strings.Join(s.done, "\n"))
}

// describe writes the questionnaire down, for the report of a failure.
func (s *desk) describe() string {
	var b strings.Builder
	for _, q := range s.q.Questions() {
		fmt.Fprintf(&b, "%s %s", q.ID, q.Type)
		for _, c := range q.Loop {
			fmt.Fprintf(&b, " each:%s", c.ID)
		}
		if q.When != nil {
			fmt.Fprintf(&b, " when:%s", q.When.Source)
		}
		if q.Calc != nil {
			fmt.Fprintf(&b, " calc:%s", q.Calc.Source)
		}
		if q.Adds != nil {
			fmt.Fprintf(&b, " adds:%s", q.Adds.ID)
		}
		for _, r := range slices.Concat(q.Must, q.Warn) {
			fmt.Fprintf(&b, " rule:%s", r.If.Source)
		}
		b.WriteString(" " + q.Text.EN + "\n")
	}
	return b.String()
}

// put answers a place.
func (s *desk) put(a form.Answer) {
	s.t.Helper()
	s.do(fmt.Sprintf("put %s %s %+v to:%s", a.Place, a.State, a.Value, a.To), func(d *form.Dossier) { d.Put(a) })
}

// give answers a place with a value.
func (s *desk) give(p form.Place, v form.Value) {
	s.t.Helper()
	s.put(form.Answer{Place: p, State: form.Given, Value: v, Author: me()})
}

// add makes an item with a label.
func (s *desk) add(via form.Place, label string) form.Path {
	s.t.Helper()
	var path form.Path
	s.do(fmt.Sprintf("add %s at %s", label, via), func(d *form.Dossier) { path, _ = d.Add(via, label, me()) })
	return path
}

func (s *desk) archive(p form.Path) {
	s.t.Helper()
	s.do("archive "+string(p), func(d *form.Dossier) { d.Archive(p, me()) })
}

func (s *desk) restore(p form.Path) {
	s.t.Helper()
	s.do("restore "+string(p), func(d *form.Dossier) { d.Restore(p, me()) })
}

func me() form.Author {
	return form.Author{Person: "p1", Respondent: "rp1", Role: "management", Channel: "test", Lang: "nl"}
}
