package flows

import (
	"slices"
)

// Seated gives the session as it is in another dossier that its person
// accompanies: nothing of the talk about the former one is on the table any
// more. It is false where there is no seat in that dossier, or the talk is there
// already.
func (s Session) Seated(dossier string) (Session, bool) {
	at := slices.IndexFunc(s.Seats, func(t Seat) bool { return t.Dossier == dossier })
	if at < 0 || s.Dossier == dossier {
		return s, false
	}
	s = s.withSeat()
	s.Dossier, s.Person, s.Role, s.Mode = dossier, s.Seats[at].Person, RoleAccompanist, Home
	s.Respondent, s.Place, s.Expects, s.Card, s.Module = "", "", Expects{}, "", nil
	s.Focus, s.Picks, s.Held, s.Trail, s.Menu, s.Desk = nil, nil, nil, nil, nil, nil
	s.Tries, s.Revision, s.Since = 0, 0, 0
	return s, true
}

// WithSeat gives the session a seat in a dossier, and in the one it is in.
func (s Session) WithSeat(dossier string) Session {
	s = s.withSeat()
	if !slices.ContainsFunc(s.Seats, func(t Seat) bool { return t.Dossier == dossier }) {
		s.Seats = append(slices.Clone(s.Seats), Seat{Dossier: dossier})
	}
	return s
}

// withSeat notes who the person is in the dossier that the talk is about.
func (s Session) withSeat() Session {
	if s.Dossier == "" || !OutsideRole(s.Role) {
		return s
	}
	s.Seats = slices.Clone(s.Seats)
	here := Seat{Dossier: s.Dossier, Person: s.Person}
	if at := slices.IndexFunc(s.Seats, func(t Seat) bool { return t.Dossier == s.Dossier }); at >= 0 {
		s.Seats[at] = here
		return s
	}
	s.Seats = append(s.Seats, here)
	return s
}

// Parted gives the session as it is once its person has nothing to do with its
// dossier any more: nothing of that is on the table, and nothing is waited for.
// Who they are in the programme stays, and how they want to be spoken to;
// seats too, by whose numbers their buttons go.
func (s Session) Parted() Session {
	return Session{
		Address: s.Address, Member: s.Member, Seats: s.Seats, Lang: s.Lang, Zone: s.Zone, Mode: Welcome,
		Content: s.Content, Cards: s.Cards, Rhythm: s.Rhythm, Seen: s.Seen, Away: s.Away, Refused: s.Refused, Polls: s.Polls,
	}
}
