package flows

// OfficePrefix is what the kinds of notes begin with by which conversations tell
// the programme something, and the programme tells them; and the data of its buttons
// and the names of its timers.
const OfficePrefix = "o~"

// OfficeRegister is the mailbox in which the programme hears who is who.
const OfficeRegister = "office:register"

// NoteBind tells the programme which conversation a member of it has: Fields
// are member, address, dossier, role and lang.
const NoteBind = OfficePrefix + "bind"

// Bind lets the turn note who in the programme has come in by an invitation, for
// a turn that no step makes.
func (t *Turn) Bind(in Invite) {
	if in.Member == "" {
		return
	}
	t.Session.Member = in.Member
	t.Wishes = append(t.Wishes, Wish{Tell: &Tell{To: OfficeRegister, Note: Note{
		Kind: NoteBind, From: t.Session.Address, Dossier: in.Dossier, Fields: Bound(in, t.Session.Address, t.Session.Lang),
	}}})
}

// Bound are the fields of [NoteBind].
func Bound(in Invite, address, lang string) map[string]string {
	return map[string]string{"member": in.Member, "address": address, "dossier": in.Dossier, "role": in.Role, "lang": lang}
}
