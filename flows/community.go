package flows

import (
	"slices"
	"strconv"
	"strings"

	"visesbot/flows/form"
)

// NoteEvent is the kind of the note by which the office brings a community day or
// meeting to the phones. Fields name it ("id"), its state, what its organiser
// wrote ("note" in "lang"), and of each workshop "w.0" and the places left,
// "left.0". When and where is its Appointment; the file for the reader's own
// calendar comes as that of a meeting does.
const NoteEvent = "event"

// The states of an event that people are told of.
const (
	EventAnnounced = "announced"
	EventChanged   = "changed" // for those who are signed up
	EventCancelled = "cancelled"
	EventSigned    = "signed"  // for the workshop in "for", if any
	EventFull      = "full"    // the workshop in "for" is
	EventOut       = "out"     // no longer signed up
	EventCards     = "cards"   // what do you take home?
	EventHarvest   = "harvest" // of each card "kind.0", "text.0", "lang.0", and perhaps "from.0"; all of them are in the file
)

// CardKinds are the kinds of card that people write at an event.
func CardKinds() []string { return []string{"experience", "difficulty", "idea"} }

// How a card is shared.
const (
	CardNamed   = "name" // with the name of the enterprise
	CardUnnamed = "anon" // without
	CardKept    = "no"   // not at all
)

// toldEvent shows what somebody is told of an event.
func (st *step) toldEvent(n *Note) {
	a, id := n.Appointment, n.Fields["id"]
	if a == nil {
		return
	}
	switch n.Fields["state"] {
	case EventAnnounced:
		st.say(Card{Lines: append([]Line{{Style: Heading, Text: a.Title.In(st.lang())}}, st.eventLines(n)...), Buttons: st.eventButtons(n)})
	case EventChanged:
		st.sayDated(n, st.word("event.changed"), row(button(st.word("event.out"), bEvent+"~"+id+"~out")))
	case EventCancelled:
		st.say(st.inCalendar(n, Card{
			Lines: []Line{{Style: Body, Text: st.word("event.cancelled", "event", a.Title.In(st.lang()))}}, Buttons: [][]Button{st.goHome()},
		}))
	case EventSigned:
		st.sayDated(n, st.signedWords(n), row(button(st.word("event.card"), bEvent+"~"+id+"~card"), quiet(st.word("event.out"), bEvent+"~"+id+"~out")))
	case EventFull:
		st.say(Card{Lines: []Line{{Style: Body, Text: st.word("event.full", "workshop", n.Fields["for"])}}, Buttons: st.eventButtons(n)})
	case EventOut:
		st.tell(st.word("event.gone"), row(button(st.word("event.in"), bEvent+"~"+id+"~in")), st.goHome())
	case EventCards:
		st.offerCards(id, a.Title.In(st.lang()))
	case EventHarvest:
		st.showHarvest(n)
	}
}

// sayDated says something of an event with its day and place, and the file for
// the reader's own calendar.
func (st *step) sayDated(n *Note, text string, ways []Button) {
	lines := []Line{{Style: Body, Text: text}, {Style: Heading, Text: n.Appointment.Title.In(st.lang())}}
	about := *n
	about.Fields = map[string]string{"kind": "community", "note": n.Fields["note"], "lang": n.Fields["lang"]}
	st.say(st.inCalendar(n, Card{Lines: append(lines, st.meetingLines(&about)...), Buttons: [][]Button{ways, st.goHome()}}))
}

// inCalendar brings the file for the reader's own calendar, if there is one.
func (st *step) inCalendar(n *Note, c Card) Card {
	if f, ok := st.fileOf(n, "vises.ics", "text/calendar"); ok {
		c.Files = []form.File{f}
	}
	return c
}

func (st *step) signedWords(n *Note) string {
	if w := n.Fields["for"]; w != "" {
		return st.word("event.signed.for", "workshop", w)
	}
	return st.word("event.signed")
}

// eventLines are those of a meeting, and its workshops.
func (st *step) eventLines(n *Note) []Line {
	about := *n
	about.Fields = map[string]string{"kind": "community", "note": n.Fields["note"], "lang": n.Fields["lang"]}
	lines := st.meetingLines(&about)
	for i := 0; n.Fields["w."+strconv.Itoa(i)] != ""; i++ {
		at := strconv.Itoa(i)
		lines = append(lines, Line{Style: Bullet, Text: st.word("event.workshop", "workshop", n.Fields["w."+at], "left", n.Fields["left."+at])})
	}
	return lines
}

// eventButtons sign up, for a workshop that has places or for the day alone.
func (st *step) eventButtons(n *Note) (rows [][]Button) {
	id := n.Fields["id"]
	for i := 0; n.Fields["w."+strconv.Itoa(i)] != ""; i++ {
		if at := strconv.Itoa(i); n.Fields["left."+at] != "0" {
			rows = append(rows, row(button(n.Fields["w."+at], bEvent+"~"+id+"~in~"+at)))
		}
	}
	return append(rows,
		row(primary(st.word("event.in"), bEvent+"~"+id+"~in"), button(st.word("meet.no"), bEvent+"~"+id+"~out")),
		row(quiet(st.word("home"), bHome)))
}

