package talk

import (
	"visesbot/flows"
)

// NotifyOffice tells the programme something, in one of its mailboxes.
func (t *Turn) NotifyOffice(mailbox, kind string, fields map[string]string) {
	t.Wishes = append(t.Wishes, flows.Wish{Tell: &flows.Tell{To: mailbox, Note: flows.Note{
		Kind: kind, From: t.Session.Address, Dossier: t.Session.Dossier, Fields: fields,
	}}})
}

// NotifyStands tells the programme that the enterprise stands elsewhere now.
func (t *Turn) NotifyStands() {
	t.NotifyOffice("office:digest-"+t.Session.Dossier, flows.NoteStands, nil)
}

// Notify tells another conversation something about this dossier; never its own.
func (t *Turn) Notify(address string, n flows.Note) {
	if address != "" && address != t.Session.Address {
		n.Dossier = t.Session.Dossier
		t.Wishes = append(t.Wishes, flows.Wish{Tell: &flows.Tell{To: address, Note: n}})
	}
}

// NotifyAccompanists tells those who accompany the enterprise.
func (t *Turn) NotifyAccompanists(n flows.Note) {
	for _, person := range t.Dossier.Head().People {
		if flows.OutsideRole(person.Role) {
			t.Notify(person.Address, n)
		}
	}
}
