package thread

import (
	"cmp"
	"slices"
	"strings"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/form"
)

// insider tells whether the visitor belongs to an enterprise, and has come in.
func insider(v *office.Visit) bool {
	return v.Session.Dossier != "" && v.Session.Person != "" && v.Session.Role != flows.RoleAccompanist
}

// callForm asks what the trouble is, and whether the answer may be shown.
func (Room) callForm(v *office.Visit, place string) (f bot.Form, ok bool, err error) {
	if !insider(v) {
		return f, false, nil
	}
	f = bot.Form{
		Title: v.Word("thread.call"), Submit: v.Word("thread.send"),
		Lines:  []flows.Line{{Style: flows.Body, Text: v.Word("thread.call.who")}},
		Fields: []bot.Field{{ID: "text", Kind: bot.LongField, Label: v.Word("thread.call.what"), Hint: v.Word("thread.call.hint"), Optional: true, Files: true}},
	}
	answer, err := answerAt(v, v.Session.Dossier, form.Place(place), v.Lang)
	if answer != "" {
		f.Fields = append(f.Fields, bot.Field{
			ID: "show", Kind: bot.ChoiceField, Label: v.Word("thread.call.show"), Value: []string{"no"},
			Options: []bot.FieldOption{{ID: "no", Label: v.Word("thread.call.no")}, {ID: "yes", Label: v.Word("thread.call.yes")}},
		})
	}
	return f, true, err
}

// call begins a thread with those who accompany the enterprise.
func (r Room) call(v *office.Visit, place string) error {
	if !insider(v) {
		return r.nothing(v)
	}
	t := talk{id: v.ID(), enterprise: v.Session.Dossier}
	question := form.Place(place).Question()
	name, err := nameOf(v)
	if err != nil {
		return err
	}
	files, err := written(v.Files)
	if err != nil {
		return err
	}
	show := ""
	if v.Field("show") == "yes" {
		show = "yes"
	}
	asker := newEnd(t.id, t.enterprise, ofEnterprise, v.Address, "asked", "yes", "member", v.Session.Member, "name", name,
		"lang", v.Lang, "place", place, "text", strings.TrimSpace(v.Field("text")), "show", show, "files", files)
	t.ends = append(t.ends, asker)
	if err := t.invite(v); err != nil {
		return err
	}
	t.call = newCall(v, t, question, cmp.Or(v.Session.Member, name))
	if err := v.Keep(t.entries()...); err != nil {
		return err
	}
	at, err := t.post(v, noteRoot, "root", words{})
	if err != nil {
		return err
	}
	card := flows.Card{ID: cardID(t.id), Top: true, Lines: []flows.Line{
		{Style: flows.Heading, Text: v.Word("thread.called")}, {Style: flows.Body, Text: t.receipt(v, at)},
	}}
	if text := questionText(v, t.enterprise, question, v.Lang); text != "" {
		card.Lines = slices.Insert(card.Lines, 1, flows.Line{Style: flows.Body, Text: text})
	}
	goOn := []flows.Button{{Label: v.Word("thread.goon"), Data: "go", Kind: "primary"}}
	ways := t.buttons(v, asker)
	ways[0][0].Label = v.Word("thread.add")
	card.Buttons = append([][]flows.Button{goOn}, ways...)
	v.Say(card)
	return nil
}

// invite adds the ends of all who accompany the enterprise: as the register has
// them, or else as they came into the dossier.
func (t *talk) invite(v *office.Visit) error {
	for _, member := range v.Programme.Accompanists(t.enterprise) {
		reached, err := v.Reached(member)
		if err != nil {
			return err
		}
		if len(reached) > 0 {
			t.ends = append(t.ends, newEnd(t.id, t.enterprise, ofPartner, reached[0], "member", member))
		}
	}
	if len(t.ends) > 1 {
		return nil
	}
	head, _, err := v.Head(t.enterprise)
	for _, p := range head.People {
		if p.Role == flows.RoleAccompanist && p.Address != "" {
			t.ends = append(t.ends, newEnd(t.id, t.enterprise, ofPartner, bot.Address(p.Address), "name", p.Name))
		}
	}
	return err
}

func (t talk) entries() (all []register.Entry) {
	for _, e := range t.ends {
		all = append(all, e.Entry)
	}
	if t.isCall() {
		all = append(all, t.call)
	}
	return all
}

// nameOf is what the visitor is called in their enterprise.
func nameOf(v *office.Visit) (name string, err error) {
	all, err := people(v, v.Session.Dossier)
	for _, p := range all {
		if p.ID == v.Session.Person {
			name = p.Name
		}
	}
	return name, err
}

// people are those who have come into a dossier, by the names they gave there.
func people(v *office.Visit, enterprise string) (all []form.Person, err error) {
	err = v.Look(enterprise, func(s form.Source) error {
		d := form.Open(v.Script.Questionnaire, s, v.Now())
		all = slices.Clone(d.Head().People)
		for i, p := range all {
			if p.Respondent != "" {
				all[i].Name = cmp.Or(d.Label(form.Path(p.Respondent), v.Lang), p.Name)
			}
		}
		return nil
	})
	return all, err
}
