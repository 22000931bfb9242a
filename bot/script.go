package bot

import (
	"visesbot/flows"
	"visesbot/flows/form"
)

// Stepper is what decides: engine.Engine is one. Equal arguments give equal
// turns, and nothing is changed.
type Stepper interface {
	Step(session flows.Session, dossier form.Source, ev flows.Event) (flows.Turn, error)
}

// Scripts finds the stepper for a version of the content. A conversation stays
// with the version it was pinned to.
type Scripts interface {
	// Stepper gives the one of a version; of a version it does not have, or of
	// "", it gives the current one.
	Stepper(version string) Stepper
}

// One is a Scripts that has a single stepper.
func One(s Stepper) Scripts { return one{s} }

type one struct{ stepper Stepper }

func (o one) Stepper(string) Stepper { return o.stepper }
