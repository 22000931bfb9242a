package digest

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
)

// Nudges is the table of friendly words: by ENTERPRISE, when the last one was
// sent, and by whom.
const Nudges = "nudges"

// open is when somebody who accompanies may be written to, from t on.
func open(v *office.Visit, t time.Time) time.Time {
	return flows.Unasked(v.Session, country(v), t)
}

// nudgeNow sends a friendly word to the staff of an enterprise: once a week at
// most, whoever sends it, and not in the quiet hours.
func (r Room) nudgeNow(v *office.Visit, enterprise string) error {
	if !v.May(office.OpenDossier, enterprise) {
		return nil
	}
	name := v.Programme.Name(register.Enterprises, enterprise)
	last, err := v.Store().Below(v.Ctx, Nudges, enterprise)
	if err != nil {
		return fmt.Errorf("read when somebody was nudged: %w", err)
	}
	for _, n := range last {
		if n.ID == enterprise && n.Fields["visit"] != v.ID() && v.Now().Sub(n.Moment("at")) < week {
			v.Tell(v.Word("digest.nudge.already", "enterprise", name, "day", Speech{v.Script, v.Lang, v.Now().Location()}.day(n.Moment("at"))), v.Home())
			return nil
		}
	}
	to, err := r.staff(v, enterprise)
	if err != nil {
		return err
	}
	if len(to) == 0 {
		v.Tell(v.Word("digest.nudge.nobody", "enterprise", name), v.Home())
		return nil
	}
	for _, a := range to {
		at, err := v.Awake(enterprise, a)
		if err != nil {
			return err
		}
		v.Post(a, "nudge-"+v.ID(), flows.Note{
			Kind: flows.NoteNudge, Dossier: enterprise, Fields: map[string]string{"from": v.Member.Fields["name"]},
		}, at)
	}
	err = v.Keep(register.Entry{Table: Nudges, ID: enterprise, Fields: map[string]string{
		"at": written(v.Now()), "by": v.Member.ID, "visit": v.ID(),
	}})
	v.Tell(v.Word("digest.nudge.done", "enterprise", name), v.Home())
	return err
}

// staff are the conversations of the people of an enterprise.
func (Room) staff(v *office.Visit, enterprise string) (all []bot.Address, err error) {
	h, _, err := v.Head(enterprise)
	for _, p := range h.People {
		if p.Role != flows.RoleAccompanist && p.Delegate == "" && p.Address != "" {
			all = append(all, bot.Address(p.Address))
		}
	}
	return all, err
}

// mostMinutes is the longest that can be booked at once, and mostNote the
// longest note.
const (
	mostMinutes = 24 * 60
	mostNote    = 280
)

// book keeps an hour of guidance that was filled in.
func (r Room) book(v *office.Visit, subject string) error {
	enterprise := v.Field("enterprise")
	if v.Fields == nil || !v.May(office.ReadDigest, subject) || !v.May(office.OpenDossier, enterprise) {
		return nil
	}
	minutes, _ := strconv.Atoi(strings.TrimSpace(v.Field("minutes")))
	day, err := time.Parse(time.DateOnly, strings.TrimSpace(v.Field("date")))
	if err != nil || minutes < 1 || minutes > mostMinutes {
		v.Tell(v.Word("digest.book.wrong"), []flows.Button{
			{Label: v.Word("digest.book"), Data: office.Press(verb, "book", subject), Kind: "form"},
		}, v.Home())
		return nil
	}
	entry := register.Entry{Table: register.Hours, ID: enterprise + "/" + v.ID(), Fields: map[string]string{
		"minutes": strconv.Itoa(minutes), "day": day.Format(time.DateOnly), "by": v.Member.ID,
	}}
	if note := clip(strings.TrimSpace(v.Field("note")), mostNote); note != "" {
		entry.Fields["note"] = note
	}
	if err := v.Keep(entry); err != nil {
		return err
	}
	return r.booked(v, enterprise, minutes)
}

// booked says how many hours are used now.
func (Room) booked(v *office.Visit, enterprise string, minutes int) error {
	all, err := v.Store().Below(v.Ctx, register.Hours, enterprise+"/")
	if err != nil {
		return fmt.Errorf("read hours of guidance: %w", err)
	}
	e, _ := v.Programme.Find(register.Enterprises, enterprise)
	s := Speech{v.Script, v.Lang, v.Now().Location()}
	v.Tell(v.Word("digest.booked", "time", s.hours(minutes), "enterprise", v.Programme.Name(register.Enterprises, enterprise),
		"hours", s.hoursOf(register.Minutes(all), e.Guidance())), v.Home())
	return nil
}
