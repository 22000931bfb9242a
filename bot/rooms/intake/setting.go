package intake

import (
	"slices"
	"time"

	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/form"
)

// What the coordination asks for.
const (
	setting = "setting" // how the programme stands
	set     = "set"     // VALUE: open or closed
)

// The values of the setting.
const (
	opened = "open"
	closed = "closed"
)

// Front tells the coordination whether somebody can ask to take part, and leads to
// where that is changed.
func (Room) Front(v *office.Visit) (lines []flows.Line, rows [][]flows.Button, err error) {
	if !v.Allowed(office.OpenIntake, "") {
		return nil, nil, nil
	}
	return nil, [][]flows.Button{{{Label: v.Word("intake.setting"), Data: office.Press(verb, setting), Kind: "quiet"}}}, nil
}

// settle shows whether the programme is open for requests, after it was changed
// where that is asked for.
func (r Room) settle(v *office.Visit, args []string) error {
	if !v.May(office.OpenIntake, "") {
		return nil
	}
	if args[0] == set && len(args) == 2 && slices.Contains([]string{opened, closed}, args[1]) {
		err := v.Keep(register.Entry{Table: register.Settings, ID: register.SettingIntake, Fields: map[string]string{
			"value": args[1], "by": v.Member.ID, "at": v.Now().UTC().Format(time.RFC3339),
		}})
		if err != nil {
			return err
		}
	}
	return r.standing(v, args[0] == set)
}

// standing is the card of the setting: how it is, since when, and what it means.
func (Room) standing(v *office.Visit, inPlace bool) error {
	now, err := settingOf(v)
	if err != nil {
		return err
	}
	state, other := closed, opened
	if now.Fields["value"] == opened {
		state, other = opened, closed
	}
	card := flows.Card{ID: verb + "-" + setting, Replace: inPlace, Lines: []flows.Line{
		{Style: flows.Heading, Text: v.Word("intake.setting")},
		{Style: flows.Body, Text: v.Word("intake.now." + state)},
	}, Buttons: [][]flows.Button{
		{{Label: v.Word("intake.set." + other), Data: office.Press(verb, set, other)}}, v.Home(),
	}}
	if at := now.Moment("at"); !at.IsZero() {
		card.Lines = append(card.Lines, flows.Line{Style: flows.Hint, Text: v.Word("intake.since",
			"day", form.Day(at.In(v.Now().Location()), v.Lang), "who", v.Programme.Name(register.People, now.Fields["by"]))})
	}
	v.Say(card)
	return nil
}

// settingOf is the setting as it is kept; without an ID: nobody has changed it.
func settingOf(v *office.Visit) (register.Entry, error) {
	kept, err := v.Store().Below(v.Ctx, register.Settings, register.SettingIntake)
	if err != nil || len(kept) == 0 || kept[0].ID != register.SettingIntake {
		return register.Entry{}, err
	}
	return kept[0], nil
}
