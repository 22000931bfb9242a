package engine_test

import (
	"testing"

	"visesbot/flows/form/formtest"
)

// FuzzStep plays whatever the bytes say: several people, any button that was
// ever shown or never existed, any text, any order of days. Every step is
// checked as in TestPeople; nothing may panic.
func FuzzStep(f *testing.F) {
	for seed := range uint64(8) {
		f.Add(someBytes(seed))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		dice := formtest.Bytes(b[:min(len(b), 400)])
		w := newWorld(t, dice, realScript())
		w.joinSome()
		for !dice.Over() {
			w.wild(1)
		}
	})
}

func someBytes(seed uint64) []byte {
	dice := formtest.Seeded(seed)
	out := make([]byte, 200)
	for i := range out {
		out[i] = byte(dice.Roll(256))
	}
	return out
}
