package office

import (
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// Cohorts is the room in which partners look at their cohorts, and go into the
// dossiers of the enterprises they accompany.
type Cohorts struct{}

const cohortsVerb = "cohort"

// Verb is "cohort".
func (Cohorts) Verb() string { return cohortsVerb }

// Commands are what partners type for it.
func (Cohorts) Commands() []parse.Command { return []parse.Command{parse.Cohorts} }

// mostCohorts is how many cohorts the front page names.
const mostCohorts = 20

// Front lists the visitor's cohorts, and tells where the enterprises are that
// they accompany.
func (Cohorts) Front(v *Visit) (lines []flows.Line, rows [][]flows.Button, err error) {
	all := v.Programme.CohortsOf(v.Member.ID)
	for _, c := range all[:min(len(all), mostCohorts)] {
		rows = append(rows, []flows.Button{{Label: c.Fields["name"], Data: Press(cohortsVerb, "show", c.ID)}})
	}
	lines, err = v.standings()
	return lines, rows, err
}

// Serve shows a cohort, or goes into a dossier.
func (r Cohorts) Serve(v *Visit) error {
	args := v.Args()
	switch {
	case args[0] == "show" && len(args) == 2:
		return r.show(v, args[1])
	case args[0] == "open" && len(args) == 2:
		return r.open(v, args[1])
	}
	return r.list(v)
}

// open goes into a dossier, once somebody of the enterprise has begun it.
func (r Cohorts) open(v *Visit, enterprise string) error {
	if !v.May(OpenDossier, enterprise) {
		return nil
	}
	_, begun, err := v.Head(enterprise)
	switch {
	case err != nil:
		return err
	case !begun:
		v.Tell(v.Word("cohorts.notbegun", "enterprise", v.Programme.Name(register.Enterprises, enterprise)), v.Home())
		return nil
	}
	v.Seat(enterprise)
	v.Go("home")
	return nil
}

func (r Cohorts) list(v *Visit) error {
	var rows [][]flows.Button
	for _, c := range v.Programme.CohortsOf(v.Member.ID) {
		rows = append(rows, []flows.Button{{Label: c.Fields["name"], Data: Press(cohortsVerb, "show", c.ID)}})
	}
	text := v.Word("cohorts.which")
	if len(rows) == 0 {
		text = v.Word("cohorts.none")
	}
	v.Tell(text, append(rows, v.Home())...)
	return nil
}

// show tells where each enterprise of a cohort is. Nothing of what they answered
// is in it.
func (r Cohorts) show(v *Visit, id string) error {
	if !v.May(SeeCohort, id) {
		return nil
	}
	c, _ := v.Programme.Find(register.Cohorts, id)
	card := flows.Card{Lines: []flows.Line{{Style: flows.Heading, Text: c.Fields["name"]}}}
	for _, enterprise := range c.List("enterprises") {
		name := v.Programme.Name(register.Enterprises, enterprise)
		where, err := v.Position(enterprise)
		if err != nil {
			return err
		}
		card.Lines = append(card.Lines, flows.Line{Style: flows.Bullet, Text: v.Word("cohorts.line", "enterprise", name, "where", where)})
		if v.Programme.Accompanies(v.Member.ID, enterprise) {
			card.Buttons = append(card.Buttons, []flows.Button{{Label: name, Data: Press(cohortsVerb, "open", enterprise)}})
		}
	}
	if v.Allowed(ReadAnswers, id) {
		card.Buttons = append(card.Buttons, []flows.Button{{Label: v.Word("export.answers"), Data: Press("export", "answers", id), Kind: "quiet"}})
	}
	card.Buttons = append(card.Buttons, v.Home())
	v.Say(card)
	return nil
}

// Head reads the head of an enterprise's dossier; false when it has none yet.
func (v *Visit) Head(enterprise string) (form.Head, bool, error) {
	h, err := v.f.head(v.Ctx, enterprise)
	return h, h.Phase != "", err
}

// Position says in which phase an enterprise is.
func (v *Visit) Position(enterprise string) (string, error) {
	h, begun, err := v.Head(enterprise)
	switch {
	case err != nil:
		return "", err
	case !begun:
		return v.Word("position.none"), nil
	}
	if p, ok := v.Script.Questionnaire.Phase(h.Phase); ok {
		return p.Title.In(v.Lang), nil
	}
	return v.Word("position.closed"), nil
}
