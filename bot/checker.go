package bot

import "context"

// Checker is what a store may also be: one that looks whether what it keeps fits
// together.
type Checker interface {
	// Check tells each flaw. With repair it mends what can be mended without losing
	// anything.
	Check(ctx context.Context, repair bool, each func(Flaw)) error
}

// Flaw is something in a store that is not as it should be.
type Flaw struct {
	What    string // names a dossier by its id, and nothing of what people said
	Mending bool   // it can be mended
	Mended  bool
}
