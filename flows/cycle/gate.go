package cycle

import (
	"visesbot/flows"
	"visesbot/flows/talk"
)

// The gate between two phases: the enterprise signs what it answered, whoever
// accompanies it signs too or sends it back, and the phase is closed. Where
// nobody accompanies, the enterprise's own signature is enough.

// gate is where the present phase is.
func gate(t *talk.Turn) string {
	switch {
	case t.Dossier.Ended():
		return flows.GateClosed
	case t.Dossier.Signed(false) != nil:
		return flows.GateSigned
	}
	return flows.GateOpen
}
