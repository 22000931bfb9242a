package meeting

import (
	"visesbot/bot"
	"visesbot/bot/gathering"
	"visesbot/bot/office"
	"visesbot/bot/register"
)

// The tables of this room.
const (
	Meetings   = register.Meetings
	Attendance = "attendance" // MEETING/ENTERPRISE/PERSON
	Parking    = "parking"    // MEETING/…
)

// The states of a meeting.
const (
	draft     = "draft"
	planned   = register.Planned
	cancelled = "cancelled"
	held      = "held"
)

// meeting is an entry of the table, read.
type meeting struct{ gathering.Gathering }

func read(e register.Entry) meeting { return meeting{gathering.Read(e)} }

func (m meeting) alone() bool { return m.Fields["enterprise"] != "" }

// mailbox is where everything about it is written.
func mailbox(id string) bot.Address { return bot.Address(bot.OfficeChannel + ":" + verb + "-" + id) }

// find reads one meeting; false when there is none.
func find(v *office.Visit, id string) (meeting, bool, error) {
	g, ok, err := gathering.Find(v, Meetings, id)
	return meeting{g}, ok, err
}

// enterprises are those that a meeting is for.
func (m meeting) enterprises(p *register.Programme) []string {
	if m.alone() {
		return []string{m.Fields["enterprise"]}
	}
	c, _ := p.Find(register.Cohorts, m.Fields["cohort"])
	return c.List("enterprises")
}

// who is what a meeting is for, as people call it.
func (m meeting) who(p *register.Programme) string {
	if m.alone() {
		return p.Name(register.Enterprises, m.Fields["enterprise"])
	}
	return p.Name(register.Cohorts, m.Fields["cohort"])
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

// when says when it is, in the visitor's time zone and language.
func (m meeting) when(v *office.Visit) string {
	day, from, until := m.Span(v)
	return v.Word("meet.when", "day", day, "from", from, "until", until)
}

// calendar is what people's own calendars show of it.
func (m meeting) calendar(v *office.Visit) gathering.Page {
	return gathering.Page{
		UID: "meeting-" + m.ID + "@visesbot", Who: m.who(v.Programme), Off: m.State() == cancelled,
		Kind: func(lang string) string { return v.WordIn(lang, "meet.kind."+m.Fields["kind"]) },
	}
}
