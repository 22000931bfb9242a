package office

import (
	"context"
	"slices"
	"unicode/utf8"

	"visesbot/bot"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/parse"
)

const frontVerb = "front"

// front is the first page that a member of the programme sees: what waits for
// them, and the way to every room.
type front struct{ f *Office }

func (front) Verb() string              { return frontVerb }
func (front) Commands() []parse.Command { return []parse.Command{parse.Programme} }

// Serve shows it, or goes to the review of a dossier that waits for a signature.
func (r front) Serve(v *Visit) error {
	if args := v.Args(); args[0] == "review" && len(args) == 2 {
		if v.May(OpenDossier, args[1]) {
			v.Seat(args[1])
			v.Go("review")
		}
		return nil
	}
	if n := v.Event.Note; n != nil {
		return unreached(v, n)
	}
	c, err := r.card(v)
	if err == nil {
		v.Say(c)
	}
	return err
}

func (r front) card(v *Visit) (flows.Card, error) {
	c := flows.Card{Lang: v.Lang, Lines: []flows.Line{
		{Style: flows.Heading, Text: v.Word("front.title")},
		{Style: flows.Hint, Text: v.Word("role." + v.role())},
	}}
	lines, rows, err := v.signs()
	if err != nil {
		return c, err
	}
	c.Lines, c.Buttons = append(c.Lines, lines...), append(c.Buttons, rows...)
	if v.allowed(SeeAll, "") {
		c.Lines = append(c.Lines, v.numbers()...)
	}
	for _, room := range r.f.o.Rooms {
		t, ok := room.(Teller)
		if !ok {
			continue
		}
		lines, rows, err := t.Front(v)
		if err != nil {
			return c, err
		}
		c.Lines, c.Buttons = append(c.Lines, lines...), append(c.Buttons, rows...)
	}
	c.Buttons = beside(c.Buttons)
	return c, nil
}

// shortLabel is how long the label of a button is, at most, beside which another
// one stands on a phone.
const shortLabel = 18

// beside puts two short buttons in a row, where each would stand alone.
func beside(rows [][]flows.Button) (all [][]flows.Button) {
	short := func(row []flows.Button) bool {
		return len(row) == 1 && utf8.RuneCountInString(row[0].Label) <= shortLabel
	}
	for _, row := range rows {
		if n := len(all); n > 0 && short(row) && short(all[n-1]) {
			all[n-1] = []flows.Button{all[n-1][0], row[0]}
			continue
		}
		all = append(all, row)
	}
	return all
}

// role is what the visitor is in the programme.
func (v *Visit) role() string {
	role := v.Member.Fields["role"]
	if slices.Contains(register.Roles(), role) {
		return role
	}
	return "none"
}

// Dashboard is the front page for an App Home; bot.ErrNotFound for who is no
// member, and for whoever belongs to an enterprise: they have a page of their own.
func (f *Office) Dashboard(ctx context.Context, a bot.Address, _ string) (flows.Card, error) {
	s, err := f.o.Store.Session(ctx, a)
	if err != nil {
		return flows.Card{}, err
	}
	if s.Member == "" || ofEnterprise(s) {
		return flows.Card{}, bot.ErrNotFound
	}
	v, err := f.visit(ctx, a, s, flows.Event{At: f.now(s)})
	if err != nil {
		return flows.Card{}, err
	}
	v.Verb = frontVerb
	return front{f}.card(v)
}
