package flows

import (
	"slices"

	"visesbot/flows/form"
)

// NeedHelp is the data of the button by which somebody asks whoever accompanies
// the enterprise for help on a question.
func NeedHelp(p form.Place) string { return OfficePrefix + "thread~ask~" + string(p) }

// accompanied tells whether somebody would hear a call for help: who accompanies
// the enterprise has come in, or the programme knows who does. Whoever accompanies
// it calls nobody.
func (st *step) accompanied() bool {
	if outsideRole(st.s.Role) || !st.joined() {
		return false
	}
	there := func(p form.Person) bool { return outsideRole(p.Role) }
	return st.s.Member != "" || slices.ContainsFunc(st.d.Head().People, there)
}
