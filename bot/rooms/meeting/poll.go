package meeting

import (
	"bytes"
	"slices"

	"visesbot/bot/office"
	"visesbot/flows"
	"visesbot/flows/form"
)

// vote counts what somebody votes for, once a person: a later vote takes the place
// of an earlier one. Who votes when the poll is over gets the result.
func vote(v *office.Visit, m meeting, p person, option string) error {
	module := sheet(v, m)
	if module == nil || !slices.ContainsFunc(module.Facilitator.Poll.Options, func(o flows.RoomOption) bool { return o.ID == option }) {
		return nil
	}
	if m.Fields["poll"] != "open" {
		n, err := result(v, m, module)
		if err == nil {
			each(v, m, []person{p}, n, v.Now())
		}
		return err
	}
	p.Fields["vote"] = option
	refresh(v, m, "poll")
	return v.Keep(p.Entry)
}

// votes counts by option, in the order in which they are asked.
func votes(v *office.Visit, m meeting, module *flows.Module) (counted []int, all int, err error) {
	entries, err := v.Store().Below(v.Ctx, Attendance, m.ID+"/")
	counted = make([]int, len(module.Facilitator.Poll.Options))
	for i, o := range module.Facilitator.Poll.Options {
		for _, e := range entries {
			if e.Fields["vote"] == o.ID {
				counted[i]++
				all++
			}
		}
	}
	return counted, all, err
}

// showPoll shows who leads how the room votes, in place.
func showPoll(v *office.Visit, m meeting) error {
	module := sheet(v, m)
	if module == nil {
		return show(v, m, false)
	}
	counted, all, err := votes(v, m, module)
	if err != nil {
		return err
	}
	c := flows.Card{ID: verb + "-" + m.ID + "-poll", Replace: all > 0 || m.Fields["poll"] != "open", Lines: []flows.Line{
		{Style: flows.Heading, Text: module.Facilitator.Poll.Text.In(v.Lang)},
	}}
	for i, o := range module.Facilitator.Poll.Options {
		c.Lines = append(c.Lines, flows.Line{Style: flows.Bullet, Text: v.Word("meet.poll.line", "option", o.Text.In(v.Lang), "n", count(counted[i]))})
	}
	if m.Fields["poll"] == "open" {
		c.Lines = append(c.Lines, flows.Line{Style: flows.Hint, Text: v.Word("meet.poll.open", "n", count(all), "of", m.Fields["reached"])})
		c.Buttons = append(c.Buttons, []flows.Button{{Label: v.Word("meet.poll.shut"), Data: office.Press(verb, "shut", m.ID), Kind: "primary"}})
	} else if all == 0 {
		c.Lines = append(c.Lines, flows.Line{Style: flows.Hint, Text: v.Word("meet.poll.none")})
	} else {
		c.Media = &flows.Media{Kind: "picture", File: pictureID(m) + "-" + v.Lang, Alt: v.Word("meet.poll.alt", "n", count(all))}
	}
	c.Buttons = append(c.Buttons, []flows.Button{{Label: v.Word("meet.run"), Data: office.Press(verb, "run", m.ID)}}, v.Home())
	v.Say(c)
	return nil
}

// shut ends a poll, and shows the result to everybody. Where nobody voted there
// is nothing to show.
func shut(v *office.Visit, m meeting) error {
	module := sheet(v, m)
	if module == nil || m.Fields["poll"] != "open" {
		return nil
	}
	_, all, err := votes(v, m, module)
	if err != nil {
		return err
	}
	m.Fields["poll"] = "shut"
	refresh(v, m, "poll")
	if all > 0 {
		n, err := result(v, m, module)
		if err != nil {
			return err
		}
		in, err := people(v, m)
		if err != nil {
			return err
		}
		each(v, m, room(in), n, v.Now())
	}
	return v.Keep(m.Entry)
}

func pictureID(m meeting) string { return "poll-" + m.ID }

// result is the note by which people see how everybody voted, with a picture in
// their language.
func result(v *office.Visit, m meeting, module *flows.Module) (flows.Note, error) {
	counted, _, err := votes(v, m, module)
	if err != nil {
		return flows.Note{}, err
	}
	poll := module.Facilitator.Poll
	fields := map[string]string{"file": pictureID(m)}
	for i, o := range poll.Options {
		fields["n."+o.ID] = count(counted[i])
	}
	for _, lang := range form.Langs() {
		var labels []string
		for _, o := range poll.Options {
			labels = append(labels, o.Text.In(lang))
		}
		png, err := bars(poll.Text.In(lang), labels, counted)
		if err != nil {
			return flows.Note{}, err
		}
		fields["size."+lang] = count(len(png))
		f := form.File{ID: pictureID(m) + "-" + lang, Name: "poll.png", Type: "image/png", Size: int64(len(png))}
		if err := v.Store().PutFile(v.Ctx, f, bytes.NewReader(png)); err != nil {
			return flows.Note{}, err
		}
	}
	return flows.Note{Kind: flows.NoteResult, Text: module.ID, Fields: fields}, nil
}
