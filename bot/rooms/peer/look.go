package peer

import (
	"cmp"
	"slices"
	"strconv"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/form"
)

// page is how many shared answers fit one card.
const page = 5

// shared is an answer that its enterprise shares now.
type shared struct{ from, question, answer, lang, at string }

// look brings what the others of a group share, and how many enterprises are in
// each phase.
func look(v *office.Visit, c register.Entry, n flows.Note) error {
	fields := map[string]string{"state": flows.PeerGroup, "name": c.Fields["name"]}
	for _, enterprise := range c.List("enterprises") {
		head, begun, err := v.Head(enterprise)
		if err != nil {
			return err
		}
		if begun {
			at := "phase." + head.Phase
			before, _ := strconv.Atoi(fields[at])
			fields[at] = strconv.Itoa(before + 1)
		}
	}
	all, err := shares(v, c, n.Dossier, n.Fields["lang"])
	if err != nil {
		return err
	}
	from, _ := strconv.Atoi(n.Fields["page"])
	from = min(max(from, 0)*page, len(all))
	for i, s := range all[from:min(from+page, len(all))] {
		at := "." + strconv.Itoa(i)
		fields["from"+at], fields["question"+at], fields["answer"+at], fields["lang"+at] = s.from, s.question, s.answer, s.lang
	}
	if from+page < len(all) {
		fields["more"] = strconv.Itoa(from/page + 1)
	}
	tell(v, bot.Address(n.From), n.Dossier, fields)
	return nil
}

// shares are the answers that the others share, the newest first.
func shares(v *office.Visit, c register.Entry, but, lang string) ([]shared, error) {
	entries, err := v.Store().Below(v.Ctx, Shares, c.ID+"/")
	if err != nil {
		return nil, err
	}
	by := map[string][]register.Entry{}
	for _, e := range entries {
		if e.Fields["state"] == "shared" && e.Fields["enterprise"] != but && slices.Contains(c.List("enterprises"), e.Fields["enterprise"]) {
			by[e.Fields["enterprise"]] = append(by[e.Fields["enterprise"]], e)
		}
	}
	var all []shared
	for enterprise, places := range by {
		some, err := answers(v, enterprise, places, lang)
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	slices.SortFunc(all, func(a, b shared) int {
		return cmp.Or(cmp.Compare(b.at, a.at), cmp.Compare(a.from, b.from), cmp.Compare(a.question, b.question))
	})
	return all, nil
}

// answers reads those answers of one enterprise that are released to its cohort at
// this moment.
func answers(v *office.Visit, enterprise string, places []register.Entry, lang string) (all []shared, err error) {
	err = v.Look(enterprise, func(s form.Source) error {
		all = nil
		d := form.Open(v.Script.Questionnaire, s, v.Now())
		for _, e := range places {
			p := form.Place(e.Fields["place"])
			r, released := s.Head().Released(string(p))
			q, known := v.Script.Questionnaire.Question(p.Question())
			if !released || r.To != flows.PeersRelease || !known || !d.Has(p) {
				continue
			}
			a := d.Answer(p)
			if a == nil || a.State != form.Given || a.Archived || d.Show(a, lang) == "" {
				continue
			}
			text, _ := q.Wording(d.Pool())
			all = append(all, shared{
				from: v.Programme.Name(register.Enterprises, enterprise), question: d.Text(text, p, lang),
				answer: d.Show(a, lang), lang: a.Author.Lang, at: e.Fields["at"],
			})
		}
		return nil
	})
	return all, err
}
