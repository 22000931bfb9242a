package flows

// guest tells whether this person speaks for a stakeholder, and sees nothing
// but what is asked of it.
func (st *step) guest() bool { return false }
