package event

import (
	"maps"
	"strconv"
	"strings"

	"visesbot/bot"
	"visesbot/bot/gathering"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// Room is where community days are announced.
type Room struct{}

// Verb is "event".
func (Room) Verb() string { return verb }

// Commands are what partners type for it.
func (Room) Commands() []parse.Command { return []parse.Command{parse.Events} }

// Front leads a coordinator there.
func (Room) Front(v *office.Visit) ([]flows.Line, [][]flows.Button, error) {
	if v.Member.Fields["role"] != register.Coordinator {
		return nil, nil, nil
	}
	return nil, [][]flows.Button{{{Label: v.Word("event.list"), Data: office.Press(verb, "list")}}}, nil
}

// Form asks for all that makes an event.
func (Room) Form(v *office.Visit) (bot.Form, bool, error) {
	args := append(v.Args(), "")
	now := map[string]string{}
	if v.Member.Fields["role"] != register.Coordinator {
		return bot.Form{}, false, nil
	}
	if args[0] == "edit" {
		e, ok, err := find(v, args[1])
		if err != nil || !ok || e.State() != draft && e.State() != announced {
			return bot.Form{}, false, err
		}
		now = e.Fields
	} else if args[0] != "new" {
		return bot.Form{}, false, nil
	}
	p := gathering.Plan{Form: bot.Form{Title: v.Word("event.new"), Submit: v.Word("event.look")}, Now: now}
	add := func(id string, kind bot.FieldKind, label string, optional bool, options ...bot.FieldOption) {
		p.Ask(bot.Field{ID: id, Kind: kind, Label: label, Optional: optional, Options: options})
	}
	pools := []bot.FieldOption{{ID: "all", Label: v.Word("event.pool.all")}}
	for _, pool := range register.Pools() {
		pools = append(pools, bot.FieldOption{ID: pool, Label: v.Word("event.pool." + pool)})
	}
	open := now["state"] == "" || now["state"] == draft // for whom it is, and its workshops, are told once
	add("title", bot.TextField, v.Word("event.field.title"), false)
	if open {
		add("pool", bot.ChoiceField, v.Word("event.field.pool"), false, pools...)
	}
	add("date", bot.DateField, v.Word("event.field.date"), false)
	add("from", bot.TimeField, v.Word("event.field.from"), false)
	add("until", bot.TimeField, v.Word("event.field.until"), false)
	add("place", bot.TextField, v.Word("event.field.place"), true)
	add("link", bot.TextField, v.Word("event.field.link"), true)
	if open {
		add("workshops", bot.LongField, v.Word("event.field.workshops"), true)
	}
	add("note", bot.LongField, v.Word("event.field.note"), true)
	return p.Form, true, nil
}

// Serve does what is asked about events.
func (r Room) Serve(v *office.Visit) error {
	if v.Address.Channel() == bot.OfficeChannel {
		return written(v)
	}
	if !v.May(office.Announce, "") {
		return nil
	}
	args := append(v.Args(), "")
	if args[0] == "new" && v.Fields != nil {
		return plan(v, v.ID(), nil)
	}
	if v.Press == "" || args[1] == "" {
		return list(v)
	}
	e, ok, err := find(v, args[1])
	if err != nil {
		return err
	}
	if !ok {
		return list(v)
	}
	switch args[0] {
	case "edit":
		if v.Fields != nil && e.State() == draft {
			return plan(v, e.ID, e.Fields)
		}
		if v.Fields != nil && e.State() == announced {
			return change(v, e)
		}
	case "send", "cancel", "cards", "harvest":
		post(v, e, args[0], map[string]string{})
		return nil
	}
	return show(v, e)
}

// post hands something to the mailbox of an event.
func post(v *office.Visit, e event, act string, fields map[string]string) {
	fields["act"], fields["desk"] = act, string(v.Address)
	v.Post(mailbox(e.ID), v.ID(), flows.Note{Kind: office.Press(verb, "do", e.ID), Fields: fields}, v.Now())
}

// list shows the events, the newest first.
func list(v *office.Visit) error {
	all, err := v.Store().Entries(v.Ctx, Events)
	if err != nil {
		return err
	}
	var rows [][]flows.Button
	for _, e := range all {
		if at := read(e); at.State() != cancelled && at.End.After(v.Now().AddDate(0, -2, 0)) {
			rows = append(rows, []flows.Button{{Label: e.Fields["title"] + " · " + when(v, at), Data: office.Press(verb, "show", e.ID)}})
		}
	}
	rows = append(rows[max(0, len(rows)-12):], []flows.Button{{Label: v.Word("event.new"), Data: office.Press(verb, "new"), Kind: "form"}}, v.Home())
	v.Tell(v.Word("event.list"), rows...)
	return nil
}

func when(v *office.Visit, e event) string {
	day, from, until := e.Span(v)
	return v.Word("event.when", "day", day, "from", from, "until", until)
}

// plan takes a filled in form as a draft, and says what is wrong with it.
func plan(v *office.Visit, id string, old map[string]string) error {
	f := maps.Clone(old)
	if f == nil {
		f = map[string]string{"state": draft, "by": v.Member.ID, "lang": v.Lang}
	}
	for _, field := range []string{"title", "pool", "date", "from", "until", "place", "link", "workshops", "note"} {
		f[field] = strings.TrimSpace(v.Field(field))
	}
	wrong := settle(v, f)
	e := read(register.Entry{Table: Events, ID: id, Fields: f})
	if err := v.Keep(e.Entry); err != nil {
		return err
	}
	if wrong == "" {
		return show(v, e)
	}
	v.Tell(wrong, []flows.Button{{Label: v.Word("event.edit"), Data: office.Press(verb, "edit", id), Kind: "form"}}, v.Home())
	return nil
}

// changeable is what can still be changed when people know of an event.
func changeable() []string {
	return []string{"title", "date", "from", "until", "place", "link", "note"}
}

// change takes a filled in form for an event that is announced.
func change(v *office.Visit, e event) error {
	f, fields := maps.Clone(e.Fields), map[string]string{}
	for _, field := range changeable() {
		f[field] = strings.TrimSpace(v.Field(field))
		fields[field] = f[field]
	}
	if wrong := settle(v, f); wrong != "" {
		v.Tell(wrong, []flows.Button{{Label: v.Word("event.edit"), Data: office.Press(verb, "edit", e.ID), Kind: "form"}}, v.Home())
		return nil
	}
	fields["at"], fields["end"] = f["at"], f["end"]
	v.Tell(v.Word("event.changing"))
	post(v, e, "change", fields)
	return nil
}

// settle works out when it is, and says the first thing that is wrong.
func settle(v *office.Visit, f map[string]string) string {
	when, where := gathering.When(v, f), gathering.Where(f)
	_, sound := read(register.Entry{Fields: f}).workshops()
	switch {
	case f["title"] == "" || f["pool"] == "":
		return v.Word("event.wrong.title")
	case when == "date":
		return v.Word("event.wrong.time")
	case when != "":
		return v.Word("event.wrong." + when)
	case where != "":
		return v.Word("event.wrong." + where)
	case !sound:
		return v.Word("event.wrong.workshops")
	}
	return ""
}

// show is the card of an event for its organiser. Of the cards that people wrote
// it only says how many may be shared.
func show(v *office.Visit, e event) error {
	in, err := signups(v, e)
	if err != nil {
		return err
	}
	c := flows.Card{ID: verb + "-" + e.ID, Lines: []flows.Line{
		{Style: flows.Heading, Text: e.Fields["title"]},
		{Style: flows.Body, Text: when(v, e)},
		{Style: flows.Body, Text: strings.TrimSpace(e.Fields["place"] + " " + e.Fields["link"])},
		{Style: flows.Hint, Text: v.Word("event.pool." + e.Fields["pool"])},
	}}
	people := 0
	for _, s := range in {
		if s.Fields["state"] == "in" {
			people++
		}
	}
	all, _ := e.workshops()
	free := left(e, in)
	for i, w := range all {
		c.Lines = append(c.Lines, flows.Line{Style: flows.Bullet, Text: v.Word("event.workshop",
			"workshop", w.title, "taken", strconv.Itoa(w.places-free[i]), "places", strconv.Itoa(w.places))})
	}
	if e.State() == draft {
		invitees := 0
		if err := invited(v, e, func(string, form.Person) { invitees++ }); err != nil {
			return err
		}
		c.Lines = append(c.Lines, flows.Line{Style: flows.Body, Text: v.Word("event.reaches", "n", strconv.Itoa(invitees))})
	} else {
		cards, err := shareable(v, e)
		if err != nil {
			return err
		}
		c.Lines = append(c.Lines, flows.Line{Style: flows.Body, Text: v.Word("event.tally", "people", strconv.Itoa(people), "cards", strconv.Itoa(len(cards)))},
			flows.Line{Style: flows.Hint, Text: v.Word("event.state." + e.State())})
	}
	c.Buttons = append(buttons(v, e), v.Home())
	v.Say(c)
	return nil
}

func buttons(v *office.Visit, e event) [][]flows.Button {
	press := func(act string) string { return office.Press(verb, act, e.ID) }
	switch e.State() {
	case draft:
		return [][]flows.Button{{{Label: v.Word("event.send"), Data: press("send"), Kind: "primary"}}, {{Label: v.Word("event.edit"), Data: press("edit"), Kind: "form"}}}
	case announced, harvested:
		rows := [][]flows.Button{{{Label: v.Word("event.cards"), Data: press("cards")}, {Label: v.Word("event.harvest"), Data: press("harvest")}}}
		last := []flows.Button{{Label: v.Word("event.cancel"), Data: press("cancel"), Kind: "quiet"}}
		if e.State() == announced {
			last = append([]flows.Button{{Label: v.Word("event.edit"), Data: press("edit"), Kind: "form"}}, last...)
		}
		return append(rows, last)
	}
	return nil
}
