package flows

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"visesbot/flows/form"
)

// The notes by which the office brings a meeting to the phones of those who are
// invited to it. Fields name the meeting ("id").
const (
	// NoteMeeting invites, changes, cancels or closes: Fields "state" is one of
	// the states below, "kind" one of MeetingKinds, "note" what the person who
	// plans it wrote, in "lang"; the file in the reader's language is "file", "-"
	// and the language, of "size.LANG" bytes. Of a closed one, "park.0", "park.1"
	// and so on are what was put aside, "next" and "day" what to do until when.
	NoteMeeting = "meeting"
	// NoteBlock shows a block of a module: its Text is "MODULE~BLOCK".
	NoteBlock = "meeting block"
	// NoteLive asks everybody the question of the module in the Text.
	NoteLive = "meeting poll"
	// NoteResult tells how everybody voted: "n.OPTION", and a picture as above.
	NoteResult = "meeting result"
)

// The states of a meeting that people are told of.
const (
	MeetingInvited   = "invited"
	MeetingChanged   = "changed"
	MeetingCancelled = "cancelled"
	MeetingClosed    = "closed"
)

// MeetingKinds are the kinds of meeting.
func MeetingKinds() []string { return []string{"session", "individual", "community", "online"} }

// announces tells whether a note of the office is no news of this hour.
func announces(n *Note) bool {
	switch n.Kind {
	case NoteMeeting:
		return n.Fields["state"] != MeetingClosed
	case NotePeers:
		return n.Fields["state"] == PeerAsked || n.Fields["state"] == PeerAnswered
	case NoteEvent:
		return slices.Contains([]string{EventAnnounced, EventChanged, EventCancelled, EventHarvest}, n.Fields["state"])
	}
	return false
}

// toldMeeting shows what an invited person is told of a meeting.
func (st *step) toldMeeting(n *Note) {
	id := n.Fields["id"]
	switch n.Kind {
	case NoteBlock:
		st.showPushed(n.Text)
	case NoteLive:
		st.showLive(id, n.Text, "")
	case NoteResult:
		st.showResult(n)
	default:
		st.showMeeting(n)
	}
}

// showMeeting is the invitation, or what has changed about it.
func (st *step) showMeeting(n *Note) {
	a := n.Appointment
	if a == nil {
		return
	}
	state, id := n.Fields["state"], n.Fields["id"]
	var c Card
	if say := st.meetingSays(state); say != "" {
		c.Lines = append(c.Lines, Line{Style: Body, Text: say})
	}
	c.Lines = append(c.Lines, Line{Style: Heading, Text: a.Title.In(st.lang())})
	if state == MeetingClosed {
		c.Lines = append(c.Lines, st.closedLines(n)...)
		c.Buttons = [][]Button{st.goHome()}
		st.say(c)
		return
	}
	c.Lines = append(c.Lines, st.meetingLines(n)...)
	if f, ok := st.fileOf(n, "vises.ics", "text/calendar"); ok {
		c.Files = []form.File{f}
	}
	if state != MeetingCancelled {
		c.Buttons = append(c.Buttons, row(primary(st.word("meet.yes"), bMeet+"~"+id+"~yes"), button(st.word("meet.no"), bMeet+"~"+id+"~no")))
	}
	c.Buttons = append(c.Buttons, row(quiet(st.word("home"), bHome)))
	st.say(c)
}

func (st *step) meetingSays(state string) string {
	switch state {
	case MeetingInvited:
		return st.word("meet.invited", "enterprise", st.d.Head().Enterprise.Name)
	case MeetingChanged:
		return st.word("meet.changed")
	case MeetingCancelled:
		return st.word("meet.cancelled")
	}
	return st.word("meet.closed")
}

// meetingLines say what kind of meeting it is, when and where.
func (st *step) meetingLines(n *Note) []Line {
	a, zone := n.Appointment, st.ev.At.Location()
	from, until := a.At.In(zone), a.End.In(zone)
	lines := []Line{{Style: Body, Text: st.word("meet.when", "kind", st.meetingKind(n.Fields["kind"]),
		"day", form.Day(from, st.lang()), "from", from.Format("15:04"), "until", until.Format("15:04"))}}
	if a.Place != "" {
		lines = append(lines, Line{Style: Body, Text: st.word("meet.place", "place", a.Place)})
	}
	if a.Link != "" {
		lines = append(lines, Line{Style: Link, Text: st.word("meet.link"), URL: a.Link})
	}
	if note := n.Fields["note"]; note != "" {
		lines = append(lines, Line{Style: Own, Text: note, Lang: n.Fields["lang"]})
	}
	return lines
}

