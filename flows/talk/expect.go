package talk

import "visesbot/flows"

// Expect says what the next typed text is for. One that may not stand in the mode
// of the talk is a fault.
func (t *Turn) Expect(e flows.Expects) {
	if !flows.MayExpect(t.Session.Mode, e.Kind) {
		t.Fault("%q is expected while the talk is in %q", e.Kind, t.Session.Mode)
	}
	t.Session.Expects = e
}

// ExpectNothing says that the next typed text is an answer again.
func (t *Turn) ExpectNothing() { t.Session.Expects = flows.Expects{} }

// Expecting tells whether this is what the next typed text is for.
func (t *Turn) Expecting(kind flows.Expectation) bool { return t.Session.Expects.Kind == kind }
