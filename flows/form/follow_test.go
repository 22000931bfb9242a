package form_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"visesbot/flows/form"
	. "visesbot/flows/form/formtest"
)

// deciding asks what is decided, who sees to it and by when; the next cycle
// begins without the decisions of this one.
func deciding() *form.Questionnaire {
	who, thing := Items("respondent", nil), Items("thing", nil)
	who.Prefix = "rp"
	when := Ask("WHEN", form.Date, Name("deadline"))
	when.Question.Follow = &form.Follow{Who: "thing.owner"}
	q := Make([]*form.Collection{who, thing},
		Phase("a", Ask("WHO", form.Repeat, Adds(who), Optional)),
		Phase("b",
			Ask("D", form.Repeat, Adds(thing)),
			Loop(thing, "", Ask("OWNER", form.Ref, Name("owner"), Of(who), Choices(1, 1)), when),
			Ask("WAY", form.Single, Options("on", "pause")), Ask("AT", form.Date)))
	q.Cycle = &form.Cycle{
		By: "WAY", At: "AT", Ways: []form.Way{{Option: "on", Begin: "a"}}, Renew: []string{"b"}, Shelve: []string{"thing"},
	}
	return q
}

// promised writes down what is followed up, and what the log says of it.
func (s *desk) promised(want string) {
	s.t.Helper()
	var now, log []string
	for _, p := range s.look().Head().Promises {
		now = append(now, strings.TrimSpace(fmt.Sprint(p.Place, " ", p.On.Format("2/1/06"), " ", p.Who, " ", p.Fate)))
	}
	for _, r := range s.mem.Records() {
		if r.Kind == form.RecordFollow {
			log = append(log, fmt.Sprint(r.Item.Path, " ", r.Reason, " ", r.Promise.On.Format("2/1/06")))
		}
	}
	if got := strings.Join(now, ", ") + " | " + strings.Join(log, ", "); got != want {
		s.fail("followed up is\n%s, want\n%s", got, want)
	}
}

func onDay(m time.Month, d int) form.Value {
	return form.Value{Date: time.Date(2027, m, d, 0, 0, 0, 0, time.UTC)}
}

// decided is a dossier in which one thing was decided, and that is closed.
func decided(t *testing.T) *desk {
	s := newDesk(t, deciding())
	s.add("WHO", "Kim")
	s.put(form.Answer{Place: "WHO", State: form.Declined, Author: me()})
	s.closes("b")
	s.add("D", "phone practice")
	s.give("D", pick("thing1"))
	s.promised(" | ")
	s.give("WHEN@thing1", onDay(9, 1))
	s.promised("WHEN@thing1 1/9/27 | ")
	s.give("OWNER@thing1", pick("rp1"))
	s.promised("WHEN@thing1 1/9/27 rp1 | ")
	s.give("WAY", pick("on"))
	s.give("AT", onDay(8, 1))
	return s
}

// TestPromises: what has a date is followed up; it is moved, kept or given up
// without a change to what was answered, and each of that stands in the log.
func TestPromises(t *testing.T) {
	s := decided(t)
	s.give("WHEN@thing1", onDay(10, 1))
	s.promised("WHEN@thing1 1/10/27 rp1 | ")
	s.closes("closed")
	before := len(s.look().Head().Closed)
	s.do("move", func(d *form.Dossier) { d.Postpone("WHEN@thing1", onDay(11, 2).Date, me()) })
	s.promised("WHEN@thing1 2/11/27 rp1 | thing1 postponed 2/11/27")
	s.do("keep", func(d *form.Dossier) { d.Settle("WHEN@thing1", form.Kept, me()) })
	s.promised("WHEN@thing1 2/11/27 rp1 kept | thing1 postponed 2/11/27, thing1 kept 2/11/27")
	s.do("nothing", func(d *form.Dossier) { d.Settle("WHEN@thing9", form.Kept, me()) })
	if h := s.look().Head(); len(h.Closed) != before || !s.look().Answer("WHEN@thing1").Value.Date.Equal(onDay(10, 1).Date) {
		t.Error("the answer was touched, or what was closed is open")
	}
}

// TestAnotherDateIsPromisedAnew: an answer that says another day counts more than
// what became of the former one; who is named changes nothing about it.
func TestAnotherDateIsPromisedAnew(t *testing.T) {
	s := decided(t)
	s.do("give up", func(d *form.Dossier) { d.Settle("WHEN@thing1", form.GivenUp, me()) })
	s.give("OWNER@thing1", pick("rp1"))
	s.promised("WHEN@thing1 1/9/27 rp1 given up | thing1 given up 1/9/27")
	s.give("WHEN@thing1", onDay(12, 1))
	s.promised("WHEN@thing1 1/12/27 rp1 | thing1 given up 1/9/27")
	s.archive("thing1")
	s.promised(" | thing1 given up 1/9/27")
	s.restore("thing1")
	s.promised("WHEN@thing1 1/12/27 rp1 | thing1 given up 1/9/27")
}

// TestPromisesOutliveTheCycle: what was decided in a cycle falls due in the next.
func TestPromisesOutliveTheCycle(t *testing.T) {
	s := decided(t)
	s.closes("closed")
	s.nextCycle("on", true)
	s.promised("WHEN@thing1 1/9/27 rp1 | ")
	s.do("keep", func(d *form.Dossier) { d.Settle("WHEN@thing1", form.Kept, me()) })
	s.put(form.Answer{Place: "WHO", State: form.Declined, Author: me()})
	s.closes("b")
	s.add("D", "another")
	s.give("WHEN@thing2", onDay(12, 1))
	s.promised("WHEN@thing1 1/9/27 rp1 kept, WHEN@thing2 1/12/27 | thing1 kept 1/9/27")
	if got := s.look().Label("thing1", "en"); got != "phone practice" {
		t.Errorf("it is called %q", got)
	}
}

// TestPromiseLinks: only a date asked of an item can be followed up.
func TestPromiseLinks(t *testing.T) {
	q := deciding()
	ask(q, "AT").Follow = &form.Follow{}
	ask(q, "WHEN").Follow.Who = "thing.deadline"
	faults := fmt.Sprint(q.Link())
	for _, want := range []string{"only a date that is asked of an item", "has to be a question of type ref"} {
		if !strings.Contains(faults, want) {
			t.Errorf("no fault says %q: %s", want, faults)
		}
	}
}
