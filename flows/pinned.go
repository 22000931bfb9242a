package flows

import (
	"visesbot/flows/form"
)

// Pinned gives the version of the content that a conversation has to be moved
// on by: that of its dossier, so that all its people are asked the same. It is
// "" where the present content may be taken: for what is new, and between two
// phases, never in the middle of one.
func Pinned(dossier form.Source) string {
	if dossier == nil {
		return ""
	}
	head := dossier.Head()
	if head.Phase == "" || head.Between() {
		return ""
	}
	return head.Content
}
