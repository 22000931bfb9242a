package form

import (
	"errors"
	"slices"
	"strconv"
	"time"
)

// Ticket is an invitation that somebody of the enterprise made: for one
// person, once, until a day. The code that opens it stands elsewhere.
type Ticket struct {
	ID          string    `json:"id,nocopy"`         // "i1"
	Respondent  string    `json:"respondent,nocopy"` // who is invited
	Stakeholder Path      `json:"stakeholder,omitempty,nocopy"`
	Role        string    `json:"role,omitempty,nocopy"`
	By          Author    `json:"by"`
	At          time.Time `json:"at"`
	Until       time.Time `json:"until"`
	Used        string    `json:"used,omitempty,nocopy"` // address that it let in
}

// TicketTime is how long an invitation can be used.
const TicketTime = 14 * 24 * time.Hour

// RecordInvite is the kind of record of an invitation.
const RecordInvite = "invitation made"

// Why a ticket lets nobody in.
var (
	ErrUsed    = errors.New("the invitation was used by somebody else: ask for another one")
	ErrExpired = errors.New("the invitation is too old: ask for another one")
)

// Issue makes a ticket, and ends every other one of the same respondent that
// nobody has used.
func (d *Dossier) Issue(t Ticket, by Author) Ticket {
	h := d.changedHead()
	t.ID = "i" + strconv.FormatInt(h.Records+1, 10)
	t.By, t.At, t.Until = by, d.now, d.now.Add(TicketTime)
	h.Tickets = slices.DeleteFunc(slices.Clone(h.Tickets), func(o Ticket) bool {
		return o.Respondent == t.Respondent && o.Used == ""
	})
	h.Tickets = append(h.Tickets, t)
	d.record(Record{Kind: RecordInvite, Author: by, Item: &ItemMade{Path: Path(t.Respondent)}})
	return t
}

// Redeem lets the person at an address in by a ticket. The same person may come
// again.
func (d *Dossier) Redeem(id, address string) (Ticket, error) {
	i := slices.IndexFunc(d.head.Tickets, func(t Ticket) bool { return t.ID == id })
	if i < 0 {
		return Ticket{}, ErrExpired // another one took its place
	}
	t := d.head.Tickets[i]
	switch {
	case t.Used == address:
		return t, nil
	case t.Used != "" || d.PersonOf(t.Respondent) != nil:
		return Ticket{}, ErrUsed
	case d.now.After(t.Until) || d.gone(t.Respondent):
		return Ticket{}, ErrExpired
	}
	h := d.changedHead()
	h.Tickets = slices.Clone(h.Tickets)
	t.Used = address
	h.Tickets[i] = t
	return t, nil
}

// Delegate tells which stakeholder a respondent speaks for; "" for none.
func (d *documents) Delegate(respondent string) Path {
	for _, t := range d.head.Tickets {
		if t.Respondent == respondent && t.Stakeholder != "" {
			return t.Stakeholder
		}
	}
	return ""
}

// delegateMay tells whether a delegate may answer a place: what is asked of
// their stakeholder, and what was handed to them.
func (d *agenda) delegateMay(w Who, q *Question, path Path) bool {
	if q.Respond == Each || len(w.Only) > 0 && !slices.Contains(w.Only, q.ID) {
		return false
	}
	if a := d.current(At(q.ID, path)); a != nil && a.State == Delegated && a.To == w.Respondent {
		return true
	}
	return q.Delegate && len(q.Loop) > 0 && path.Prefix(1) == w.Stakeholder
}

// delegated counts the open places of a question that are a delegate's.
func (d *agenda) delegated(w Who, q *Question) int {
	n := 0
	if it := d.Item(w.Stakeholder); it == nil || !q.Delegate || q.Loop[0].ID != it.Collection {
		return 0
	}
	d.places(q, w.Stakeholder, func(p Place) {
		if slices.Contains(d.openAt(p.Path()), q.ID) {
			n++
		}
	})
	return n
}
