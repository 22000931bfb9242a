package flows

import (
	"strings"
	"testing"
)

// What typed words would be for has another name after each change that makes
// them something else, and the same name as long as none does.
func TestTable(t *testing.T) {
	s := Session{Dossier: "d1", Place: "P1-16@st2/ch7", Revision: 2}
	was := s.Table()
	for name, change := range map[string]func(*Session){
		"another question": func(s *Session) { s.Place = "P1-17@st2/ch7" },
		"another item":     func(s *Session) { s.Place = "P1-16@st2/ch8" },
		"another answer":   func(s *Session) { s.Revision = 3 },
		"an aside":         func(s *Session) { s.Expects.Kind = ExpectComment },
		"another dossier":  func(s *Session) { s.Dossier = "d2" },
		"the office asks":  func(s *Session) { s.Desk = &Desk{Press: "o~push~p1", Field: "note"} },
	} {
		now := s
		if change(&now); now.Table() == was {
			t.Errorf("%s has the same name %q", name, was)
		}
	}
	s.Card, s.Cards, s.Tries, s.Picks = "c12", 12, 1, []string{"a"}
	if s.Table() != was {
		t.Errorf("the same question is called %q, and %q before", s.Table(), was)
	}
	s.Expects.Arg = strings.Repeat("x", 100)
	if len(s.Table()) > 64 {
		t.Errorf("%q is too long for a button", s.Table())
	}
}
