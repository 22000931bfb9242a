package form_test

import (
	"fmt"
	"slices"
	"testing"

	"visesbot/flows/form"
	. "visesbot/flows/form/formtest"
)

// TestNestedItems: the places of an item come with it, go with it, and come
// back with their answers; a loop outside that of its parents asks for all.
func TestNestedItems(t *testing.T) {
	s := newDesk(t, portrait())
	s.add("Q1", "neighbours")
	s.add("Q1", "workers")
	s.add("Q3@st1", "quiet")
	s.add("Q3@st1", "contact")
	s.add("Q3@st2", "skills")
	s.open("Q1 Q2@st1 Q3@st1 Q2@st2 Q3@st2 Q4@st1/ch1 Q4@st1/ch2 Q4@st2/ch1")

	s.give("Q2@st1", n(4))
	s.give("Q4@st1/ch2", no())
	if hanging := fmt.Sprint(s.look().Hanging("st1")); hanging != "[Q2@st1 Q4@st1/ch2]" {
		t.Errorf("on st1 hang %s", hanging)
	}
	s.want(map[form.Place]form.Status{"Q5": form.Undecided})

	s.archive("st1")
	s.open("Q1 Q2@st2 Q3@st2 Q4@st2/ch1")
	s.want(map[form.Place]form.Status{"Q4@st1/ch2": form.Irrelevant})

	s.restore("st1")
	s.open("Q1 Q3@st1 Q2@st2 Q3@st2 Q4@st1/ch1 Q4@st2/ch1")
	if a := s.look().Answer("Q4@st1/ch2"); a.Archived || a.Value.Choices[0] != "no" {
		t.Errorf("the answer came back as %+v", a)
	}
}

func (s *desk) open(want string) {
	s.t.Helper()
	if got := fmt.Sprint(s.look().Recount()); got != "["+want+"]" {
		s.t.Fatalf("open are %s, want [%s]", got, want)
	}
}

// TestItemIDsAreNeverUsedAgain: a new item after a removed one is another.
func TestItemIDsAreNeverUsedAgain(t *testing.T) {
	s := newDesk(t, portrait())
	s.add("Q1", "neighbours")
	s.archive("st1")
	if p := s.add("Q1", "workers"); p != "st2" {
		t.Errorf("the new item is %s", p)
	}
}

// TestMostItems: an item too many is refused with a reason.
func TestMostItems(t *testing.T) {
	st := Items("st", nil)
	st.Max = 1
	s := newDesk(t, Make([]*form.Collection{st}, Phase("p", adding("Q1", st))))
	s.add("Q1", "one")
	s.do("one too many", func(d *form.Dossier) {
		if _, err := d.Add("Q1", "two", me()); err == nil {
			t.Error("a second item was made")
		}
		if _, err := d.Add("Q9", "two", me()); err == nil {
			t.Error("an item was made by a question that is not there")
		}
	})
}

// TestTicksAreItems: a tick makes an item, taking it back archives the item,
// ticking again brings the same one back with its answers.
func TestTicksAreItems(t *testing.T) {
	pr := Items("pr", nil)
	q := Make([]*form.Collection{pr}, Phase("p",
		Ask("WAYS", form.Multi, Adds(pr), Options("x", "y", "z")),
		Loop(pr, "", Ask("HOW", form.ShortTxt)),
	))
	s := newDesk(t, q)
	s.give("WAYS", pick("x", "z"))
	s.open("HOW@pr1 HOW@pr2")
	s.give("HOW@pr2", words("by hand"))
	s.give("WAYS", pick("x", "y"))
	s.open("HOW@pr1 HOW@pr3")
	s.give("WAYS", pick("z"))
	s.open("")
	if a := s.look().Answer("HOW@pr2"); a.Archived || s.look().Label("pr2", "fr") != "z" {
		t.Errorf("z came back as %q with %+v", s.look().Label("pr2", "fr"), a)
	}
}

// TestFilteredLoop: only items that pass are asked about.
func TestFilteredLoop(t *testing.T) {
	st := Items("st", nil)
	q := Make([]*form.Collection{st}, Phase("p",
		adding("LIST", st),
		Loop(st, "", Ask("IN", form.YesNo, Name("inside"))),
		Loop(st, "st.inside", Ask("MORE", form.ShortTxt)),
	))
	s := newDesk(t, q)
	s.add("LIST", "one")
	s.add("LIST", "two")
	s.give("IN@st1", yes())
	s.give("IN@st2", no())
	s.open("LIST MORE@st1")
	s.give("MORE@st1", words("kept"))
	s.give("IN@st1", no())
	s.give("IN@st2", yes())
	s.open("LIST MORE@st2")
}

// TestItemsOfAClosedBranch: items named at a question that is not asked any
// more are not asked about, not counted and not offered.
func TestItemsOfAClosedBranch(t *testing.T) {
	st := Items("st", nil)
	q := Make([]*form.Collection{st}, Phase("p",
		Ask("A", form.YesNo, Name("a")),
		Ask("LIST", form.Repeat, Adds(st), When("a")),
		Loop(st, "", Ask("IN", form.YesNo)),
		Ask("MANY", form.YesNo, When("size(sts) > 0")),
		Ask("WHICH", form.Ref, Of(st)),
	))
	s := newDesk(t, q)
	s.give("A", yes())
	s.add("LIST", "one")
	s.open("LIST IN@st1 MANY WHICH")
	which, _ := q.Question("WHICH")
	if got := s.look().Choosable(which, "WHICH"); !slices.Equal(got, []form.Path{"st1"}) {
		t.Errorf("to choose from: %v", got)
	}
	s.give("A", no())
	s.open("WHICH")
	if got := s.look().Choosable(which, "WHICH"); len(got) > 0 {
		t.Errorf("to choose from: %v", got)
	}
}
