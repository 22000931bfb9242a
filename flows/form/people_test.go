package form_test

import (
	"fmt"
	"testing"

	"visesbot/flows/form"
	. "visesbot/flows/form/formtest"
)

// team is a questionnaire with respondents, a vote and an accompanist.
func team() *form.Questionnaire {
	rp := Items("respondent", nil)
	rp.Prefix = "rp"
	return Make([]*form.Collection{rp},
		Gate(Phase("mandate",
			Ask("AIM", form.ShortTxt, Name("aim")),
			Ask("EXTRA", form.ShortTxt, Optional),
			adding("WHO", rp),
			Loop(rp, "", Ask("VOTE", form.Scale5, Each(2, "management"))),
		), `aim != "none"`),
		Phase("diagnosis", Ask("SEEN", form.YesNo, For("accompanist")), Ask("NEXT", form.YesNo)),
	)
}

func who(respondent, role string) form.Who { return form.Who{Respondent: respondent, Role: role} }

func (s *desk) next(w form.Who, want form.Place) {
	s.t.Helper()
	if got, _ := s.look().Next(w); got != want {
		s.t.Fatalf("next for %v is %q, want %q", w, got, want)
	}
}

// TestEachAnswersForThemselves: a vote is asked of its respondent alone; what
// is for a role, of that role alone.
func TestEachAnswersForThemselves(t *testing.T) {
	s := newDesk(t, team())
	s.add("WHO", "Kim")
	s.add("WHO", "Robin")
	s.give("AIM", words("learn"))
	s.not("EXTRA", form.Declined)
	s.give("WHO", pick("rp1", "rp2"))
	s.next(who("rp1", "management"), "VOTE@rp1")
	s.next(who("rp2", "worker"), "VOTE@rp2")
	s.next(who("", "accompanist"), "")
	if core, optional := s.look().Left(who("rp1", "management")); core != 1 || optional != 0 {
		t.Errorf("left are %d and %d", core, optional)
	}
}

// TestWaiting: unknown comes back when due; what is handed over comes first for
// whoever it was handed to, and for nobody else; if they leave, it is open again.
func TestWaiting(t *testing.T) {
	s := newDesk(t, team())
	s.add("WHO", "Kim")
	s.add("WHO", "Robin")
	s.put(form.Answer{Place: "AIM", State: form.Unknown, Due: form.Due(s.now), Author: me()})
	s.next(who("rp1", "management"), "EXTRA")
	s.now = s.now.AddDate(0, 0, 8)
	s.next(who("rp1", "management"), "AIM")

	s.give("AIM", words("learn"))
	s.put(form.Answer{Place: "EXTRA", State: form.Delegated, To: "rp2", Author: me()})
	s.next(who("rp2", "worker"), "EXTRA")
	s.next(who("rp1", "management"), "WHO")
	s.next(form.Who{Respondent: "rp2", Role: "worker", Only: []string{"AIM"}}, "")
	s.archive("rp2")
	s.next(who("rp1", "management"), "EXTRA")
}

// TestGapsAndClosing: what a phase waits for, in words that can be acted on;
// then it closes, keeps a snapshot, and can be opened again.
func TestGapsAndClosing(t *testing.T) {
	s := newDesk(t, team())
	s.gaps("AIM WHO votes:2! first aim != \"none\"")
	s.add("WHO", "Kim")
	s.add("WHO", "Robin")
	s.give("WHO", pick("rp1", "rp2"))
	s.give("AIM", words("none"))
	s.vote("rp1", "management", 4)
	s.gaps("votes:1! first aim != \"none\"")
	s.vote("rp2", "management", 2)
	s.gaps("votes:0! first aim != \"none\"")
	s.vote("rp2", "worker", 2)
	s.give("AIM", words("learn"))
	s.gaps("")

	s.close(true)
	s.open("EXTRA SEEN NEXT")
	snap := s.mem.Snapshots()[0]
	if len(snap.Answers) != 4 || snap.Phase != "mandate" {
		t.Errorf("the snapshot is %+v", snap)
	}
	s.give("NEXT", yes())
	s.do("reopen", func(d *form.Dossier) { d.Reopen("mandate", "a mistake", me()) })
	s.open("EXTRA")
	s.give("AIM", words("improve"))
	s.close(true)
	s.open("EXTRA SEEN")
	if again := s.snapshot(snap.ID); len(s.mem.Snapshots()) != 2 || again.Answers[0].Answer.Value.Text != "learn" {
		t.Errorf("of %d snapshots the first is now %+v", len(s.mem.Snapshots()), again)
	}
	if s.give("SEEN", yes()); !s.look().IsClosed("mandate") || s.look().Ended() {
		t.Error("the mandate is not closed, or the cycle has ended")
	}
	s.close(true)
	if s.close(false); !s.look().Ended() {
		t.Error("the cycle has not ended")
	}
}

func (s *desk) snapshot(id string) form.Snapshot {
	for _, snap := range s.mem.Snapshots() {
		if snap.ID == id {
			return snap
		}
	}
	return form.Snapshot{}
}

func (s *desk) vote(respondent, role string, value float64) {
	s.t.Helper()
	by := me()
	by.Respondent, by.Role = respondent, role
	s.put(form.Answer{Place: form.At("VOTE", form.Path(respondent)), State: form.Given, Value: n(value), Author: by})
}

func (s *desk) gaps(want string) {
	s.t.Helper()
	got := ""
	for _, g := range s.look().Gaps() {
		switch {
		case g.Rule != nil:
			got += g.Rule.Say.EN
		case g.Votes != nil:
			got += fmt.Sprintf("votes:%d", g.Missing)
			if g.Outside != "" {
				got += "!"
			}
		default:
			got += string(g.Place)
		}
		got += " "
	}
	if got != want && got != want+" " {
		s.t.Fatalf("gaps are %q, want %q", got, want)
	}
}

func (s *desk) close(want bool) {
	s.t.Helper()
	s.do("close", func(d *form.Dossier) {
		if d.Close("diagnosis", me()) != want {
			s.t.Fatalf("closing gave %v: %+v", !want, d.Gaps())
		}
	})
}

// TestDivergence: two answers stand side by side until there is a new one.
func TestDivergence(t *testing.T) {
	s := newDesk(t, team())
	s.give("AIM", words("learn"))
	s.do("differ", func(d *form.Dossier) { d.Differ("AIM", words("account"), form.Author{Person: "p2"}) })
	a := s.look().Answer("AIM")
	if a.Value.Text != "learn" || len(a.Differs) != 1 || a.Differs[0].Value.Text != "account" || a.Revision != 2 {
		t.Errorf("the answer is %+v", a)
	}
	s.give("AIM", words("both"))
	if len(s.look().Answer("AIM").Differs)+len(s.look().Head().Differ) > 0 {
		t.Error("they still differ")
	}
}

// TestJoining: joining again keeps who somebody is.
func TestJoining(t *testing.T) {
	s := newDesk(t, team())
	s.do("join", func(d *form.Dossier) {
		d.Join(form.Person{Address: "phone", Lang: "nl"})
		if _, err := d.Enrol("p1", "Kim", me()); err != nil {
			t.Error(err)
		}
	})
	s.do("join again", func(d *form.Dossier) { d.Join(form.Person{Address: "phone", Lang: "fr"}) })
	p := s.look().PersonOf("rp1")
	if p == nil || p.ID != "p1" || p.Lang != "fr" || s.look().PersonOf("rp2") != nil || s.look().Person("p9") != nil {
		t.Errorf("rp1 is %+v", p)
	}
}
