package sqlite

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"visesbot/bot"
)

// TestScheduleReadsOn takes many more conversations than are read at once,
// whole crowds of which wake in the same millisecond, while some move.
func TestScheduleReadsOn(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	file := map[int64]int64{}
	for id := range int64(5 * ahead) {
		file[id+1] = 1 + r.Int64N(4)*r.Int64N(700)
	}
	more := func(after int64, each func(talk) bool) error {
		var all []talk
		for id, wake := range file {
			if wake > after && wake != never {
				all = append(all, talk{id: id, address: bot.Address(fmt.Sprint(id)), wake: wake})
			}
		}
		slices.SortFunc(all, func(x, y talk) int { return int(x.wake - y.wake) })
		for _, x := range all {
			if !each(x) {
				break
			}
		}
		return nil
	}
	s, last, taken := newSchedule(0), int64(0), map[int64]bool{}
	for n := 0; ; n++ {
		x, err := s.take(moment(1<<40), time.Minute, more)
		if err != nil {
			t.Fatal(err)
		}
		if x == nil {
			break
		}
		if x.wake < last || taken[x.id] {
			t.Fatalf("%d woke at %d, after %d; taken before: %v", x.id, x.wake, last, taken[x.id])
		}
		last, taken[x.id] = x.wake, true
		s.done(x, file)
		s.postpone(r.Int64N(5*ahead)+1, taken, file, r)
	}
	if len(taken) != 5*ahead {
		t.Fatalf("%d of %d were taken", len(taken), 5*ahead)
	}
}

// done is a commit after which there is nothing to do.
func (s *schedule) done(x *tenure, file map[int64]int64) {
	file[x.id] = never
	s.set(talk{id: x.id, address: x.address, wake: never})
	s.release(x)
}

// postpone moves a conversation that was not taken yet.
func (s *schedule) postpone(id int64, taken map[int64]bool, file map[int64]int64, r *rand.Rand) {
	if !taken[id] {
		file[id] += r.Int64N(3000)
		s.set(talk{id: id, address: bot.Address(fmt.Sprint(id)), wake: file[id]})
	}
}
