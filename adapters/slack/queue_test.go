package slack

import (
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"visesbot/bot"
)

// trace is what queues did, in order.
type trace struct {
	mu   sync.Mutex
	did  []string
	left []string
}

func (tr *trace) task(id string, again bool, err error, wait <-chan struct{}) task {
	note := func(list *[]string) {
		tr.mu.Lock()
		defer tr.mu.Unlock()
		*list = append(*list, id)
	}
	return task{
		id: id, again: again,
		do:     func() error { <-wait; note(&tr.did); return err },
		behind: func(error) { note(&tr.left) },
	}
}

func (tr *trace) looks(t *testing.T, did, left string) {
	t.Helper()
	for range 500 {
		tr.mu.Lock()
		d, l := strings.Join(tr.did, " "), strings.Join(tr.left, " ")
		tr.mu.Unlock()
		if d == did && l == left {
			return
		}
		time.Sleep(2 * time.Millisecond)
	}
	t.Fatalf("done %v and left %v; want %q and %q", tr.did, tr.left, did, left)
}

// What Slack has to bring again comes first when it does, in whatever order it
// does; what never comes is waited for only so long.
func TestLaneKeepsWhatIsOwed(t *testing.T) {
	clock := bot.NewMovableClock(func() time.Time { return time.Unix(1_800_000_000, 0) }, 0)
	l, tr, at := &queues{clock: clock}, &trace{}, place{"T1", "U1"}
	l.open()
	start, now := make(chan struct{}), make(chan struct{})
	close(now)
	full := errors.New("the disk is full")
	for _, tk := range []task{tr.task("1", true, full, start), tr.task("2", true, nil, now), tr.task("press", false, nil, now), tr.task("3", true, nil, now)} {
		if !l.put(at, tk) {
			t.Fatal("not put")
		}
	}
	close(start)
	tr.looks(t, "1", "2 press 3")
	l.put(at, tr.task("3", true, nil, now))
	l.put(at, tr.task("2", true, nil, now))
	l.put(place{"T1", "U2"}, tr.task("other", true, nil, now))
	tr.looks(t, "1 other", "2 press 3")
	l.put(at, tr.task("1", true, nil, now))
	tr.looks(t, "1 other 1 2 3", "2 press 3")
	l.put(at, tr.task("4", true, full, now))
	tr.looks(t, "1 other 1 2 3 4", "2 press 3")
	l.put(at, tr.task("5", true, nil, now))
	time.Sleep(20 * time.Millisecond)
	tr.looks(t, "1 other 1 2 3 4", "2 press 3")
	clock.Move(owedFor)
	tr.looks(t, "1 other 1 2 3 4 5", "2 press 3")
	l.put(at, tr.task("6", true, full, now))
	tr.looks(t, "1 other 1 2 3 4 5 6", "2 press 3")
	l.put(at, tr.task("7", true, nil, now))
	l.wait() // the end keeps nobody waiting
	tr.looks(t, "1 other 1 2 3 4 5 6 7", "2 press 3")
}
