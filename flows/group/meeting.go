package group

import (
	"strconv"
	"strings"
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// showMeeting is the invitation, or what has changed about it.
func showMeeting(t *talk.Turn, n *flows.Note) {
	a := n.Appointment
	if a == nil {
		return
	}
	state, id := n.Fields["state"], n.Fields["id"]
	var c flows.Card
	if say := meetingSays(t, state); say != "" {
		c.Lines = append(c.Lines, flows.Line{Style: flows.Body, Text: say})
	}
	c.Lines = append(c.Lines, flows.Line{Style: flows.Heading, Text: a.Title.In(t.Lang())})
	if state == flows.MeetingClosed {
		c.Lines = append(c.Lines, closedLines(t, n)...)
		c.Buttons = [][]flows.Button{t.GoHome()}
		t.Say(c)
		return
	}
	c.Lines = append(c.Lines, meetingLines(t, n)...)
	if f, ok := fileOf(t, n, "vises.ics", "text/calendar"); ok {
		c.Files = []form.File{f}
	}
	if state != flows.MeetingCancelled {
		c.Buttons = append(c.Buttons, talk.Row(talk.Primary(t.Word("meet.yes"), flows.Press(flows.VerbMeet, id, "yes")), talk.Button(t.Word("meet.no"), flows.Press(flows.VerbMeet, id, "no"))))
	}
	c.Buttons = append(c.Buttons, talk.Row(talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome))))
	t.Say(c)
}

func meetingSays(t *talk.Turn, state string) string {
	switch state {
	case flows.MeetingInvited:
		return t.Word("meet.invited", "enterprise", t.Dossier.Head().Enterprise.Name)
	case flows.MeetingChanged:
		return t.Word("meet.changed")
	case flows.MeetingCancelled:
		return t.Word("meet.cancelled")
	}
	return t.Word("meet.closed")
}

// meetingLines say what kind of meeting it is, when and where.
func meetingLines(t *talk.Turn, n *flows.Note) []flows.Line {
	a, zone := n.Appointment, t.Event.At.Location()
	from, until := a.At.In(zone), a.End.In(zone)
	lines := []flows.Line{{Style: flows.Body, Text: t.Word("meet.when", "kind", meetingKind(t, n.Fields["kind"]),
		"day", form.Day(from, t.Lang()), "from", from.Format("15:04"), "until", until.Format("15:04"))}}
	if a.Place != "" {
		lines = append(lines, flows.Line{Style: flows.Body, Text: t.Word("meet.place", "place", a.Place)})
	}
	if a.Link != "" {
		lines = append(lines, flows.Line{Style: flows.Link, Text: t.Word("meet.link"), URL: a.Link})
	}
	if note := n.Fields["note"]; note != "" {
		lines = append(lines, flows.Line{Style: flows.Own, Text: note, Lang: n.Fields["lang"]})
	}
	return lines
}

func meetingKind(t *talk.Turn, kind string) string {
	switch kind {
	case "individual":
		return t.Word("meet.kind.individual")
	case "community":
		return t.Word("meet.kind.community")
	case "online":
		return t.Word("meet.kind.online")
	}
	return t.Word("meet.kind.session")
}

// closedLines are what was put aside, and what to do before the next time.
func closedLines(t *talk.Turn, n *flows.Note) []flows.Line {
	var lines []flows.Line
	for i := 0; n.Fields["park."+strconv.Itoa(i)] != ""; i++ {
		if i == 0 {
			lines = append(lines, flows.Line{Style: flows.Body, Text: t.Word("meet.parked")})
		}
		at := "park." + strconv.Itoa(i)
		lines = append(lines, flows.Line{Style: flows.Own, Text: n.Fields[at], Lang: n.Fields[at+".lang"]})
	}
	day, err := time.Parse(time.RFC3339, n.Fields["day"])
	if n.Fields["next"] == "" || err != nil {
		return lines
	}
	return append(lines,
		flows.Line{Style: flows.Body, Text: t.Word("meet.next", "day", form.Day(day.In(t.Event.At.Location()), t.Lang()))},
		flows.Line{Style: flows.Own, Text: n.Fields["next"], Lang: n.Fields["lang"]})
}

// fileOf is the file that a note brings in the reader's language.
func fileOf(t *talk.Turn, n *flows.Note, name, media string) (form.File, bool) {
	size, err := strconv.ParseInt(n.Fields["size."+t.Lang()], 10, 64)
	if n.Fields["file"] == "" || err != nil {
		return form.File{}, false
	}
	return form.File{ID: n.Fields["file"] + "-" + t.Lang(), Name: name, Type: media, Size: size}, true
}

// pressedMeeting answers an invitation, votes, or puts something aside.
func pressedMeeting(t *talk.Turn, arg string) {
	id, what, _ := strings.Cut(arg, "~")
	again := [][]flows.Button{talk.Row(talk.Button(t.Word("meet.park"), flows.Press(flows.VerbMeet, id, "park"))), t.GoHome()}
	vote, isVote := strings.CutPrefix(what, "v~")
	switch {
	case isVote:
		module, option, _ := strings.Cut(vote, "~")
		notifyMeeting(t, id, map[string]string{"vote": option})
		showLive(t, id, module, option)
	case what == "yes":
		notifyMeeting(t, id, map[string]string{"answer": "yes"})
		again[0] = append(again[0], talk.Button(t.Word("meet.no"), flows.Press(flows.VerbMeet, id, "no")))
		t.Tell(t.Word("meet.thanks"), again...)
	case what == "no":
		notifyMeeting(t, id, map[string]string{"answer": "no"})
		again[0] = talk.Row(talk.Button(t.Word("meet.yes"), flows.Press(flows.VerbMeet, id, "yes")))
		t.Tell(t.Word("meet.pity"), again...)
	case what == "park":
		t.Expect(flows.Expects{Kind: flows.ExpectPark, Arg: id})
		t.Ask(flows.Card{Input: flows.LineInput, Lines: []flows.Line{{Style: flows.Heading, Text: t.Word("meet.park.ask")}}, Buttons: [][]flows.Button{t.GoHome()}})
	default:
		t.Ways.Home(t)
	}
}

// notifyMeeting tells the mailbox of a meeting what somebody of an enterprise says
// about it.
func notifyMeeting(t *talk.Turn, id string, fields map[string]string) {
	fields["person"], fields["lang"] = t.Session.Person, t.Lang()
	t.NotifyOffice("office:meet-"+id, flows.OfficePrefix+"meet~said~"+id, fields)
}

// readPark takes what a meeting puts aside.
func readPark(t *talk.Turn, id, text string) {
	notifyMeeting(t, id, map[string]string{"park": talk.Clip(text, form.MaxText)})
	noted(t, t.Word("meet.park.done"))
}

// noted says that something was taken, and goes back to the question that was on
// the table.
func noted(t *talk.Turn, text string) {
	if t.Asking() == nil {
		t.Tell(text, t.GoHome())
		return
	}
	t.Tell(text)
	t.Ways.AskPlace(t, t.Session.Place)
}

// liveID names the card of a poll, so that a vote is shown in its place.
func liveID(meeting, module string) string { return "live-" + meeting + "-" + module }
