package meeting

import (
	"maps"
	"slices"
	"strings"

	"visesbot/bot/gathering"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
)

// planFields are the fields of the form: they are kept as they were written.
func planFields() []string {
	return []string{"title", "kind", "for", "date", "from", "until", "place", "link", "module", "note"}
}

// plan takes a filled in form: for a meeting that was not sent, as a draft that is
// looked at before it goes out; for one that was, as a change.
func plan(v *office.Visit, id string, old register.Entry) error {
	if v.Fields == nil {
		return list(v)
	}
	e := register.Entry{Table: Meetings, ID: id, Fields: maps.Clone(old.Fields)}
	if e.Fields == nil {
		e.Fields = map[string]string{"state": draft, "by": v.Member.ID, "address": string(v.Address), "lang": v.Lang}
	}
	for _, field := range planFields() {
		e.Fields[field] = strings.TrimSpace(v.Field(field))
	}
	wrong := settle(v, &e)
	m := read(e)
	if m.Fields["for"] != "" && !m.may(v) {
		return nil
	}
	if m.State() == draft {
		if err := v.Keep(e); err != nil {
			return err
		}
	}
	switch {
	case len(wrong) > 0:
		return mend(v, m, wrong)
	case m.State() == draft:
		return preview(v, m)
	}
	v.Tell(v.Word("meet.changing"))
	return post(v, m, "change", e.Fields)
}

// settle works out what the fields mean, and tells what is wrong with them.
func settle(v *office.Visit, e *register.Entry) (wrong []string) {
	f := e.Fields
	delete(f, "cohort")
	delete(f, "enterprise")
	all := choices(v)
	at := slices.IndexFunc(all, func(c choice) bool { return c.tag() == f["for"] })
	switch {
	case at < 0:
		f["cohort"] = strings.TrimPrefix(f["for"], "c_")
	case all[at].table == register.Cohorts:
		f["cohort"] = all[at].id
	default:
		c, _ := v.Programme.CohortOf(all[at].id)
		f["enterprise"], f["cohort"], f["kind"] = all[at].id, c.ID, "individual"
	}
	if f["title"] == "" {
		wrong = append(wrong, v.Word("meet.wrong.title"))
	}
	switch {
	case f["for"] == "" || !slices.Contains(flows.MeetingKinds(), f["kind"]):
		wrong = append(wrong, v.Word("meet.wrong.for"))
	case f["kind"] == "individual" && f["enterprise"] == "":
		wrong = append(wrong, v.Word("meet.wrong.alone"))
	}
	if place := gathering.Where(f); place != "" {
		wrong = append(wrong, v.Word("meet.wrong."+place))
	}
	return append(wrong, settleWhen(v, f)...)
}

// settleWhen works out when it is.
func settleWhen(v *office.Visit, f map[string]string) []string {
	if wrong := gathering.When(v, f); wrong != "" {
		return []string{v.Word("meet.wrong." + wrong)}
	}
	return nil
}

// mend says what is wrong, and leads back to the form.
func mend(v *office.Visit, m meeting, wrong []string) error {
	c := flows.Card{Lines: []flows.Line{{Style: flows.Heading, Text: v.Word("meet.wrong")}}}
	for _, text := range wrong {
		c.Lines = append(c.Lines, flows.Line{Style: flows.Bullet, Text: text})
	}
	c.Buttons = [][]flows.Button{
		{{Label: v.Word("meet.edit"), Data: office.Press(verb, "edit", m.ID), Kind: "form"}},
		v.Home(),
	}
	v.Say(c)
	return nil
}

// preview shows a draft as it will go out, and to how many.
func preview(v *office.Visit, m meeting) error {
	all, err := people(v, m)
	if err != nil {
		return err
	}
	c := flows.Card{ID: verb + "-" + m.ID, Lines: headLines(v, m)}
	reached := map[string]bool{}
	for _, p := range all {
		reached[p.Fields["enterprise"]] = true
	}
	c.Lines = append(c.Lines, flows.Line{Style: flows.Body, Text: v.Word("meet.reaches", "people", count(len(all)), "enterprises", count(len(reached)))})
	var missing []string
	for _, id := range m.enterprises(v.Programme) {
		if !reached[id] {
			missing = append(missing, v.Programme.Name(register.Enterprises, id))
		}
	}
	if len(missing) > 0 {
		c.Lines = append(c.Lines, flows.Line{Style: flows.Hint, Text: v.Word("meet.unreached", "enterprises", strings.Join(missing, ", "))})
	}
	c.Buttons = [][]flows.Button{
		{{Label: v.Word("meet.send"), Data: office.Press(verb, "send", m.ID), Kind: "primary"}},
		{{Label: v.Word("meet.edit"), Data: office.Press(verb, "edit", m.ID), Kind: "form"}, {Label: v.Word("meet.drop"), Data: office.Press(verb, "drop", m.ID), Kind: "quiet"}},
		v.Home(),
	}
	v.Say(c)
	return nil
}

// decide sends a draft, or lets it go.
func decide(v *office.Visit, m meeting, act string) error {
	switch {
	case m.State() != draft:
		return show(v, m, false)
	case act == "drop":
		m.Fields = maps.Clone(m.Fields)
		m.Fields["state"] = "dropped"
		v.Tell(v.Word("meet.dropped"), v.Home())
		return v.Keep(m.Entry)
	}
	if wrong := settle(v, &m.Entry); len(wrong) > 0 {
		return mend(v, m, wrong)
	}
	v.Tell(v.Word("meet.sending"))
	return post(v, m, "send", map[string]string{})
}

// post hands something to the mailbox of a meeting.
func post(v *office.Visit, m meeting, act string, fields map[string]string) error {
	all := maps.Clone(fields)
	all["act"], all["member"], all["desk"] = act, v.Member.ID, string(v.Address)
	v.Post(mailbox(m.ID), v.ID(), flows.Note{Kind: office.Press(verb, "do", m.ID), Fields: all}, v.Now())
	return nil
}

// choice is a cohort or an enterprise that a meeting can be for.
type choice struct {
	table, id, label string
}

// tag names a choice in a button: shorter than an id may be.
func (c choice) tag() string {
	return map[string]string{register.Cohorts: "c_", register.Enterprises: "e_"}[c.table] + c.id[max(0, len(c.id)-24):]
}

// choices are what the visitor may plan a meeting for.
func choices(v *office.Visit) (all []choice) {
	for _, c := range v.Programme.CohortsOf(v.Member.ID) {
		all = append(all, choice{register.Cohorts, c.ID, v.Programme.Name(register.Cohorts, c.ID)})
	}
	for _, e := range v.Programme.All(register.Enterprises) {
		if v.Programme.Accompanies(v.Member.ID, e.ID) {
			all = append(all, choice{register.Enterprises, e.ID, v.Programme.Name(register.Enterprises, e.ID)})
		}
	}
	return all[:min(len(all), 100)]
}
