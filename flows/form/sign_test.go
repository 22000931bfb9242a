package form_test

import (
	"testing"

	"visesbot/flows/form"
)

// A vote counts as one from outside management by the role that is known of
// the voter, not by none.
func TestVoteOfNoKnownRole(t *testing.T) {
	s := newDesk(t, team())
	s.add("WHO", "Kim")
	s.add("WHO", "Robin")
	s.give("WHO", pick("rp1", "rp2"))
	s.give("AIM", words("learn"))
	s.vote("rp1", "management", 4)
	s.vote("rp2", "", 2)
	s.gaps("votes:0!")
	if s.close(false); s.look().IsClosed("mandate") {
		t.Error("closed without a vote from outside")
	}
	s.vote("rp2", "worker", 2)
	s.gaps("")
}

// What is kept for an accompanist holds nobody up while there is none, and
// does once there is one.
func TestNobodyOfThatRole(t *testing.T) {
	s := newDesk(t, team())
	s.add("WHO", "Kim")
	s.add("WHO", "Robin")
	s.give("WHO", pick("rp1", "rp2"))
	s.give("AIM", words("learn"))
	s.vote("rp1", "management", 4)
	s.vote("rp2", "worker", 2)
	s.close(true)
	s.give("NEXT", yes())
	s.gaps("")
	s.do("join", func(d *form.Dossier) { d.Join(form.Person{Address: "a:1", Role: "accompanist"}) })
	s.gaps("SEEN")
	s.give("SEEN", yes())
	s.close(false)
	if s.look().Signed(false) != nil || s.look().Ended() {
		t.Error("it closes, or is signed, without the accompanist")
	}
}
