package meeting

import (
	"slices"
	"strings"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/parse"
)

const verb = "meet"

// Room is where meetings are planned and led.
type Room struct{}

// Verb is "meet".
func (Room) Verb() string { return verb }

// Commands are what partners type for it.
func (Room) Commands() []parse.Command { return []parse.Command{parse.Meetings} }

// Front leads to the meetings of who may plan some.
func (Room) Front(v *office.Visit) ([]flows.Line, [][]flows.Button, error) {
	if len(v.Programme.CohortsOf(v.Member.ID)) == 0 {
		return nil, nil, nil
	}
	return nil, [][]flows.Button{{{Label: v.Word("meet.list"), Data: office.Press(verb, "list")}}}, nil
}

// Serve does what is asked about meetings.
func (r Room) Serve(v *office.Visit) error {
	if v.Address.Channel() == bot.OfficeChannel {
		return written(v)
	}
	args := append(v.Args(), "", "")
	if v.Event.Kind == flows.Said && v.Event.Under != "" {
		id, _, _ := strings.Cut(v.Arg, "-")
		return r.of(v, "said", id, "")
	}
	switch {
	case v.Press == "" || args[0] == "list":
		return list(v)
	case args[0] == "new":
		return plan(v, v.ID(), register.Entry{})
	case args[0] == "guide" || args[0] == "time" || args[0] == "fix":
		return guidance(v, args[0], args[1], args[2])
	}
	return r.of(v, args[0], args[1], args[2])
}

// of does something about one meeting.
func (r Room) of(v *office.Visit, act, id, arg string) error {
	m, ok, err := find(v, id)
	if err != nil {
		return err
	}
	if !ok || m.State() == "dropped" {
		v.Tell(v.Word("meet.gone"), v.Home())
		return nil
	}
	if !m.may(v) {
		return nil
	}
	switch act {
	case "edit":
		return plan(v, m.ID, m.Entry)
	case "send", "drop":
		return decide(v, m, act)
	case "cancel":
		return really(v, m)
	case "run":
		return runSheet(v, m, arg)
	case "fresh":
		return fresh(v, m)
	case "off", "here", "push", "poll", "shut", "park", "said", "end", "hours":
		return lead(v, m, act, arg)
	}
	return show(v, m, false)
}

// list shows what is to come, and leads to planning.
func list(v *office.Visit) error {
	entries, err := v.Store().Entries(v.Ctx, Meetings)
	if err != nil {
		return err
	}
	if len(v.Programme.CohortsOf(v.Member.ID)) == 0 {
		v.May(office.LeadMeeting, "")
		return nil
	}
	var own []meeting
	for _, e := range entries {
		m := read(e)
		mine := m.State() == draft && m.Fields["by"] == v.Member.ID
		if mine || m.State() == planned && m.open(v) && m.End.After(v.Now().AddDate(0, 0, -7)) {
			own = append(own, m)
		}
	}
	slices.SortStableFunc(own, func(a, b meeting) int { return a.At.Compare(b.At) })
	text := v.Word("meet.list.title")
	if len(own) == 0 {
		text = v.Word("meet.list.none")
	}
	var rows [][]flows.Button
	for _, m := range own[:min(len(own), 12)] {
		rows = append(rows, []flows.Button{{Label: m.Fields["title"] + " · " + m.when(v), Data: office.Press(verb, "show", m.ID)}})
	}
	rows = append(rows, []flows.Button{{Label: v.Word("meet.plan"), Data: office.Press(verb, "new"), Kind: "form"}})
	if v.Member.Fields["role"] == register.Accompanist {
		rows = append(rows, []flows.Button{{Label: v.Word("meet.guide"), Data: office.Press(verb, "guide"), Kind: "quiet"}})
	}
	v.Tell(text, append(rows, v.Home())...)
	return nil
}