// pressedEvent signs up or off, or takes a card.
func (st *step) pressedEvent(id, what string) {
	act, arg, _ := strings.Cut(what, "~")
	switch act {
	case "in", "out":
		st.tellEvent(id, map[string]string{"act": act, "workshop": arg})
		st.tell(st.word("event.asking"), st.goHome())
	case "card":
		st.offerCards(id, "")
	case "c":
		st.askCard(id, arg)
	case "s":
		st.shareCard(id, arg)
	default:
		st.home()
	}
}

// tellEvent tells the mailbox of an event something.
func (st *step) tellEvent(id string, fields map[string]string) {
	fields["person"], fields["lang"] = st.s.Person, st.lang()
	st.tellOffice("office:event-"+id, OfficePrefix+"event~said~"+id, fields)
}

// offerCards asks what somebody takes home.
func (st *step) offerCards(id, title string) {
	c := Card{Lines: []Line{{Style: Heading, Text: st.word("event.card.what")}}}
	if title != "" {
		c.Lines = append([]Line{{Style: Hint, Text: title}}, c.Lines...)
	}
	for _, kind := range CardKinds() {
		c.Buttons = append(c.Buttons, row(button(st.cardKind(kind), bEvent+"~"+id+"~c~"+kind)))
	}
	c.Buttons = append(c.Buttons, st.goHome())
	st.say(c)
}

func (st *step) cardKind(kind string) string {
	switch kind {
	case "experience":
		return st.word("event.experience")
	case "difficulty":
		return st.word("event.difficulty")
	}
	return st.word("event.idea")
}

func (st *step) askCard(id, kind string) {
	if !slices.Contains(CardKinds(), kind) {
		st.offerCards(id, "")
		return
	}
	st.s.Asked = asideCard + id + ":" + kind
	st.ask(Card{Input: LongInput, Lines: []Line{
		{Style: Heading, Text: st.cardKind(kind)}, {Style: Hint, Text: st.word("event.card.help")},
	}, Buttons: [][]Button{st.goHome()}})
}

// readEvent takes the words of a card, and asks whether they may be shared: until
// then nobody sees them.
func (st *step) readEvent(aside, text string) bool {
	rest, ok := strings.CutPrefix(aside, asideCard)
	if !ok {
		return false
	}
	id, kind, _ := strings.Cut(rest, ":")
	n := strconv.Itoa(st.s.Cards)
	st.tellEvent(id, map[string]string{"act": "card", "n": n, "kind": kind, "text": clip(text, form.MaxText)})
	share := func(how string) string { return bEvent + "~" + id + "~s~" + n + "~" + how }
	st.say(Card{
		Lines: []Line{{Style: Heading, Text: st.word("event.share")}, {Style: Own, Text: clip(text, form.MaxText)}, {Style: Hint, Text: st.word("event.share.who")}},
		Buttons: [][]Button{
			row(button(st.word("event.share.name", "enterprise", st.d.Head().Enterprise.Name), share(CardNamed))),
			row(button(st.word("event.share.anon"), share(CardUnnamed))),
			row(quiet(st.word("event.share.no"), share(CardKept))),
			st.goHome(),
		},
	})
	return true
}

// shareCard says how a card is shared; it can be said anew.
func (st *step) shareCard(id, arg string) {
	n, how, _ := strings.Cut(arg, "~")
	st.tellEvent(id, map[string]string{"act": "share", "n": n, "share": how})
	say := "event.share.done"
	if how == CardKept {
		say = "event.share.kept"
	}
	st.tell(st.word(say), row(button(st.word("event.more"), bEvent+"~"+id+"~card")), st.goHome())
}

// showHarvest shows what people took home, in their own words and languages.
func (st *step) showHarvest(n *Note) {
	c := Card{Lines: []Line{{Style: Heading, Text: st.word("event.harvest", "event", n.Appointment.Title.In(st.lang()))}}}
	last := ""
	for i := 0; n.Fields["text."+strconv.Itoa(i)] != ""; i++ {
		at := "." + strconv.Itoa(i)
		if kind := n.Fields["kind"+at]; kind != last {
			c.Lines, last = append(c.Lines, Line{Style: Body, Text: st.cardKind(kind)}), kind
		}
		text := n.Fields["text"+at]
		if from := n.Fields["from"+at]; from != "" {
			text += " — " + from
		}
		c.Lines = append(c.Lines, Line{Style: Own, Text: text, Lang: n.Fields["lang"+at]})
	}
	if f, ok := st.fileOf(n, "vises.md", "text/markdown"); ok {
		c.Files = []form.File{f}
	}
	c.Buttons = [][]Button{st.goHome()}
	st.say(c)
}
