package digest

import (
	"time"

	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/workday"
)

// buttons are the five things that can be done below a digest.
func buttons(v *office.Visit, subject string) [][]flows.Button {
	return [][]flows.Button{
		{
			{Label: v.Word("digest.open"), Data: office.Press(verb, "open", subject), Kind: "primary"},
			{Label: v.Word("digest.write"), Data: office.Press(verb, "write", subject)},
		},
		{
			{Label: v.Word("digest.nudge"), Data: office.Press(verb, "nudge", subject)},
			{Label: v.Word("digest.book"), Data: office.Press(verb, "book", subject), Kind: "form"},
		},
		{{Label: v.Word("digest.snooze"), Data: office.Press(verb, "snooze", subject), Kind: "quiet"}},
	}
}

// open offers the dossiers of a cohort, to go into.
func (r Room) open(v *office.Visit, subject string) error {
	return r.which(v, subject, v.Word("digest.open.which"), flows.Button{}, "cohort", "open")
}

// write offers the enterprises of a cohort, to write to.
func (r Room) write(v *office.Visit, subject string) error {
	return r.which(v, subject, v.Word("digest.write.which"), flows.Button{Kind: "form"}, "thread", "to")
}

// nudge offers the enterprises of a cohort, to send a friendly word.
func (r Room) nudge(v *office.Visit, subject string) error {
	return r.which(v, subject, v.Word("digest.nudge.which"), flows.Button{}, verb, "nudged")
}

// which asks which enterprise of a cohort is meant, by buttons of one kind, and
// what is pressed then.
func (r Room) which(v *office.Visit, subject, ask string, b flows.Button, to, act string) error {
	if !v.May(office.ReadDigest, subject) {
		return nil
	}
	c, _ := v.Programme.Find(register.Cohorts, subject)
	card := flows.Card{Lines: []flows.Line{{Style: flows.Heading, Text: ask}}}
	for _, enterprise := range c.List("enterprises") {
		b.Label, b.Data = v.Programme.Name(register.Enterprises, enterprise), office.Press(to, act, enterprise)
		card.Buttons = append(card.Buttons, []flows.Button{b})
	}
	card.Buttons = append(card.Buttons, v.Home())
	v.Say(card)
	return nil
}

// snooze asks until when a digest may wait.
func (r Room) snooze(v *office.Visit, subject string) error {
	if !may(v, subject) {
		return nil
	}
	v.Tell(v.Word("digest.snooze.ask"), []flows.Button{
		{Label: v.Word("digest.snooze.day"), Data: office.Press(verb, "later", subject, "1")},
		{Label: v.Word("digest.snooze.week"), Data: office.Press(verb, "later", subject, "7")},
	})
	return nil
}

// later shows a digest once more, in a day or a week, at the hour of the plan.
func (r Room) later(v *office.Visit, subject string) error {
	if !may(v, subject) {
		return nil
	}
	s, err := settingOf(v, v.Member.ID, subject)
	if err != nil {
		return err
	}
	days := 1
	if args := v.Args(); len(args) == 3 && args[2] == "7" {
		days = 7
	}
	at := s.at(v, v.Now().AddDate(0, 0, days))
	v.Wait(office.Press(verb, "again", subject), at)
	v.Tell(v.Word("digest.snoozed", "day", Speech{v.Script, v.Lang, v.Now().Location()}.day(at)), v.Home())
	return nil
}

// again shows a digest that was put off.
func (r Room) again(v *office.Visit, subject string) error {
	if !reads(v, subject) {
		return nil
	}
	if at := open(v, v.Now()); at.After(v.Now()) {
		v.Wait(office.Press(verb, "again", subject), at)
		return nil
	}
	return r.now(v, subject)
}

// at is the hour of the plan on a day, or on the next working day.
func (s setting) at(v *office.Visit, day time.Time) time.Time {
	return workday.At(workday.Civil(day), workday.Rhythm{Hour: s.Hour}, country(v), day.Location())
}
