package meeting

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/form"
)

// How many times of guidance are shown, and how many of them can be corrected
// from there.
const (
	timesShown  = 10
	timesMended = 3
)

// guidance shows the hours of the enterprises that somebody accompanies, of one,
// or adds to them.
func guidance(v *office.Visit, act, enterprise, id string) error {
	switch {
	case enterprise == "":
		return guidedAll(v)
	case !v.May(office.Guide, enterprise):
		return nil
	case v.Fields == nil || act == "guide":
		return guidedOne(v, enterprise)
	}
	e, there, err := noted(v, act, enterprise, id)
	if err != nil || !there {
		return errors.Join(err, guidedOne(v, enterprise))
	}
	minutes, ok := readMinutes(v.Field("minutes"))
	if act == "fix" && strings.TrimSpace(v.Field("minutes")) == "0" {
		minutes, ok = 0, true
	}
	if !ok {
		return wrongMinutes(v, office.Press(verb, act, enterprise, id))
	}
	e.Fields["minutes"], e.Fields["note"] = count(minutes), strings.TrimSpace(v.Field("note"))
	if err := v.Keep(e); err != nil {
		return err
	}
	return guidedOne(v, enterprise)
}

// noted is the time that is about to be kept: a new one, or one that is corrected
// and stays on its day; false where that one is not there any more.
func noted(v *office.Visit, act, enterprise, id string) (register.Entry, bool, error) {
	if act != "fix" {
		return guided(enterprise, v.ID(), map[string]string{"member": v.Member.ID}, v.Now()), true, nil
	}
	e, ok, err := timeOf(v, enterprise, id)
	e.Fields = maps.Clone(e.Fields)
	return e, ok, err
}

// timeOf finds a time that counts.
func timeOf(v *office.Visit, enterprise, id string) (register.Entry, bool, error) {
	all, err := guidanceOf(v, enterprise)
	at := slices.IndexFunc(all, func(e register.Entry) bool { return e.ID == enterprise+"/"+id })
	if at < 0 {
		return register.Entry{}, false, err
	}
	return all[at], true, nil
}

// guidanceOf is the times of an enterprise that count, the oldest first.
func guidanceOf(v *office.Visit, enterprise string) ([]register.Entry, error) {
	all, err := v.Store().Below(v.Ctx, register.Hours, enterprise+"/")
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(e register.Entry) bool { return e.Number("minutes") == 0 })
	slices.SortStableFunc(all, func(a, b register.Entry) int { return a.Moment("at").Compare(b.Moment("at")) })
	return all, nil
}

// guidedAll lists them.
func guidedAll(v *office.Visit) error {
	var rows [][]flows.Button
	for _, e := range v.Programme.All(register.Enterprises) {
		if v.Programme.Accompanies(v.Member.ID, e.ID) {
			rows = append(rows, []flows.Button{{Label: v.Programme.Name(register.Enterprises, e.ID), Data: office.Press(verb, "guide", e.ID)}})
		}
	}
	text := v.Word("meet.guide.which")
	if len(rows) == 0 {
		text = v.Word("cohorts.none")
	}
	v.Tell(text, append(rows, v.Home())...)
	return nil
}

func guidedOne(v *office.Visit, enterprise string) error {
	c := flows.Card{Lines: []flows.Line{{Style: flows.Heading, Text: v.Programme.Name(register.Enterprises, enterprise)}}}
	lines, err := budget(v, enterprise)
	if err != nil {
		return err
	}
	had, err := guidanceOf(v, enterprise)
	if err != nil {
		return err
	}
	c.Lines = append(c.Lines, lines...)
	c.Buttons = [][]flows.Button{{{Label: v.Word("meet.hours"), Data: office.Press(verb, "time", enterprise), Kind: "form"}}}
	for _, h := range had[max(0, len(had)-timesShown):] {
		c.Lines = append(c.Lines, flows.Line{Style: flows.Bullet, Text: v.Word("meet.hours.line",
			"day", dayOf(v, h), "time", spell(v, h.Number("minutes")), "note", h.Fields["note"])})
	}
	for _, h := range had[max(0, len(had)-timesMended):] {
		c.Buttons = append(c.Buttons, []flows.Button{mends(v, enterprise, h)})
	}
	c.Buttons = append(c.Buttons, v.Home())
	v.Say(c)
	return nil
}

// mends is the button that opens a time to be corrected.
func mends(v *office.Visit, enterprise string, h register.Entry) flows.Button {
	id := strings.TrimPrefix(h.ID, enterprise+"/")
	return flows.Button{
		Kind: "form", Data: office.Press(verb, "fix", enterprise, id),
		Label: v.Word("meet.hours.fix", "day", dayOf(v, h), "time", spell(v, h.Number("minutes"))),
	}
}

func dayOf(v *office.Visit, h register.Entry) string {
	return form.Day(h.Moment("at").In(v.Now().Location()), v.Lang)
}

// fixForm asks for a time anew, as it was kept.
func fixForm(v *office.Visit, enterprise, id string) (bot.Form, bool, error) {
	e, ok, err := timeOf(v, enterprise, id)
	if err != nil || !ok || !v.Programme.Accompanies(v.Member.ID, enterprise) {
		return bot.Form{}, false, err
	}
	f := hoursForm(v)
	f.Fields[0].Hint, f.Fields[0].Value = v.Word("meet.hours.zero"), []string{e.Fields["minutes"]}
	if note := e.Fields["note"]; note != "" {
		f.Fields[1].Value = []string{note}
	}
	return f, true, nil
}
