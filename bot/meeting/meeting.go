package meeting

import (
	"slices"
	"strconv"
	"time"

	"visesbot/bot"
	"visesbot/bot/cohort"
	"visesbot/bot/office"
	"visesbot/flows"
	"visesbot/flows/form"
)

// The tables of this room.
const (
	Meetings   = cohort.Meetings
	Attendance = "attendance" // MEETING/ENTERPRISE/PERSON
	Parking    = "parking"    // MEETING/…
)

// The states of a meeting.
const (
	draft     = "draft"
	planned   = cohort.Planned
	cancelled = "cancelled"
	held      = "held"
)

// meeting is an entry of the table, read.
type meeting struct {
	cohort.Entry
	at, end time.Time
}

func read(e cohort.Entry) meeting {
	return meeting{Entry: e, at: e.Moment("at"), end: e.Moment("end")}
}

func (m meeting) state() string { return m.Fields["state"] }

func (m meeting) alone() bool { return m.Fields["enterprise"] != "" }

// mailbox is where everything about it is written.
func mailbox(id string) bot.Address { return bot.Address(bot.OfficeChannel + ":" + verb + "-" + id) }

// find reads one meeting; false when there is none.
func find(v *office.Visit, id string) (meeting, bool, error) {
	all, err := v.Store().Below(v.Ctx, Meetings, id)
	if err != nil {
		return meeting{}, false, err
	}
	at := slices.IndexFunc(all, func(e cohort.Entry) bool { return e.ID == id && id != "" })
	if at < 0 {
		return meeting{}, false, nil
	}
	return read(all[at]), true, nil
}

// enterprises are those that a meeting is for.
func (m meeting) enterprises(p *cohort.Programme) []string {
	if m.alone() {
		return []string{m.Fields["enterprise"]}
	}
	c, _ := p.Find(cohort.Cohorts, m.Fields["cohort"])
	return c.List("enterprises")
}

// who is what a meeting is for, as people call it.
func (m meeting) who(p *cohort.Programme) string {
	if m.alone() {
		return p.Name(cohort.Enterprises, m.Fields["enterprise"])
	}
	return p.Name(cohort.Cohorts, m.Fields["cohort"])
}

// open tells whether the visitor may lead it, without a word.
func (m meeting) open(v *office.Visit) bool {
	if m.alone() {
		return v.Programme.Accompanies(v.Member.ID, m.Fields["enterprise"])
	}
	return v.Programme.Sees(v.Member.ID, m.Fields["cohort"])
}

// may asks whether the visitor may lead it, and refuses.
func (m meeting) may(v *office.Visit) bool {
	if m.alone() {
		return v.May(office.Guide, m.Fields["enterprise"])
	}
	return v.May(office.LeadMeeting, m.Fields["cohort"])
}

// appointment is how phones are told of it.
func (m meeting) appointment(off bool) *flows.Appointment {
	title := m.Fields["title"]
	return &flows.Appointment{
		ID: m.ID, At: m.at, End: m.end, Title: form.Text{FR: title, NL: title, EN: title},
		Place: m.Fields["place"], Link: m.Fields["link"], Cancelled: off,
	}
}

// sequence is how often it was changed since it was sent.
func (m meeting) sequence() int {
	n, _ := strconv.Atoi(m.Fields["seq"])
	return n
}

// when says when it is, in the visitor's time zone and language.
func (m meeting) when(v *office.Visit) string {
	from, until := m.at.In(v.Now().Location()), m.end.In(v.Now().Location())
	return v.Word("meet.when", "day", form.Day(from, v.Lang), "from", from.Format("15:04"), "until", until.Format("15:04"))
}
