package flows

import "visesbot/flows/form"

// Album is several photos or documents that were sent together. Platforms bring
// them one by one, so they are gathered here, where nothing is lost when the
// program stops: together they are one answer.
type Album struct {
	ID    string      `json:"id,nocopy"`
	Text  string      `json:"text,omitempty,nocopy"` // the caption
	Files []form.File `json:"files,omitempty"`
	Place form.Place  `json:"place,omitempty,nocopy"` // once it was taken for an answer: whose
}
