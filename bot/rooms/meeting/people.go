package meeting

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/form"
)

// person is somebody of an enterprise who is invited, and what is known of them.
type person struct {
	register.Entry
	name string   // as the dossier has it; it is written nowhere else
	also []string // addresses on their other apps
}

func (p person) address() bot.Address { return bot.Address(p.Fields["address"]) }

// wrote tells whether a note is of this person, from whichever of their apps.
func (p person) wrote(n flows.Note) bool {
	mine := n.From == p.Fields["address"] || slices.Contains(p.also, n.From)
	return mine && n.Dossier == p.Fields["enterprise"] && n.Fields["person"] == p.Fields["person"]
}

// people are all who are invited to a meeting: the staff of its enterprises as it
// is now, and whoever was invited before.
func people(v *office.Visit, m meeting) ([]person, error) {
	kept, err := v.Store().Below(v.Ctx, Attendance, m.ID+"/")
	if err != nil {
		return nil, err
	}
	var all []person
	for _, e := range kept {
		all = append(all, person{Entry: e})
	}
	for _, enterprise := range m.enterprises(v.Programme) {
		staff, err := staffOf(v, enterprise)
		if err != nil {
			return nil, err
		}
		for _, p := range staff {
			id := m.ID + "/" + enterprise + "/" + p.ID
			at := slices.IndexFunc(all, func(o person) bool { return o.ID == id })
			if at < 0 {
				all = append(all, person{Entry: register.Entry{Table: Attendance, ID: id, Fields: map[string]string{
					"meeting": m.ID, "enterprise": enterprise, "person": p.ID, "address": p.Address,
				}}})
				at = len(all) - 1
			}
			all[at].name, all[at].also = p.Name, p.Also
			if all[at].Fields["address"] != p.Address { // they were seen on another app since
				all[at].Fields = maps.Clone(all[at].Fields)
				all[at].Fields["address"] = p.Address
			}
		}
	}
	slices.SortFunc(all, func(a, b person) int { return cmp.Compare(a.ID, b.ID) })
	return all, nil
}

// staffOf are the people of an enterprise with a phone, by the name that their
// colleagues know them by; not who accompanies it, nor who speaks for others.
func staffOf(v *office.Visit, enterprise string) (staff []form.Person, err error) {
	err = v.Look(enterprise, func(s form.Source) error {
		staff = nil
		d := form.Open(v.Script.Questionnaire, s, v.Now())
		for _, p := range s.Head().People {
			if p.Role == flows.RoleAccompanist || p.Delegate != "" || bot.Address(p.Address).Valid() != nil {
				continue
			}
			if p.Respondent != "" {
				p.Name = cmp.Or(d.Label(form.Path(p.Respondent), v.Lang), p.Name)
			}
			staff = append(staff, p)
		}
		return nil
	})
	return staff, err
}

// room are those to whom blocks and polls go: who is ticked as present; as long as
// nobody is, who said that they come.
func room(all []person) []person {
	here := slices.DeleteFunc(slices.Clone(all), func(p person) bool { return p.Fields["here"] == "" })
	if len(here) > 0 {
		return here
	}
	return slices.DeleteFunc(slices.Clone(all), func(p person) bool { return p.Fields["answer"] != "yes" })
}

// label names somebody to who leads the meeting.
func (p person) label(v *office.Visit) string {
	enterprise := v.Programme.Name(register.Enterprises, p.Fields["enterprise"])
	if p.name == "" {
		return enterprise
	}
	return enterprise + " · " + p.name
}

// mark shows in one sign what somebody answered, or that they are there.
func (p person) mark() string {
	switch {
	case p.Fields["here"] != "":
		return "●"
	case p.Fields["answer"] == "yes":
		return "✓"
	case p.Fields["answer"] == "no":
		return "✗"
	}
	return "?"
}

// key names somebody within a meeting, in a few letters: it stands in buttons.
func (p person) key() string {
	sum := sha256.Sum256([]byte(p.ID))
	return hex.EncodeToString(sum[:5])
}
