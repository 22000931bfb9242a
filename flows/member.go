package flows

// What conversations tell the programme, and the programme tells them, are notes
// whose kind begins with OfficePrefix; so do the data of its buttons and the names of
// its timers.
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
	st.tellOffice(OfficeRegister, NoteBind, map[string]string{
		"member": in.Member, "address": st.s.Address, "dossier": in.Dossier, "role": in.Role, "lang": st.lang(),
	})
}

// tellOffice tells the programme something, in one of its mailboxes.
func (st *step) tellOffice(mailbox, kind string, fields map[string]string) {
	st.wishes = append(st.wishes, Wish{Tell: &Tell{To: mailbox, Note: Note{
		Kind: kind, From: st.s.Address, Dossier: st.s.Dossier, Fields: fields,
	}}})
}
