package form

import "time"

// State says what became of a question.
type State string

// The states of an answer.
const (
	Given         State = "given"
	Unknown       State = "unknown"        // "I don't know yet": comes back when due
	NotApplicable State = "not applicable" // with a reason
	Delegated     State = "delegated"      // waits for somebody else
	Declined      State = "declined"       // an optional question skipped for good
	Past          State = "former cycle"   // given in a cycle that is over: asked again, with the value beside
)

// Value is what was answered; which fields are set follows from the question's
// [Type].
type Value struct {
	Choices []string  `json:"choices,omitempty,nocopy"`
	Number  *float64  `json:"number,omitempty"`
	Unit    string    `json:"unit,omitempty,nocopy"`
	Date    time.Time `json:"date,omitempty,omitzero"`  // a civil date, 00:00 UTC
	Until   time.Time `json:"until,omitempty,omitzero"` // last day of a period
	Text    string    `json:"text,omitempty,nocopy"`
	Files   []File    `json:"files,omitempty"`
}

// IsZero tells whether nothing was answered.
func (v Value) IsZero() bool {
	return len(v.Choices) == 0 && v.Number == nil && v.Unit == "" && v.Date.IsZero() && v.Until.IsZero() &&
		v.Text == "" && len(v.Files) == 0
}

// File refers to a kept file; the bytes are with the store.
type File struct {
	ID   string `json:"id,nocopy"`
	Name string `json:"name,omitempty,nocopy"`
	Type string `json:"type,omitempty,nocopy"` // media type
	Size int64  `json:"size,omitempty"`
}

// Author says who answered, and how.
type Author struct {
	Person     string `json:"person,omitempty,nocopy"`     // id in the dossier's people: "p1"
	Respondent string `json:"respondent,omitempty,nocopy"` // item id in the collection of respondents: "rp1"
	Role       string `json:"role,omitempty,nocopy"`
	Channel    string `json:"channel,omitempty,nocopy"`
	Lang       string `json:"lang,omitempty,nocopy"`
}

// Answer is the present answer at a place. Earlier revisions are kept as
// [Record]s of the dossier.
type Answer struct {
	Place     Place     `json:"place,nocopy"`
	State     State     `json:"state,nocopy"`
	Value     Value     `json:"value,omitempty,omitzero"`
	Reason    string    `json:"reason,omitempty,nocopy"` // of not applicable
	To        string    `json:"to,omitempty,nocopy"`     // respondent it was delegated to
	Due       time.Time `json:"due,omitempty,omitzero"`
	Author    Author    `json:"author"`
	At        time.Time `json:"at"`
	Revision  int       `json:"revision"`
	Version   string    `json:"version,omitempty,nocopy"`   // of the question
	Confirmed []string  `json:"confirmed,omitempty,nocopy"` // warnings accepted: their ids, sealed (see confirm.go)
	Basis     string    `json:"basis,omitempty,nocopy"`     // fingerprint of the answers piped into the question
	Archived  bool      `json:"archived,omitempty"`         // its branch is closed
	Differs   []Differs `json:"differs,omitempty"`
}

// Differs is a divergence: another answer to the same place that stands beside
// the first because two people agreed to differ.
type Differs struct {
	Value  Value     `json:"value"`
	Author Author    `json:"author"`
	At     time.Time `json:"at"`
}