func (st *step) meetingKind(kind string) string {
	switch kind {
	case "individual":
		return st.word("meet.kind.individual")
	case "community":
		return st.word("meet.kind.community")
	case "online":
		return st.word("meet.kind.online")
	}
	return st.word("meet.kind.session")
}

// closedLines are what was put aside, and what to do before the next time.
func (st *step) closedLines(n *Note) []Line {
	var lines []Line
	for i := 0; n.Fields["park."+strconv.Itoa(i)] != ""; i++ {
		if i == 0 {
			lines = append(lines, Line{Style: Body, Text: st.word("meet.parked")})
		}
		at := "park." + strconv.Itoa(i)
		lines = append(lines, Line{Style: Own, Text: n.Fields[at], Lang: n.Fields[at+".lang"]})
	}
	day, err := time.Parse(time.RFC3339, n.Fields["day"])
	if n.Fields["next"] == "" || err != nil {
		return lines
	}
	return append(lines,
		Line{Style: Body, Text: st.word("meet.next", "day", form.Day(day.In(st.ev.At.Location()), st.lang()))},
		Line{Style: Own, Text: n.Fields["next"], Lang: n.Fields["lang"]})
}

// fileOf is the file that a note brings in the reader's language.
func (st *step) fileOf(n *Note, name, media string) (form.File, bool) {
	size, err := strconv.ParseInt(n.Fields["size."+st.lang()], 10, 64)
	if n.Fields["file"] == "" || err != nil {
		return form.File{}, false
	}
	return form.File{ID: n.Fields["file"] + "-" + st.lang(), Name: name, Type: media, Size: size}, true
}

// pressedTogether takes a press to what the office brought.
func (st *step) pressedTogether(verb, arg string) {
	switch verb {
	case bMeet:
		id, what, _ := strings.Cut(arg, "~")
		st.pressedMeeting(id, what)
	case bBlock:
		st.openBlock(arg)
	case bEvent:
		id, what, _ := strings.Cut(arg, "~")
		st.pressedEvent(id, what)
	case bPeer:
		what, rest, _ := strings.Cut(arg, "~")
		st.pressedPeer(what, rest)
	default:
		st.home()
	}
}

// pressedMeeting answers an invitation, votes, or puts something aside.
func (st *step) pressedMeeting(id, what string) {
	again := [][]Button{row(button(st.word("meet.park"), bMeet+"~"+id+"~park")), st.goHome()}
	vote, isVote := strings.CutPrefix(what, "v~")
	switch {
	case isVote:
		module, option, _ := strings.Cut(vote, "~")
		st.tellMeeting(id, map[string]string{"vote": option})
		st.showLive(id, module, option)
	case what == "yes":
		st.tellMeeting(id, map[string]string{"answer": "yes"})
		again[0] = append(again[0], button(st.word("meet.no"), bMeet+"~"+id+"~no"))
		st.tell(st.word("meet.thanks"), again...)
	case what == "no":
		st.tellMeeting(id, map[string]string{"answer": "no"})
		again[0] = row(button(st.word("meet.yes"), bMeet+"~"+id+"~yes"))
		st.tell(st.word("meet.pity"), again...)
	case what == "park":
		st.s.Asked = asidePark + id
		st.ask(Card{Input: LineInput, Lines: []Line{{Style: Heading, Text: st.word("meet.park.ask")}}, Buttons: [][]Button{st.goHome()}})
	default:
		st.home()
	}
}

// tellMeeting tells the mailbox of a meeting what somebody of an enterprise says
// about it.
func (st *step) tellMeeting(id string, fields map[string]string) {
	fields["person"], fields["lang"] = st.s.Person, st.lang()
	st.tellOffice("office:meet-"+id, OfficePrefix+"meet~said~"+id, fields)
}

// readTogether takes what was typed for what the office brought; false when it
// was for something else.
func (st *step) readTogether(aside, text string) bool {
	id, ok := strings.CutPrefix(aside, asidePark)
	if !ok {
		return st.readPeer(aside, text) || st.readEvent(aside, text)
	}
	st.tellMeeting(id, map[string]string{"park": clip(text, form.MaxText)})
	st.noted(st.word("meet.park.done"))
	return true
}

// noted says that something was taken, and goes back to the question that was on
// the table.
func (st *step) noted(text string) {
	if st.asking() == nil {
		st.tell(text, st.goHome())
		return
	}
	st.tell(text)
	st.askPlace(st.s.Place)
}

// liveID names the card of a poll, so that a vote is shown in its place.
func liveID(meeting, module string) string { return "live-" + meeting + "-" + module }
