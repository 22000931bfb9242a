package group

import (
	"slices"
	"strconv"
	"strings"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// noticeEvent shows what somebody is told of an event.
func noticeEvent(t *talk.Turn, n *flows.Note) {
	a, id := n.Appointment, n.Fields["id"]
	if a == nil {
		return
	}
	switch n.Fields["state"] {
	case flows.EventAnnounced:
		t.Say(flows.Card{Lines: append([]flows.Line{{Style: flows.Heading, Text: a.Title.In(t.Lang())}}, eventLines(t, n)...), Buttons: eventButtons(t, n)})
	case flows.EventChanged:
		sayDated(t, n, t.Word("event.changed"), talk.Row(talk.Button(t.Word("event.out"), flows.Press(flows.VerbEvent, id, "out"))))
	case flows.EventCancelled:
		t.Say(inCalendar(t, n, flows.Card{
			Lines: []flows.Line{{Style: flows.Body, Text: t.Word("event.cancelled", "event", a.Title.In(t.Lang()))}}, Buttons: [][]flows.Button{t.GoHome()},
		}))
	case flows.EventSigned:
		sayDated(t, n, signedWords(t, n), talk.Row(talk.Button(t.Word("event.card"), flows.Press(flows.VerbEvent, id, "card")), talk.Quiet(t.Word("event.out"), flows.Press(flows.VerbEvent, id, "out"))))
	case flows.EventFull:
		t.Say(flows.Card{Lines: []flows.Line{{Style: flows.Body, Text: t.Word("event.full", "workshop", n.Fields["for"])}}, Buttons: eventButtons(t, n)})
	case flows.EventOut:
		t.Tell(t.Word("event.gone"), talk.Row(talk.Button(t.Word("event.in"), flows.Press(flows.VerbEvent, id, "in"))), t.GoHome())
	case flows.EventCards:
		offerCards(t, id, a.Title.In(t.Lang()))
	case flows.EventHarvest:
		showHarvest(t, n)
	}
}

// sayDated says something of an event with its day and place, and the file for
// the reader's own calendar.
func sayDated(t *talk.Turn, n *flows.Note, text string, ways []flows.Button) {
	lines := []flows.Line{{Style: flows.Body, Text: text}, {Style: flows.Heading, Text: n.Appointment.Title.In(t.Lang())}}
	about := *n
	about.Fields = map[string]string{"kind": "community", "note": n.Fields["note"], "lang": n.Fields["lang"]}
	t.Say(inCalendar(t, n, flows.Card{Lines: append(lines, meetingLines(t, &about)...), Buttons: [][]flows.Button{ways, t.GoHome()}}))
}

// inCalendar brings the file for the reader's own calendar, if there is one.
func inCalendar(t *talk.Turn, n *flows.Note, c flows.Card) flows.Card {
	if f, ok := fileOf(t, n, "vises.ics", "text/calendar"); ok {
		c.Files = []form.File{f}
	}
	return c
}

func signedWords(t *talk.Turn, n *flows.Note) string {
	if w := n.Fields["for"]; w != "" {
		return t.Word("event.signed.for", "workshop", w)
	}
	return t.Word("event.signed")
}

// eventLines are those of a meeting, and its workshops.
func eventLines(t *talk.Turn, n *flows.Note) []flows.Line {
	about := *n
	about.Fields = map[string]string{"kind": "community", "note": n.Fields["note"], "lang": n.Fields["lang"]}
	lines := meetingLines(t, &about)
	for i := 0; n.Fields["w."+strconv.Itoa(i)] != ""; i++ {
		at := strconv.Itoa(i)
		lines = append(lines, flows.Line{Style: flows.Bullet, Text: t.Word("event.workshop", "workshop", n.Fields["w."+at], "left", n.Fields["left."+at])})
	}
	return lines
}

// eventButtons sign up, for a workshop that has places or for the day alone.
func eventButtons(t *talk.Turn, n *flows.Note) (rows [][]flows.Button) {
	id := n.Fields["id"]
	for i := 0; n.Fields["w."+strconv.Itoa(i)] != ""; i++ {
		if at := strconv.Itoa(i); n.Fields["left."+at] != "0" {
			rows = append(rows, talk.Row(talk.Button(n.Fields["w."+at], flows.Press(flows.VerbEvent, id, "in", at))))
		}
	}
	return append(rows,
		talk.Row(talk.Primary(t.Word("event.in"), flows.Press(flows.VerbEvent, id, "in")), talk.Button(t.Word("meet.no"), flows.Press(flows.VerbEvent, id, "out"))),
		talk.Row(talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome))))
}

// pressedEvent signs up or off, or takes a card.
func pressedEvent(t *talk.Turn, pressed string) {
	id, what, _ := strings.Cut(pressed, "~")
	act, arg, _ := strings.Cut(what, "~")
	switch act {
	case "in", "out":
		notifyEvent(t, id, map[string]string{"act": act, "workshop": arg})
		t.Tell(t.Word("event.asking"), t.GoHome())
	case "card":
		offerCards(t, id, "")
	case "c":
		askCard(t, id, arg)
	case "s":
		shareCard(t, id, arg)
	default:
		t.Ways.Home(t)
	}
}

