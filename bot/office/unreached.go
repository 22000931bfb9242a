package office

import (
	"cmp"
	"slices"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

// unreached hears that somebody of an enterprise is not reached any more, and tells
// whoever accompanies the enterprise by the register. Those who are in its dossier
// are told there.
func unreached(v *Visit, n *flows.Note) error {
	if v.Address.Channel() != bot.OfficeChannel {
		v.Tell(v.Word("front.unreached", "enterprise", n.Fields["enterprise"], "who", cmp.Or(n.Fields["who"], v.Word("front.somebody"))), v.Home())
		return nil
	}
	head, err := v.f.head(v.Ctx, n.Dossier)
	if err != nil {
		return err
	}
	fields := map[string]string{"enterprise": head.Enterprise.Name, "who": n.Fields["who"]}
	for _, member := range v.Programme.Accompanists(n.Dossier) {
		all, err := v.Reached(member)
		if err != nil {
			return err
		}
		for _, to := range all {
			if slices.ContainsFunc(head.People, func(p form.Person) bool { return p.Address == string(to) }) {
				continue
			}
			v.Post(to, "unreached-"+v.ID(), flows.Note{Kind: flows.NoteOutOfReach, Fields: fields}, v.Now())
		}
	}
	return nil
}
