package form

// Tri is a truth that may not be known yet.
type Tri int8

// The three truths. Pending is what hangs on something not answered yet.
const (
	No Tri = iota
	Pending
	Yes
)
