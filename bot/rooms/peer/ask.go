package peer

import (
	"slices"
	"strings"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/workday"
)

// ask brings a question to the phones of the others, and to who accompanies them.
func ask(v *office.Visit, c register.Entry, n flows.Note) error {
	id := v.ID()
	from := v.Programme.Name(register.Enterprises, n.Dossier)
	err := others(v, c, n.Dossier, func(enterprise string, p form.Person) {
		tell(v, bot.Address(p.Address), enterprise, map[string]string{
			"state": flows.PeerAsked, "id": id, "from": from, "text": n.Fields["text"], "lang": n.Fields["lang"],
		})
	})
	if err != nil {
		return err
	}
	if err := accompanied(v, c); err != nil {
		return err
	}
	return v.Keep(entry(v, c.ID+"/"+id, n))
}

// entry is a question, or an answer to one, in the words of who wrote it.
func entry(v *office.Visit, id string, n flows.Note) register.Entry {
	return register.Entry{Table: Asks, ID: id, Fields: map[string]string{
		"enterprise": n.Dossier, "person": n.Fields["person"], "address": n.From,
		"text": n.Fields["text"], "lang": n.Fields["lang"], "at": stamp(v),
	}}
}

// accompanied shows those who accompany a cohort what it asks, when they work.
func accompanied(v *office.Visit, c register.Entry) error {
	for _, member := range c.List("accompanists") {
		at, err := v.Reached(member)
		if err != nil {
			return err
		}
		if len(at) > 0 {
			v.Post(at[0], v.ID()+"-asks", flows.Note{Kind: office.Press(verb, "asks", c.ID)}, workday.Next(v.Now(), workday.Rhythm{}, "BE"))
		}
	}
	return nil
}

// reply brings an answer to whoever asked. A question of another cohort is not
// known here.
func reply(v *office.Visit, c register.Entry, n flows.Note) error {
	id := c.ID + "/" + n.Fields["ask"]
	all, err := v.Store().Below(v.Ctx, Asks, id)
	if err != nil {
		return err
	}
	at := slices.IndexFunc(all, func(e register.Entry) bool { return e.ID == id && n.Fields["ask"] != "" })
	if at < 0 {
		return nil
	}
	asked := all[at]
	tell(v, bot.Address(asked.Fields["address"]), asked.Fields["enterprise"], map[string]string{
		"state": flows.PeerAnswered, "ask": asked.Fields["text"], "from": v.Programme.Name(register.Enterprises, n.Dossier),
		"text": n.Fields["text"], "lang": n.Fields["lang"],
	})
	return v.Keep(entry(v, id+"/"+v.ID(), n))
}

// newest is how many questions fit a card.
const newest = 8

// asks lists what a cohort asks, with the answers below each question.
func asks(v *office.Visit, id string) error {
	all, err := v.Store().Below(v.Ctx, Asks, id+"/")
	if err != nil {
		return err
	}
	replies := map[string][]register.Entry{}
	var questions []register.Entry
	for _, e := range all {
		_, rest, _ := strings.Cut(e.ID, "/")
		if question, _, isReply := strings.Cut(rest, "/"); isReply {
			replies[question] = append(replies[question], e)
			continue
		}
		questions = append(questions, e)
	}
	byTime := func(a, b register.Entry) int { return strings.Compare(a.Fields["at"], b.Fields["at"]) }
	slices.SortFunc(questions, byTime)
	c := flows.Card{ID: verb + "-" + id, Lines: []flows.Line{{Style: flows.Heading, Text: v.Word("peer.asks", "cohort", v.Programme.Name(register.Cohorts, id))}}}
	if len(questions) == 0 {
		c.Lines = append(c.Lines, flows.Line{Style: flows.Body, Text: v.Word("peer.silent")})
	}
	for _, q := range questions[max(0, len(questions)-newest):] {
		_, key, _ := strings.Cut(q.ID, "/")
		c.Lines = append(c.Lines, flows.Line{Style: flows.Body, Text: v.Word("peer.line", "enterprise", v.Programme.Name(register.Enterprises, q.Fields["enterprise"]))},
			flows.Line{Style: flows.Own, Text: q.Fields["text"], Lang: q.Fields["lang"]})
		slices.SortFunc(replies[key], byTime)
		for _, r := range replies[key] {
			c.Lines = append(c.Lines, flows.Line{Style: flows.Bullet, Lang: r.Fields["lang"], Text: v.Word("peer.reply",
				"enterprise", v.Programme.Name(register.Enterprises, r.Fields["enterprise"]), "text", r.Fields["text"])})
		}
	}
	c.Buttons = [][]flows.Button{v.Home()}
	v.Say(c)
	return nil
}
