package digest

import (
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/parse"
)

// Room is the room of the office that sends digests.
type Room struct{}

const verb = "digest"

// Verb is "digest".
func (Room) Verb() string { return verb }

// Commands are what partners type for it.
func (Room) Commands() []parse.Command { return []parse.Command{parse.Digest} }

// Front leads to the room, and sees to it that everything that somebody gets is
// on its way: cohorts come and go.
func (r Room) Front(v *office.Visit) ([]flows.Line, [][]flows.Button, error) {
	if len(subjects(v)) == 0 {
		return nil, nil, nil
	}
	if err := r.arrange(v); err != nil {
		return nil, nil, err
	}
	return nil, [][]flows.Button{{{Label: v.Word("digest.room"), Data: office.Press(verb)}}}, nil
}

// Serve does what is asked of the room.
func (r Room) Serve(v *office.Visit) error {
	args := append(v.Args(), "", "", "")
	subject := args[1]
	switch {
	case v.Press == "":
		return r.written(v)
	case v.Event.Note != nil && args[0] == "changed":
		return r.changed(v)
	case args[0] == "begin":
		return r.arrange(v)
	case subject == "":
		return r.list(v)
	}
	act := map[string]func(*office.Visit, string) error{
		"weekly": r.weekly, "fresh": r.fresh, "again": r.again, "now": r.now, "when": r.when,
		"open": r.open, "write": r.write, "nudge": r.nudge, "nudged": r.nudgeNow, "book": r.book, "snooze": r.snooze, "later": r.later,
	}[args[0]]
	if act == nil {
		return r.list(v)
	}
	return act(v, subject)
}

// subjects are what the visitor gets digests about.
func subjects(v *office.Visit) (all []string) {
	switch v.Member.Fields["role"] {
	case register.Accompanist:
		for _, c := range v.Programme.CohortsOf(v.Member.ID) {
			all = append(all, c.ID)
		}
	case register.Trainer, register.Coordinator:
		all = append(all, All)
	}
	for _, pool := range register.Pools() {
		if v.Allowed(office.ReadPool, pool) {
			all = append(all, poolMark+pool)
		}
	}
	return all
}

// may tells whether the visitor may read about a subject; it says so if not.
func may(v *office.Visit, subject string) bool {
	if subject == All && v.Member.Fields["role"] == register.Trainer {
		return true
	}
	if subject == All {
		return v.May(office.SeeAll, "")
	}
	if pool, ok := poolOf(subject); ok {
		return v.May(office.ReadPool, pool)
	}
	return v.May(office.ReadDigest, subject)
}

// list offers what there is, and when it comes.
func (r Room) list(v *office.Visit) error {
	if err := r.arrange(v); err != nil {
		return err
	}
	c := flows.Card{Lines: []flows.Line{{Style: flows.Heading, Text: v.Word("digest.room")}}}
	for _, subject := range subjects(v) {
		s, err := settingOf(v, v.Member.ID, subject)
		if err != nil {
			return err
		}
		name := nameOf(v, subject)
		c.Lines = append(c.Lines, bullet(when(v, s, name)))
		c.Buttons = append(c.Buttons, []flows.Button{
			{Label: v.Word("digest.show", "cohort", name), Data: office.Press(verb, "now", subject)},
			{Label: v.Word("digest.when"), Data: office.Press(verb, "when", subject), Kind: "form"},
		})
	}
	if len(c.Buttons) == 0 {
		c.Lines = append(c.Lines, body(v.Word("digest.none")))
	}
	c.Buttons = append(c.Buttons, v.Home())
	v.Say(c)
	return nil
}

func nameOf(v *office.Visit, subject string) string {
	if subject == All {
		return v.Word("digest.all")
	}
	if pool, ok := poolOf(subject); ok {
		return v.Word("digest.pool." + pool)
	}
	return clip(v.Programme.Name(register.Cohorts, subject), mostName)
}

// when says when a digest comes, and in which language if it is not the
// reader's.
func when(v *office.Visit, s setting, name string) string {
	if s.Off {
		return v.Word("digest.off", "cohort", name)
	}
	text := v.Word("digest.comes", "cohort", name, "day", weekday(v, s.Day), "hour", clockOf(s.Hour))
	if s.Lang != "" && s.Lang != v.Lang {
		text += " · " + v.Word("digest.lang."+s.Lang)
	}
	return text
}

// written is what was typed: the command, or something below a digest.
func (r Room) written(v *office.Visit) error {
	if v.Event.Kind == flows.Said && v.Event.Under != "" {
		if subject := subjectOf(v.Arg); subject != All && subject != "" && given(subject) {
			return r.write(v, subject)
		}
	}
	return r.list(v)
}

// Greets has the digests of somebody who has come in begin.
func (Room) Greets(member register.Entry) string {
	switch member.Fields["role"] {
	case register.Accompanist, register.Trainer, register.Coordinator, register.Researcher:
		return office.Press(verb, "begin")
	}
	return ""
}
