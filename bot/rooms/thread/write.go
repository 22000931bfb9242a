package thread

import (
	"slices"
	"strings"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/form"
)

// everybody stands for all people of an enterprise.
const everybody = "all"

// staff are the people of an enterprise who can be written to.
func staff(v *office.Visit, enterprise string) ([]form.Person, error) {
	all, err := people(v, enterprise)
	return slices.DeleteFunc(all, func(p form.Person) bool {
		return p.Role == flows.RoleAccompanist || p.Address == "" || p.Delegate != ""
	}), err
}

// writeForm asks what an accompanist writes to an enterprise, and to whom there.
func (Room) writeForm(v *office.Visit, enterprise string) (f bot.Form, ok bool, err error) {
	if !v.Allowed(office.WriteTo, enterprise) {
		return f, false, nil
	}
	people, err := staff(v, enterprise)
	if err != nil || len(people) == 0 {
		return f, false, err
	}
	f = bot.Form{
		Title: v.Word("thread.write"), Submit: v.Word("thread.send"),
		Lines: []flows.Line{{Style: flows.Body, Text: v.Word("thread.write.to", "enterprise", v.Programme.Name(register.Enterprises, enterprise))}},
	}
	if len(people) > 1 {
		who := bot.Field{ID: "who", Kind: bot.ChoiceField, Label: v.Word("thread.write.who"), Value: []string{everybody}}
		who.Options = append(who.Options, bot.FieldOption{ID: everybody, Label: v.Word("thread.write.all")})
		for _, p := range people {
			who.Options = append(who.Options, bot.FieldOption{ID: p.ID, Label: p.Name})
		}
		f.Fields = append(f.Fields, who)
	}
	f.Fields = append(f.Fields, bot.Field{ID: "text", Kind: bot.LongField, Label: v.Word("thread.write.what"), Hint: v.Word("thread.answer.hint"), Files: true})
	return f, true, nil
}

// write begins a thread with an enterprise.
func (r Room) write(v *office.Visit, enterprise string) error {
	if !v.May(office.WriteTo, enterprise) {
		return nil
	}
	people, err := staff(v, enterprise)
	if err != nil {
		return err
	}
	said := words{strings.TrimSpace(v.Field("text")), v.Files}
	name := v.Programme.Name(register.Enterprises, enterprise)
	switch {
	case len(people) == 0:
		v.Tell(v.Word("thread.write.nobody", "enterprise", name), v.Home())
		return nil
	case said.none():
		v.Tell(v.Word("thread.wordsonly"), v.Home())
		return nil
	}
	t := talk{id: v.ID(), enterprise: enterprise}
	me := newEnd(t.id, enterprise, ofPartner, v.Address, "member", v.Member.ID)
	t.ends = append(t.ends, me)
	for _, p := range people {
		if who := v.Field("who"); who == "" || who == everybody || who == p.ID {
			t.ends = append(t.ends, newEnd(t.id, enterprise, ofEnterprise, bot.Address(p.Address), "name", p.Name))
		}
	}
	if err := v.Keep(t.entries()...); err != nil {
		return err
	}
	at, err := t.post(v, noteRoot, "root", said)
	if err != nil {
		return err
	}
	v.Say(flows.Card{ID: cardID(t.id), Top: true, Lines: []flows.Line{
		{Style: flows.Heading, Text: v.Word("thread.written", "enterprise", name)},
		own(said.shown(), v.Lang, v.Lang),
		{Style: flows.Hint, Text: t.receipt(v, at)},
	}, Buttons: [][]flows.Button{v.Home()}})
	return nil
}
