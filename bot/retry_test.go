package bot

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestPause(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := Retry{
			First: time.Duration(rapid.Int64Range(1, int64(time.Minute)).Draw(t, "first")),
			Most:  time.Duration(rapid.Int64Range(int64(time.Minute), int64(24*time.Hour)).Draw(t, "most")),
		}
		attempts, seed := rapid.IntRange(-2, 100).Draw(t, "attempts"), rapid.Uint64().Draw(t, "seed")
		full := r.First
		for range attempts - 1 {
			full = min(2*full, r.Most)
		}
		got := r.pause(attempts, seed)
		if got < full/2 || got > full {
			t.Fatalf("pause %d is %v, not between %v and %v", attempts, got, full/2, full)
		}
		if got != r.pause(attempts, seed) {
			t.Fatal("not the same twice")
		}
	})
}

func TestPausesDiffer(t *testing.T) {
	seen := map[time.Duration]bool{}
	for seed := range uint64(100) {
		seen[DefaultRetry().pause(5, seed)] = true
	}
	if len(seen) < 95 {
		t.Errorf("only %d different pauses for 100 seeds", len(seen))
	}
}
