package digest

import "time"

// Digest is what there is to tell of a cohort. Enterprises stand in it by their
// id, in the order of the register.
type Digest struct {
	Cohort  string    `json:"cohort"`
	Name    string    `json:"name"`
	Since   time.Time `json:"since"`
	Until   time.Time `json:"until"`
	Waits   []Wait    `json:"waits,omitempty"`   // for who accompanies
	Moves   []Move    `json:"moves,omitempty"`   // since then
	Stalled []Stall   `json:"stalled,omitempty"` // without an answer for long
	Due     []Due     `json:"due,omitempty"`     // in the days to come
	Worries []Worry   `json:"worries,omitempty"` // about data that came since then
	Chosen  []Chosen  `json:"chosen,omitempty"`  // evaluation questions
	Modules []Module  `json:"modules,omitempty"` // followed since then
	Remarks []Remark  `json:"remarks,omitempty"` // made since then
	Stands  []Stand   `json:"stands"`            // all enterprises
}

// Nothing tells whether there is nothing to report: where everybody stands, and
// how many hours are left, is no news.
func (d Digest) Nothing() bool {
	return len(d.Waits)+len(d.Moves)+len(d.Stalled)+len(d.Due)+len(d.Worries)+len(d.Chosen)+len(d.Modules)+len(d.Remarks) == 0
}

// What waits for who accompanies.
const (
	WaitsHelp     = "help"     // help is wanted
	WaitsSign     = "sign"     // their signature is
	WaitsCheck    = "check"    // their answer is, to what only they are asked
	WaitsReopened = "reopened" // a phase was opened again
)

// Wait is one thing that waits for who accompanies.
type Wait struct {
	Enterprise string    `json:"enterprise"`
	Kind       string    `json:"kind"`
	Phase      string    `json:"phase,omitempty"`
	N          int       `json:"n,omitempty"`
	At         time.Time `json:"at,omitzero"`
}

// Move is a phase that was closed.
type Move struct {
	Enterprise string    `json:"enterprise"`
	Phase      string    `json:"phase"`
	At         time.Time `json:"at"`
}

// Stall is an enterprise that has answered nothing for long, and the question it
// answered last.
type Stall struct {
	Enterprise string    `json:"enterprise"`
	Question   string    `json:"question,omitempty"`
	At         time.Time `json:"at"`
}

// What is due.
const (
	DueValues   = "values"   // something is to be collected
	DueDecision = "decision" // what was decided is to be done
	DueMeeting  = "meeting"  // the cohort meets
)

// Due is something that comes in the next days; a meeting has no enterprise.
type Due struct {
	Enterprise string    `json:"enterprise,omitempty"`
	Kind       string    `json:"kind"`
	Day        time.Time `json:"day"`
}

// What may be the matter with data.
const (
	WorryTrust     = "trust"     // the enterprise trusts them little
	WorryFew       = "few"       // they are of fewer than five people
	WorrySensitive = "sensitive" // they touch what the law protects more
)

// Worry counts what is the matter with the data of an enterprise.
type Worry struct {
	Enterprise string `json:"enterprise"`
	Kind       string `json:"kind"`
	N          int    `json:"n"`
}

// Chosen is an evaluation question, in the enterprise's own words, which it has
// released.
type Chosen struct {
	Enterprise string `json:"enterprise"`
	Text       string `json:"text"`
}

// Module counts who followed a version of a module.
type Module struct {
	Module   string `json:"module"`
	Version  string `json:"version"`
	People   int    `json:"people"`
	Finished int    `json:"finished"` // to the last block
}

// Remark counts what was said of a question or a module.
type Remark struct {
	On      string `json:"on"`
	Verdict string `json:"verdict,omitempty"` // empty: in words only
	N       int    `json:"n"`
}

// Stand is where an enterprise is: in a phase, before the first (empty), or
// behind the last.
type Stand struct {
	Enterprise string `json:"enterprise"`
	Name       string `json:"name"`
	Phase      string `json:"phase,omitempty"`
	Used       int    `json:"used"`   // minutes of guidance
	Budget     int    `json:"budget"` // minutes of guidance; 0: none were set
}
