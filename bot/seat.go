package bot

import (
	"strconv"
	"strings"

	"visesbot/flows"
)

// Somebody who accompanies several enterprises has one conversation and a seat
// in each dossier. What the talk is about is the dossier of Session.Dossier;
// buttons of theirs end in seatMark and the number of the seat, so that one
// pressed later is about the dossier it was shown for.
const seatMark = "^"

// maxPressed is how long the data of a button may be, with its seat.
const maxPressed = maxPress

// seated takes the event to the dossier that it is about: that of the button,
// or of the note.
func seated(c Claim, ev flows.Event) (Claim, flows.Event) {
	if in := ev.Invite; in != nil && in.Role == flows.RoleAccompanist && c.Session.Role == in.Role && in.Dossier != "" {
		c.Session, _ = c.Session.WithSeat(in.Dossier).Seated(in.Dossier)
		return c, ev
	}
	if len(c.Session.Seats) == 0 {
		return c, ev
	}
	to := ""
	if ev.Note != nil {
		to = ev.Note.Dossier
	}
	if data, seat, ok := strings.Cut(ev.Press, seatMark); ok {
		ev.Press = data
		if n, err := strconv.Atoi(seat); err == nil && n >= 0 && n < len(c.Session.Seats) {
			to = c.Session.Seats[n].Dossier
		}
	}
	if s, ok := c.Session.Seated(to); ok {
		c.Session = s
	}
	return c, ev
}

// WithoutSeat is the data of a button as it was before it said which dossier it
// is about.
func WithoutSeat(press string) string {
	data, _, _ := strings.Cut(press, seatMark)
	return data
}

// seatOf is what the buttons of a conversation end in; empty for who has one
// dossier.
func seatOf(s flows.Session) string {
	if len(s.Seats) < 2 {
		return ""
	}
	for i, seat := range s.Seats {
		if seat.Dossier == s.Dossier {
			return seatMark + strconv.Itoa(i)
		}
	}
	return ""
}

// mark lets the buttons of a message say which dossier they are about.
func mark(m Message, seat string) Message {
	if seat == "" || len(m.Buttons) == 0 {
		return m
	}
	rows := make([][]flows.Button, len(m.Buttons))
	for i, row := range m.Buttons {
		rows[i] = make([]flows.Button, len(row))
		for j, button := range row {
			if len(button.Data)+len(seat) <= maxPressed {
				button.Data += seat
			}
			rows[i][j] = button
		}
	}
	m.Buttons = rows
	return m
}
