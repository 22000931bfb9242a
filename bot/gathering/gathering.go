package gathering

import (
	"slices"
	"strconv"
	"time"

	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/form"
)

// Gathering is an entry of the register that says when and where people come
// together, read.
type Gathering struct {
	register.Entry
	At, End time.Time
}

// Read reads an entry.
func Read(e register.Entry) Gathering {
	return Gathering{Entry: e, At: e.Moment("at"), End: e.Moment("end")}
}

// Find reads one by its id; false when there is none.
func Find(v *office.Visit, table, id string) (Gathering, bool, error) {
	all, err := v.Store().Below(v.Ctx, table, id)
	at := slices.IndexFunc(all, func(e register.Entry) bool { return e.ID == id && id != "" })
	if err != nil || at < 0 {
		return Gathering{}, false, err
	}
	return Read(all[at]), true, nil
}

// State is what has become of it.
func (g Gathering) State() string { return g.Fields["state"] }

// Sequence is how often it was changed since people were told of it.
func (g Gathering) Sequence() int {
	n, _ := strconv.Atoi(g.Fields["seq"])
	return n
}

// Appointment is how phones are told of it.
func (g Gathering) Appointment(off bool) *flows.Appointment {
	title := g.Fields["title"]
	return &flows.Appointment{
		ID: g.ID, At: g.At, End: g.End, Title: form.Text{FR: title, NL: title, EN: title},
		Place: g.Fields["place"], Link: g.Fields["link"], Cancelled: off,
	}
}

// Span says when it is, in the visitor's time zone and language.
func (g Gathering) Span(v *office.Visit) (day, from, until string) {
	at, end := g.At.In(v.Now().Location()), g.End.In(v.Now().Location())
	return form.Day(at, v.Lang), at.Format("15:04"), end.Format("15:04")
}
