package bot

import (
	"context"

	"visesbot/flows/form"
)

// Standings is what is read of many dossiers at once, to tell how they stand.
// Both stores are one. Nothing of it is needed on the way of an update. What
// each is given is not asked of the store in the meantime.
type Standings interface {
	// Heads gives the heads of those of the dossiers that there are, one by one
	// and in no particular order, until each returns an error. It costs what it
	// gives, and never holds all of them.
	Heads(ctx context.Context, dossiers []string, each func(form.Head) error) error
	// Latest gives the records of a dossier, the newest first, until each
	// returns false. It costs what it gives.
	Latest(ctx context.Context, dossier string, each func(form.Record) bool) error
}
