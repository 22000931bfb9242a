package flows

// OutsideRole tells whether somebody accompanies the enterprise and is no
// respondent of it.
func OutsideRole(role string) bool { return role == RoleAccompanist }

// RoleAccompanist is the role of whoever accompanies the enterprise.
const RoleAccompanist = "accompanist"

// RoleDelegate is the role of who speaks for a stakeholder. Nothing is asked of
// them, and shown to them, but what is asked of it.
const RoleDelegate = "delegate"
