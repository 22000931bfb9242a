package intake

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/form"
)

// noted does what a note asks for: in the conversation of a partner, in that of
// who asked, or in the mailbox of a request.
func (r Room) noted(v *office.Visit, what string) error {
	fields := v.Event.Note.Fields
	e, err := find(v, fields["id"])
	if err != nil || e.ID == "" {
		return err
	}
	switch what {
	case asked:
		r.show(v, e)
	case decide:
		return r.decide(v, e, fields)
	case decided:
		v.Tell(v.Word("intake.is."+e.Fields["state"], "enterprise", e.Fields["name"]), v.Home())
	case in:
		v.Begin(flows.Invite{
			Dossier: e.Fields["enterprise"], Member: e.Fields["member"], Lang: e.Fields["language"],
			Enterprise: form.Enterprise{ID: e.Fields["enterprise"], Name: e.Fields["name"], Country: e.Fields["country"]},
		})
	case out:
		v.Tell(v.Word("intake.out", "enterprise", e.Fields["name"]))
	}
	return nil
}

func find(v *office.Visit, id string) (register.Entry, error) {
	all, err := v.Store().Below(v.Ctx, Requests, id)
	if err != nil || id == "" || len(all) == 0 || all[0].ID != id {
		return register.Entry{}, err
	}
	return all[0], nil
}

// show asks a partner about a request.
func (Room) show(v *office.Visit, e register.Entry) {
	v.Say(flows.Card{ID: verb + "-" + e.ID, Lines: []flows.Line{
		{Style: flows.Heading, Text: v.Word("intake.asked", "enterprise", e.Fields["name"])},
		{Style: flows.Body, Text: v.Word("intake.about", "country", e.Fields["country"], "pool", v.Word("intake.pool."+e.Fields["pool"]), "language", e.Fields["language"])},
	}, Buttons: [][]flows.Button{
		{{Label: v.Word("intake.take"), Data: office.Press(verb, take, e.ID), Kind: "form"}, {Label: v.Word("intake.decline"), Data: office.Press(verb, decline, e.ID)}},
		v.Home(),
	}})
}

// press takes what a partner decided to the mailbox of the request.
func (Room) press(v *office.Visit, args []string) error {
	chosen := v.Field("cohort")
	if len(args) != 2 || !v.May(office.DecideIntake, "") || chosen != "" && chosen != "none" && !v.May(office.SeeCohort, chosen) {
		return nil
	}
	e, err := find(v, args[1])
	if err != nil || e.ID == "" {
		return err
	}
	if args[0] == take && chosen == "" {
		return nil
	}
	v.Post(bot.Address(bot.OfficeChannel+":"+verb+"-"+e.ID), args[0]+v.ID(), flows.Note{Kind: office.Press(verb, decide), Fields: map[string]string{
		"id": e.ID, "what": args[0], "cohort": chosen, "address": string(v.Address),
	}}, v.Now())
	return nil
}

// decide does what was decided first, and tells who decided later.
func (r Room) decide(v *office.Visit, e register.Entry, fields map[string]string) error {
	tell := in
	switch {
	case e.Fields["state"] != "asked" && e.Fields["state"] != "accepting":
		tell = ""
	case fields["what"] == take:
		if err := r.accept(v, &e, fields["cohort"]); err != nil {
			return err
		}
	default:
		tell = out
		e.Fields["state"] = "declined"
		if err := v.Keep(e); err != nil {
			return err
		}
	}
	note := map[string]string{"id": e.ID}
	if tell != "" {
		v.Post(bot.Address(e.Fields["address"]), tell, flows.Note{Kind: office.Press(verb, tell), Fields: note}, v.Now())
	}
	v.Post(bot.Address(fields["address"]), decided+fields["address"], flows.Note{Kind: office.Press(verb, decided), Fields: note}, v.Now())
	return nil
}

// accept puts the enterprise, and who asked, in the register. What they are
// called is kept first: made again, they are called the same.
func (Room) accept(v *office.Visit, e *register.Entry, chosen string) error {
	f := e.Fields
	if f["state"] == "asked" {
		f["enterprise"] = unique(f["name"], v.Programme.All(register.Enterprises))
		f["member"] = unique(f["enterprise"]+"-1", v.Programme.All(register.People))
		f["state"], f["cohort"] = "accepting", chosen
		if err := v.Keep(*e); err != nil {
			return err
		}
	}
	entries := []register.Entry{
		{Table: register.Enterprises, ID: f["enterprise"], Fields: map[string]string{
			"id": f["enterprise"], "name": f["name"], "country": f["country"], "language": f["language"], "pool": f["pool"],
		}},
		{Table: register.People, ID: f["member"], Fields: map[string]string{
			"id": f["member"], "role": register.Staff, "language": f["language"], "enterprise": f["enterprise"],
		}},
	}
	if c, ok := v.Programme.Find(register.Cohorts, f["cohort"]); ok && !slices.Contains(c.List("enterprises"), f["enterprise"]) {
		c.Fields = maps.Clone(c.Fields)
		c.Fields["enterprises"] = strings.Join(append(c.List("enterprises"), f["enterprise"]), ";")
		entries = append(entries, c)
	}
	f["state"], f["decided"] = "accepted", v.Now().UTC().Format(time.RFC3339)
	return v.Keep(append(entries, *e)...)
}

// unique makes an id of a name that no entry has.
func unique(name string, there []register.Entry) string {
	id := slug(name)
	for n := 2; slices.ContainsFunc(there, func(e register.Entry) bool { return e.ID == id }); n++ {
		id = slug(name) + "-" + strconv.Itoa(n)
	}
	return id
}

// maxSlug leaves room for a number within 40 characters.
const maxSlug = 34

// slug writes a name in small letters, digits and -.
func slug(name string) string {
	plain := strings.NewReplacer("à", "a", "â", "a", "ä", "a", "á", "a", "ç", "c", "é", "e", "è", "e", "ê", "e", "ë", "e",
		"î", "i", "ï", "i", "ô", "o", "ö", "o", "ó", "o", "ù", "u", "û", "u", "ü", "u", "œ", "oe", "æ", "ae", "'", "", "’", "").Replace(strings.ToLower(name))
	words := strings.FieldsFunc(plain, func(x rune) bool { return (x < 'a' || x > 'z') && (x < '0' || x > '9') })
	id := strings.Join(words, "-")
	id = strings.Trim(id[:min(len(id), maxSlug)], "-")
	if id == "" {
		id = "enterprise"
	}
	return id
}
