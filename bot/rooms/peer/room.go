package peer

import (
	"time"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// The tables of this room.
const (
	Shares = "shares" // COHORT/ENTERPRISE/PLACE: that an answer is shared, or no longer
	Asks   = "asks"   // COHORT/ASK, and COHORT/ASK/REPLY
)

const verb = "peer"

// Room is where peers share.
type Room struct{}

// Verb is "peer".
func (Room) Verb() string { return verb }

// Commands are what partners type for it.
func (Room) Commands() []parse.Command { return []parse.Command{parse.Peers} }

// Front leads accompanists to what their cohorts ask each other, where they do.
func (Room) Front(v *office.Visit) (lines []flows.Line, rows [][]flows.Button, err error) {
	if v.Member.Fields["role"] != register.Accompanist {
		return nil, nil, nil
	}
	for _, c := range v.Programme.CohortsOf(v.Member.ID) {
		all, err := v.Store().Below(v.Ctx, Asks, c.ID+"/")
		if err != nil {
			return nil, nil, err
		}
		if len(all) > 0 {
			rows = append(rows, []flows.Button{{Label: v.Word("peer.asks", "cohort", c.Fields["name"]), Data: office.Press(verb, "asks", c.ID), Kind: "quiet"}})
		}
	}
	return nil, rows, nil
}

// Serve does what is asked for: of a phone in the mailbox of its enterprise, of an
// accompanist in their conversation.
func (r Room) Serve(v *office.Visit) error {
	if v.Address.Channel() == bot.OfficeChannel {
		return heard(v)
	}
	args := append(v.Args(), "")
	if args[0] == "asks" && args[1] != "" {
		if !v.May(office.ReadAsks, args[1]) {
			return nil
		}
		return asks(v, args[1])
	}
	_, rows, err := r.Front(v)
	if err != nil {
		return err
	}
	text := v.Word("peer.which")
	if len(rows) == 0 {
		text = v.Word("peer.silent")
	}
	v.Tell(text, append(rows, v.Home())...)
	return nil
}

// heard is what somebody of an enterprise does.
func heard(v *office.Visit) error {
	n, args := v.Event.Note, append(v.Args(), "")
	if n == nil || v.Address != mailbox(n.Dossier) || args[1] != n.Dossier {
		return nil
	}
	c, ok := v.Programme.CohortOf(n.Dossier)
	back := bot.Address(n.From)
	if !ok {
		if args[0] != "share" || n.Fields["state"] == "shared" {
			tell(v, back, n.Dossier, map[string]string{"state": flows.PeerNone})
		}
		return nil
	}
	switch args[0] {
	case "share":
		return v.Keep(register.Entry{Table: Shares, ID: c.ID + "/" + n.Dossier + "/" + n.Fields["place"], Fields: map[string]string{
			"cohort": c.ID, "enterprise": n.Dossier, "place": n.Fields["place"], "state": n.Fields["state"], "at": stamp(v),
		}})
	case "look":
		return look(v, c, *n)
	case "ask":
		return ask(v, c, *n)
	case "reply":
		return reply(v, c, *n)
	}
	return nil
}

func mailbox(enterprise string) bot.Address {
	return bot.Address(bot.OfficeChannel + ":" + verb + "-" + enterprise)
}

func stamp(v *office.Visit) string { return v.Now().UTC().Format(time.RFC3339Nano) }

// tell brings a phone something of its group.
func tell(v *office.Visit, to bot.Address, dossier string, fields map[string]string) {
	v.Post(to, v.ID()+"-"+fields["state"], flows.Note{Kind: flows.NotePeers, Dossier: dossier, Fields: fields}, v.Now())
}

// others are the people of the other enterprises of a cohort.
func others(v *office.Visit, c register.Entry, but string, each func(enterprise string, p form.Person)) error {
	for _, enterprise := range c.List("enterprises") {
		if enterprise == but {
			continue
		}
		head, _, err := v.Head(enterprise)
		if err != nil {
			return err
		}
		for _, p := range head.People {
			if p.Role != flows.RoleAccompanist && p.Delegate == "" {
				each(enterprise, p)
			}
		}
	}
	return nil
}
