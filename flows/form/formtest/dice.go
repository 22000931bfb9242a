package formtest

import (
	"math/rand/v2"

	"pgregory.net/rapid"
)

// Dice is where chance comes from: a seed, the bytes of a fuzzer, or rapid,
// which can make a failing run smaller.
type Dice interface {
	// Roll gives a number from 0 to n-1; for n below 2 it gives 0.
	Roll(n int) int
}

// Seeded throws the same dice for the same seed.
func Seeded(seed uint64) Dice { return seeded{rand.New(rand.NewPCG(seed, 2027))} }

type seeded struct{ *rand.Rand }

func (s seeded) Roll(n int) int {
	if n < 2 {
		return 0
	}
	return s.IntN(n)
}

// Bytes throws the dice that a fuzzer wrote down; past their end it throws 0.
func Bytes(b []byte) *Written { return &Written{b} }

// Written is dice written down beforehand.
type Written struct{ left []byte }

// Roll reads the next byte.
func (w *Written) Roll(n int) int {
	if n < 2 || len(w.left) == 0 {
		return 0
	}
	v := int(w.left[0])
	w.left = w.left[1:]
	return v % n
}

// Over tells whether all of them are thrown.
func (w *Written) Over() bool { return len(w.left) == 0 }

// Drawn throws the dice of a rapid test.
func Drawn(t *rapid.T) Dice { return drawn{t} }

type drawn struct{ t *rapid.T }

func (d drawn) Roll(n int) int {
	if n < 2 {
		return 0
	}
	return rapid.IntRange(0, n-1).Draw(d.t, "roll")
}

// Chance is true once in n times.
func Chance(d Dice, n int) bool { return d.Roll(n) == n-1 }

// Choose picks one of several.
func Choose[T any](d Dice, from []T) T { return from[d.Roll(len(from))] }