// notifyEvent tells the mailbox of an event something.
func notifyEvent(t *talk.Turn, id string, fields map[string]string) {
	fields["person"], fields["lang"] = t.Session.Person, t.Lang()
	t.NotifyOffice("office:event-"+id, flows.OfficePrefix+"event~said~"+id, fields)
}

// offerCards asks what somebody takes home.
func offerCards(t *talk.Turn, id, title string) {
	c := flows.Card{Lines: []flows.Line{{Style: flows.Heading, Text: t.Word("event.card.what")}}}
	if title != "" {
		c.Lines = append([]flows.Line{{Style: flows.Hint, Text: title}}, c.Lines...)
	}
	for _, kind := range flows.CardKinds() {
		c.Buttons = append(c.Buttons, talk.Row(talk.Button(cardKind(t, kind), flows.Press(flows.VerbEvent, id, "c", kind))))
	}
	c.Buttons = append(c.Buttons, t.GoHome())
	t.Say(c)
}

func cardKind(t *talk.Turn, kind string) string {
	switch kind {
	case "experience":
		return t.Word("event.experience")
	case "difficulty":
		return t.Word("event.difficulty")
	}
	return t.Word("event.idea")
}

func askCard(t *talk.Turn, id, kind string) {
	if !slices.Contains(flows.CardKinds(), kind) {
		offerCards(t, id, "")
		return
	}
	t.Expect(flows.Expects{Kind: flows.ExpectCard, Arg: id + ":" + kind})
	t.Ask(flows.Card{Input: flows.LongInput, Lines: []flows.Line{
		{Style: flows.Heading, Text: cardKind(t, kind)}, {Style: flows.Hint, Text: t.Word("event.card.help")},
	}, Buttons: [][]flows.Button{t.GoHome()}})
}

// readCard takes the words of a card, and asks whether they may be shared: until
// then nobody sees them.
func readCard(t *talk.Turn, arg, text string) {
	id, kind, _ := strings.Cut(arg, ":")
	n := strconv.Itoa(t.Session.Cards)
	notifyEvent(t, id, map[string]string{"act": "card", "n": n, "kind": kind, "text": talk.Clip(text, form.MaxText)})
	share := func(how string) string { return flows.Press(flows.VerbEvent, id, "s", n, how) }
	t.Say(flows.Card{
		Lines: []flows.Line{{Style: flows.Heading, Text: t.Word("event.share")}, {Style: flows.Own, Text: talk.Clip(text, form.MaxText)}, {Style: flows.Hint, Text: t.Word("event.share.who")}},
		Buttons: [][]flows.Button{
			talk.Row(talk.Button(t.Word("event.share.name", "enterprise", t.Dossier.Head().Enterprise.Name), share(flows.CardNamed))),
			talk.Row(talk.Button(t.Word("event.share.anon"), share(flows.CardUnnamed))),
			talk.Row(talk.Quiet(t.Word("event.share.no"), share(flows.CardKept))),
			t.GoHome(),
		},
	})
}

// shareCard says how a card is shared; it can be said anew.
func shareCard(t *talk.Turn, id, arg string) {
	n, how, _ := strings.Cut(arg, "~")
	notifyEvent(t, id, map[string]string{"act": "share", "n": n, "share": how})
	say := "event.share.done"
	if how == flows.CardKept {
		say = "event.share.kept"
	}
	t.Tell(t.Word(say), talk.Row(talk.Button(t.Word("event.more"), flows.Press(flows.VerbEvent, id, "card"))), t.GoHome())
}

// showHarvest shows what people took home, in their own words and languages.
func showHarvest(t *talk.Turn, n *flows.Note) {
	c := flows.Card{Lines: []flows.Line{{Style: flows.Heading, Text: t.Word("event.harvest", "event", n.Appointment.Title.In(t.Lang()))}}}
	last := ""
	for i := 0; n.Fields["text."+strconv.Itoa(i)] != ""; i++ {
		at := "." + strconv.Itoa(i)
		if kind := n.Fields["kind"+at]; kind != last {
			c.Lines, last = append(c.Lines, flows.Line{Style: flows.Body, Text: cardKind(t, kind)}), kind
		}
		text := n.Fields["text"+at]
		if from := n.Fields["from"+at]; from != "" {
			text += " — " + from
		}
		c.Lines = append(c.Lines, flows.Line{Style: flows.Own, Text: text, Lang: n.Fields["lang"+at]})
	}
	if f, ok := fileOf(t, n, "vises.md", "text/markdown"); ok {
		c.Files = []form.File{f}
	}
	c.Buttons = [][]flows.Button{t.GoHome()}
	t.Say(c)
}
