package meeting

import (
	"strings"
	"time"

	"visesbot/bot/office"
	"visesbot/flows"
)

// maxParked is how long a line that is put aside may be.
const maxParked = 500

// lead hands what is pressed in a meeting to its mailbox.
func lead(v *office.Visit, m meeting, act, arg string) error {
	if m.State() == draft || m.State() == cancelled || m.State() == held && act != "hours" {
		return show(v, m, false)
	}
	needs := map[string]bool{"here": true, "park": true, "end": true, "hours": true}
	if needs[act] && v.Fields == nil {
		return show(v, m, false)
	}
	switch act {
	case "off":
		return post(v, m, "cancel", map[string]string{})
	case "here":
		return post(v, m, act, map[string]string{"here": strings.Join(v.Fields["here"], " ")})
	case "push":
		step, block, _ := strings.Cut(arg, ".")
		return inRoom(v, m, act, map[string]string{"block": block, "step": step})
	case "poll":
		return inRoom(v, m, act, map[string]string{})
	case "park", "said":
		return park(v, m)
	case "end":
		return ending(v, m)
	case "hours":
		return report(v, m)
	}
	return post(v, m, act, map[string]string{})
}

// inRoom wants somebody to be there before something is brought to the phones.
func inRoom(v *office.Visit, m meeting, act string, fields map[string]string) error {
	all, err := people(v, m)
	if err != nil {
		return err
	}
	if len(room(all)) == 0 {
		v.Tell(v.Word("meet.nobody"),
			[]flows.Button{{Label: v.Word("meet.here"), Data: office.Press(verb, "here", m.ID), Kind: "form"}}, v.Home())
		return nil
	}
	return post(v, m, act, fields)
}

// park takes a line from the form, or from below a card.
func park(v *office.Visit, m meeting) error {
	text := strings.TrimSpace(v.Field("text"))
	if v.Fields == nil {
		text = strings.TrimSpace(v.Event.Text)
	}
	if text == "" {
		return show(v, m, false)
	}
	text = string([]rune(text)[:min(len([]rune(text)), maxParked)])
	v.Tell(v.Word("meet.park.done"), v.Home())
	return post(v, m, "park", map[string]string{"text": text, "lang": v.Lang})
}

// ending reads what to do before the next time.
func ending(v *office.Visit, m meeting) error {
	next, day := strings.TrimSpace(v.Field("next")), ""
	if next != "" {
		at, ok := v.Day(v.Field("day"))
		at = office.On(at, 9*time.Hour)
		if !ok || !at.After(v.Now()) {
			v.Tell(v.Word("meet.end.wrong"), []flows.Button{{Label: v.Word("meet.end"), Data: office.Press(verb, "end", m.ID), Kind: "form"}}, v.Home())
			return nil
		}
		day = at.UTC().Format(time.RFC3339)
	}
	return post(v, m, "end", map[string]string{"next": next, "day": day, "lang": v.Lang})
}

// report reads how long somebody was guided.
func report(v *office.Visit, m meeting) error {
	minutes, ok := readMinutes(v.Field("minutes"))
	if !ok {
		return wrongMinutes(v, office.Press(verb, "hours", m.ID))
	}
	return post(v, m, "hours", map[string]string{"minutes": count(minutes), "note": strings.TrimSpace(v.Field("note"))})
}
