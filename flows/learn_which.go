package flows

import (
	"slices"
	"strconv"

	"visesbot/flows/form"
)

// openModule makes a module the one that is followed, at the block where it was
// left; the one followed so far keeps its place.
func (st *step) openModule(m *Module) {
	now := st.s.Module
	if now != nil && now.ID == m.ID {
		return
	}
	next := Learning{ID: m.ID}
	var begun []Learning
	for _, l := range st.s.Begun {
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
	st.s.Begun, st.s.Module = begun, &next
}

// suggestion is the button of the module that comes next, if any.
func (st *step) suggestion() [][]Button {
	m := st.suggested()
	if m == nil {
		return nil
	}
	label := st.word("home.learn", "module", m.ID+" · "+m.Title.In(st.lang()), "minutes", strconv.Itoa(m.Minutes))
	return [][]Button{row(primary("▶ "+label, bLearn+"~"+m.ID))}
}

// suggested is the module this person is in, or the first that prepares the
// phase the enterprise is in, or an earlier one, and was not followed to its
// end. The others wait in the list of modules.
func (st *step) suggested() *Module {
	if outsideRole(st.s.Role) {
		return nil
	}
	if m, _ := st.block(); m != nil {
		return m
	}
	for _, m := range st.script.Modules {
		if !slices.Contains(st.s.Done, m.ID) && st.phaseIndex(m.Next) <= st.phaseNow() {
			return m
		}
	}
	return nil
}

// phaseIndex is where a phase stands; what is no phase comes after them all.
func (st *step) phaseIndex(id string) int {
	at := slices.IndexFunc(st.script.Questionnaire.Phases, func(p *form.Phase) bool { return p.ID == id })
	if at < 0 {
		return len(st.script.Questionnaire.Phases)
	}
	return at
}

// phaseNow is where the enterprise stands.
func (st *step) phaseNow() int {
	if st.d == nil || !st.d.Exists() {
		return 0
	}
	if st.d.Ended() {
		return len(st.script.Questionnaire.Phases)
	}
	return st.phaseIndex(st.d.Head().Phase)
}
