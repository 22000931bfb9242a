package cycle

import (
	"slices"
	"strings"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// nextAct is what this person does next: agree, answer, sign, or look at what the
// others still have to say. It follows from how things stand, for every role.
func nextAct(t *talk.Turn) flows.Button {
	outside := flows.OutsideRole(t.Session.Role)
	switch {
	case !t.MayAnswer():
		return talk.Primary(t.Word("consent.yes"), flows.Press(flows.VerbConsent, "yes"))
	case outside && gate(t) == flows.GateSigned:
		return talk.Primary(t.Word("sign.look"), flows.Press(flows.VerbReview))
	case t.HasOpen():
		return talk.Primary(t.Word("home.answer"), flows.Press(flows.VerbAnswer))
	case outside || t.Guest() || t.Dossier.Ended() || gate(t) == flows.GateSigned:
		return flows.Button{}
	case len(t.Dossier.Gaps()) == 0:
		return talk.Primary(t.Word("home.close"), flows.Press(flows.VerbReview))
	}
	return talk.Primary(t.Word("home.waits.look"), flows.Press(flows.VerbReview))
}

// nothingMine says why there is nothing to answer for this person: the phase waits to
// be signed, for a signature, or for others, by name.
func nothingMine(t *talk.Turn, phase string) string {
	switch {
	case flows.OutsideRole(t.Session.Role) || t.Guest():
		return t.Word("home.nothing", "phase", phase)
	case gate(t) == flows.GateSigned:
		return t.Word("home.signed", "phase", phase)
	case len(t.Dossier.Gaps()) == 0:
		return t.Word("home.ready", "phase", phase)
	}
	if who := awaited(t, t.Dossier.Gaps()); who != "" {
		return t.Word("home.waits", "phase", phase, "who", who)
	}
	return t.Word("home.missing", "phase", phase)
}

// awaited names those whom open questions were handed to.
func awaited(t *talk.Turn, gaps []form.Gap) string {
	var names []string
	for _, g := range gaps {
		a := t.Dossier.Answer(g.Place)
		if g.Place == "" || a == nil || a.State != form.Delegated || a.To == "" {
			continue
		}
		if name := t.Named(form.Path(a.To)); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// unheard names those who have not said yet what each says for themselves, this
// person left out.
func unheard(t *talk.Turn) []string {
	c, _, ok := t.Script.Questionnaire.Respondents()
	phase, there := t.Script.Questionnaire.Phase(t.Dossier.Head().Phase)
	if !ok || !there {
		return nil
	}
	var names []string
	t.Dossier.Walk(phase, func(at form.Placed) {
		r := at.Place.Path()
		it := t.Dossier.Item(r)
		if at.Question.Respond != form.Each || at.Question.Type == form.Consent || !at.Status.Open() || it == nil || it.Collection != c.ID || string(r) == t.Session.Respondent {
			return
		}
		if name := t.Named(r); !slices.Contains(names, name) {
			names = append(names, name)
		}
	})
	return names
}

// choices are the answers that met another's and wait for this person to choose.
func choices(t *talk.Turn) [][]flows.Button {
	var rows [][]flows.Button
	for _, d := range t.Session.Conflicts {
		if q, ok := t.Script.Questionnaire.Question(d.Place.Question()); ok && t.MayAnswer() {
			rows = append(rows, talk.Row(talk.Button(t.Word("conflict.open", "question", talk.Clip(q.Short.In(t.Lang()), 40)), flows.PressAt(flows.AtChoice, d.Place, ""))))
		}
	}
	return rows[:min(len(rows), 3)]
}

// hasAnswers tells whether there is anything to look at or to change.
func hasAnswers(t *talk.Turn) bool {
	return t.Dossier.Head().Records > 0 && (t.Dossier.Head().Phase != flows.CyclePhases()[0] || anyAnswer(t))
}

func anyAnswer(t *talk.Turn) (some bool) {
	phase, ok := t.Script.Questionnaire.Phase(t.Dossier.Head().Phase)
	if !ok {
		return true
	}
	t.Dossier.Walk(phase, func(at form.Placed) {
		some = some || at.Answer != nil && at.Question.Type != form.Consent
	})
	return some
}

// quieter are buttons beside a main one.
func quieter(rows [][]flows.Button) [][]flows.Button {
	for _, row := range rows {
		for i := range row {
			if row[i].Kind == "primary" {
				row[i].Kind = ""
			}
		}
	}
	return rows
}
