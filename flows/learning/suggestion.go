package learning

import (
	"slices"
	"strconv"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// openModule makes a module the one that is followed, at the block where it was
// left; the one followed so far keeps its place.
func openModule(t *talk.Turn, m *flows.Module) {
	now := t.Session.Module
	if now != nil && now.ID == m.ID {
		return
	}
	next := flows.Learning{ID: m.ID}
	var begun []flows.Learning
	for _, l := range t.Session.Begun {
		if l.ID == m.ID {
			next = l
			continue
		}
		begun = append(begun, l)
	}
	if now != nil {
		left := *now
		left.Picks = nil
		begun = append(begun, left)
	}
	t.Session.Begun, t.Session.Module = begun, &next
}

// Suggestion is the button of the module that comes next, if any.
func Suggestion(t *talk.Turn) [][]flows.Button {
	m := suggested(t)
	if m == nil {
		return nil
	}
	label := t.Word("home.learn", "module", m.ID+" · "+m.Title.In(t.Lang()), "minutes", strconv.Itoa(m.Minutes))
	return [][]flows.Button{talk.Row(talk.Primary("▶ "+label, flows.Press(flows.VerbLearn, m.ID)))}
}

// suggested is the module this person is in, or the first that prepares the
// phase the enterprise is in, or an earlier one, and was not followed to its
// end. The others wait in the list of modules.
func suggested(t *talk.Turn) *flows.Module {
	if flows.OutsideRole(t.Session.Role) {
		return nil
	}
	if m, _ := t.Block(); m != nil {
		return m
	}
	for _, m := range t.Script.Modules {
		if !slices.Contains(t.Session.Done, m.ID) && phaseIndex(t, m.Next) <= phaseNow(t) {
			return m
		}
	}
	return nil
}

// phaseIndex is where a phase stands; what is no phase comes after them all.
func phaseIndex(t *talk.Turn, id string) int {
	at := slices.IndexFunc(t.Script.Questionnaire.Phases, func(p *form.Phase) bool { return p.ID == id })
	if at < 0 {
		return len(t.Script.Questionnaire.Phases)
	}
	return at
}

// phaseNow is where the enterprise stands.
func phaseNow(t *talk.Turn) int {
	if t.Dossier == nil || !t.Dossier.Exists() {
		return 0
	}
	if t.Dossier.Ended() {
		return len(t.Script.Questionnaire.Phases)
	}
	return phaseIndex(t, t.Dossier.Head().Phase)
}
