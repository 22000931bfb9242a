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

// bind notes who in the programme has come in by an invitation.
func (st *step) bind(in Invite) {
	if in.Member == "" {
		return
	}
	st.s.Member = in.Member
	st.tellOffice(OfficeRegister, NoteBind, bound(in, st.s.Address, st.lang()))
}

// Bind lets the turn note who in the programme has come in by an invitation, for
// a turn that no step makes.
func (t *Turn) Bind(in Invite) {
	if in.Member == "" {
		return
	}
	t.Session.Member = in.Member
	t.Wishes = append(t.Wishes, Wish{Tell: &Tell{To: OfficeRegister, Note: Note{
		Kind: NoteBind, From: t.Session.Address, Dossier: in.Dossier, Fields: bound(in, t.Session.Address, t.Session.Lang),
	}}})
}

func bound(in Invite, address, lang string) map[string]string {
	return map[string]string{"member": in.Member, "address": address, "dossier": in.Dossier, "role": in.Role, "lang": lang}
}

// tellOffice tells the programme something, in one of its mailboxes.
func (st *step) tellOffice(mailbox, kind string, fields map[string]string) {
	st.wishes = append(st.wishes, Wish{Tell: &Tell{To: mailbox, Note: Note{
		Kind: kind, From: st.s.Address, Dossier: st.s.Dossier, Fields: fields,
	}}})
}
