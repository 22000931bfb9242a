package engine_test

import (
	"testing"

	"visesbot/flows"
	"visesbot/flows/form/formtest"
)

// fuzzed are how many bytes of an input are played: a short talk, so that many are
// tried.
const fuzzed = 48

// FuzzStep plays whatever the bytes say: a small questionnaire, several people, any
// button that was ever shown or never existed, any text, any order of days. Every
// step is checked as in TestPeople; nothing may panic. The real questionnaire is
// for TestPeople: counting all of it anew after each step takes too long here.
func FuzzStep(f *testing.F) {
	for seed := range uint64(8) {
		f.Add(someBytes(seed))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		dice := formtest.Bytes(b[:min(len(b), fuzzed)])
		script := &flows.Script{
			Version: "v1", Words: realScript().Words, Commands: realScript().Commands, Terms: realScript().Terms,
			Questionnaire: formtest.Random(formtest.Seeded(uint64(dice.Roll(256)))),
		}
		w := newWorld(t, dice, script)
		w.joinSome()
		for !dice.Over() {
			w.wild(1)
		}
	})
}

func someBytes(seed uint64) []byte {
	dice := formtest.Seeded(seed)
	out := make([]byte, fuzzed)
	for i := range out {
		out[i] = byte(dice.Roll(256))
	}
	return out
}
