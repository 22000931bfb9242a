package digest

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"time"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
)

// Table is the table of who gets which digest, and when: MEMBER/SUBJECT, where
// the subject is a cohort or [All].
const Table = "digests"

// All is the subject of a digest that is about more than one cohort: that of a
// trainer, and that of the coordination.
const All = "all"

// setting is how somebody gets a digest, and what they got last. Only their own
// conversation writes it.
type setting struct {
	register.Entry
	Plan
	Off     bool
	Address bot.Address // where it is sent
	Card    string      // that shows the last one; empty: there was nothing to report
	Next    time.Time   // when the next one is to come; past: it is late
	Since   time.Time   // what the last one is about
	Sent    time.Time
	Lang    string // in which it is written; empty: the reader's
	Mark    marks  // of what it says
	Was     marks  // of what it said before the visit that wrote this
	Checks  int    // how often it was looked at since
	Looked  time.Time
	Visit   string // that wrote this
}

// settingOf reads the setting of a member; the usual one, if there is none.
func settingOf(v *office.Visit, member, subject string) (setting, error) {
	s := setting{
		Plan:  Usual(),
		Off:   !given(subject),
		Entry: register.Entry{Table: Table, ID: member + "/" + subject, Fields: map[string]string{}},
	}
	found, err := v.Store().Below(v.Ctx, Table, s.ID)
	if err != nil {
		return s, fmt.Errorf("read how somebody gets a digest: %w", err)
	}
	at := slices.IndexFunc(found, func(e register.Entry) bool { return e.ID == s.ID })
	if at < 0 {
		return s, nil
	}
	s.Entry = found[at]
	f := s.Fields
	if day, err := strconv.Atoi(f["day"]); err == nil {
		s.Day = time.Weekday(day)
	}
	s.Hour = cmp.Or(s.Number("hour"), s.Hour)
	s.Off, s.Address, s.Lang, s.Card, s.Visit = f["state"] == "off", bot.Address(f["address"]), f["lang"], f["card"], f["visit"]
	s.Mark, s.Was = marksOf(f["mark"]), marksOf(f["was"])
	s.Next = s.Moment("next")
	s.Since, s.Sent, s.Looked, s.Checks = s.Moment("since"), s.Moment("sent"), s.Moment("looked"), s.Number("checks")
	return s, nil
}

// keep writes it down.
func (s setting) keep(v *office.Visit) error {
	f := map[string]string{
		"day": strconv.Itoa(int(s.Day)), "hour": strconv.Itoa(s.Hour), "address": string(s.Address), "card": s.Card,
		"next": written(s.Next), "since": written(s.Since), "sent": written(s.Sent), "mark": s.Mark.String(), "was": s.Was.String(), "visit": v.ID(),
		"checks": strconv.Itoa(s.Checks), "looked": written(s.Looked), "lang": s.Lang,
	}
	if s.Off {
		f["state"] = "off"
	}
	for name, value := range f {
		if value == "" {
			delete(f, name)
		}
	}
	return v.Keep(register.Entry{Table: s.Table, ID: s.ID, Fields: f})
}

func written(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

// speaks has the visit speak the language in which the digest is wanted.
func (s setting) speaks(v *office.Visit) { v.Lang = cmp.Or(s.Lang, v.Lang) }

// here tells whether the digest is sent to the conversation of the visit.
func (s setting) here(v *office.Visit) bool { return s.Address == "" || s.Address == v.Address }
