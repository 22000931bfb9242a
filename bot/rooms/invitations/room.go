package invitations

import (
	"errors"
	"slices"
	"time"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// Room is the room of invitations.
type Room struct{}

const verb = "invite"

// What the notes and buttons of the room ask for.
const (
	hand   = "hand" // of a note: tell somebody how an invitation is opened
	tried  = "tried"
	told   = "told"
	list   = "list"
	create = "new"
	revoke = "revoke"
)

// Hand is the note that has the bot write to somebody how an invitation is
// opened.
func Hand(i flows.Invite, code string) flows.Note {
	return flows.Note{Kind: office.Press(verb, hand), Fields: map[string]string{
		"code": code, "enterprise": i.Enterprise.Name, "lang": i.Lang, "until": moment(i.Expires),
	}}
}

func moment(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.UTC().Format(time.RFC3339)
}

// Verb is "invite".
func (Room) Verb() string { return verb }

// Commands are what partners type for it.
func (Room) Commands() []parse.Command { return []parse.Command{parse.Invitations} }

// Front leads to it who may invite.
func (Room) Front(v *office.Visit) (lines []flows.Line, rows [][]flows.Button, err error) {
	if invites(v) {
		rows = [][]flows.Button{{{Label: v.Word("invite"), Data: office.Press(verb, list), Kind: "quiet"}}}
	}
	return nil, rows, nil
}

func invites(v *office.Visit) bool {
	role := v.Member.Fields["role"]
	return role == register.Accompanist || role == register.Coordinator
}

// Serve does what is asked for.
func (r Room) Serve(v *office.Visit) error {
	args := v.Args()
	switch {
	case v.Event.Note != nil:
		return r.noted(v, args[0])
	case args[0] == create && v.Fields != nil:
		return r.make(v)
	case args[0] == revoke && len(args) == 2:
		return r.revoke(v, args[1])
	}
	return r.list(v, false)
}

// noted does what a note asks for.
func (r Room) noted(v *office.Visit, what string) error {
	switch what {
	case hand:
		r.hand(v)
	case tried:
		return r.tried(v)
	case told:
		r.told(v)
	}
	return nil
}

// hand writes to somebody, perhaps for the first time, how they come in.
func (Room) hand(v *office.Visit) {
	n := v.Event.Note
	if lang := n.Fields["lang"]; lang != "" && v.Session.Lang == "" {
		v.Lang = lang
	}
	text := v.Word("invite.hand.programme", "code", n.Fields["code"])
	if n.Fields["enterprise"] != "" {
		text = v.Word("invite.hand", "code", n.Fields["code"], "enterprise", n.Fields["enterprise"])
	}
	v.Say(flows.Card{Lines: append([]flows.Line{{Style: flows.Body, Text: text}}, until(v, n.Fields["until"])...)})
}

// until says how long an invitation can be used.
func until(v *office.Visit, at string) []flows.Line {
	last, err := time.Parse(time.RFC3339, at)
	if err != nil {
		return nil
	}
	return []flows.Line{{Style: flows.Hint, Text: v.Word("invite.once", "day", form.Day(last.In(v.Now().Location()), v.Lang))}}
}

// tried tells, once, those who accompany the enterprise that somebody opened an
// invitation that was used before; where nobody does, who made it, or who
// coordinates.
func (Room) tried(v *office.Visit) error {
	n := v.Event.Note
	whom := v.Programme.Accompanists(n.Fields["dossier"])
	if len(whom) == 0 && n.Fields["by"] != "" {
		whom = []string{n.Fields["by"]}
	}
	if len(whom) == 0 {
		for _, p := range v.Programme.All(register.People) {
			if p.Fields["role"] == register.Coordinator {
				whom = append(whom, p.ID)
			}
		}
	}
	for _, member := range whom {
		at, err := v.Reached(member)
		if err != nil {
			return err
		}
		if len(at) > 0 {
			v.Post(at[0], tried+n.Fields["id"], flows.Note{Kind: office.Press(verb, told), Fields: n.Fields}, v.Now())
		}
	}
	return nil
}

// told asks a partner whether the other one was expected.
func (Room) told(v *office.Visit) {
	n := v.Event.Note
	text := v.Word("invite.tried.programme")
	if dossier := n.Fields["dossier"]; dossier != "" {
		text = v.Word("invite.tried", "enterprise", v.Programme.Name(register.Enterprises, dossier))
	}
	v.Tell(text, []flows.Button{{Label: v.Word("invite.new"), Data: office.Press(verb, create), Kind: "form"}}, v.Home())
}

// shown is how many invitations are listed.
const shown = 10

// list shows the newest invitations that the visitor may see: in the place of the
// card that was pressed, or as a new one.
func (Room) list(v *office.Visit, inPlace bool) error {
	if !v.May(office.InvitePeople, "") {
		return nil
	}
	all, err := List(v.Ctx, v.Store())
	if err != nil {
		return err
	}
	all = slices.DeleteFunc(all, func(i Listed) bool { return !sees(v, i.Invite) })
	card := flows.Card{ID: verb + "-list", Replace: inPlace, Lines: []flows.Line{{Style: flows.Heading, Text: v.Word("invite")}}}
	if len(all) == 0 {
		card.Lines = append(card.Lines, flows.Line{Style: flows.Body, Text: v.Word("invite.none")})
	}
	for _, i := range all[:min(len(all), shown)] {
		state := StateOf(i.Invite, v.Now())
		card.Lines = append(card.Lines, flows.Line{Style: flows.Bullet, Text: v.Word("invite.line", "who", whose(v, i.Invite), "state", v.Word("invite.state."+string(state)))})
		if state == Open || state == Shared {
			card.Buttons = append(card.Buttons, []flows.Button{{
				Label: v.Word("invite.revoke", "who", whose(v, i.Invite)), Data: office.Press(verb, revoke, i.ID), Kind: "quiet",
			}})
		}
	}
	card.Buttons = append(card.Buttons,
		[]flows.Button{{Label: v.Word("invite.new"), Data: office.Press(verb, create), Kind: "form"}}, v.Home())
	v.Say(card)
	return nil
}

// sees tells whether the visitor may see an invitation, and take it back.
func sees(v *office.Visit, i flows.Invite) bool {
	return i.By != "" && i.By == v.Member.ID || v.Member.Fields["role"] == register.Coordinator ||
		i.Dossier != "" && v.Programme.Accompanies(v.Member.ID, i.Dossier)
}

// whose says for whom an invitation is.
func whose(v *office.Visit, i flows.Invite) string {
	enterprise := v.Programme.Name(register.Enterprises, i.Dossier)
	switch {
	case i.Member != "" && i.Dossier != "":
		return v.Programme.Name(register.People, i.Member) + " · " + enterprise
	case i.Member != "":
		return v.Programme.Name(register.People, i.Member)
	}
	return enterprise
}

func (r Room) revoke(v *office.Visit, id string) error {
	if !v.May(office.InvitePeople, "") {
		return nil
	}
	all, err := List(v.Ctx, v.Store())
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(all, func(i Listed) bool { return i.ID == id && sees(v, i.Invite) }) {
		return r.list(v, true)
	}
	if _, err := bot.RevokeInvite(v.Ctx, v.Store(), id, v.Now()); err != nil && !errors.Is(err, bot.ErrNotFound) {
		return err
	}
	return r.list(v, true)
}
