package cycle

import (
	"visesbot/flows"
	"visesbot/flows/talk"
)

// UpgradeContent takes the dossier up into this content, if it was pinned to another,
// and tells those who accompany the enterprise.
func UpgradeContent(t *talk.Turn) {
	if t.Dossier == nil || !t.Dossier.Exists() || !t.Dossier.Adopt(t.Author()) {
		return
	}
	for _, person := range t.Dossier.Head().People {
		if flows.OutsideRole(person.Role) {
			t.Notify(person.Address, flows.Note{Kind: flows.NoteContent, From: t.Session.Respondent, Text: t.Script.Version})
		}
	}
}
