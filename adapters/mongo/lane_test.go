package mongo

import (
	"testing"
	"time"

	"visesbot/bot"
)

func at(minute int) time.Time { return time.Date(2026, 3, 2, 12, minute, 0, 0, time.UTC) }

// mailbox puts jobs in, in this order.
func mailbox(jobs ...bot.Job) *conversation {
	c := &conversation{ID: "test:a"}
	for _, j := range jobs {
		c.add(j)
	}
	return c
}

func TestNextAndWake(t *testing.T) {
	update := func(id string, due int) bot.Job { return bot.Job{ID: id, Kind: bot.JobUpdate, Due: at(due)} }
	timer := func(id string, due int) bot.Job { return bot.Job{ID: id, Kind: bot.JobTimer, Due: at(due)} }
	send := func(id string, due int) bot.Job { return bot.Job{ID: id, Kind: bot.JobSend, Due: at(due)} }
	dead := update("dead", 0)
	dead.Dead = true
	for name, c := range map[string]struct {
		jobs []bot.Job
		late map[string]int // put back: id and new due
		next string         // at minute 10
		wake int            // minute; -1 is never
	}{
		"nothing":                          {wake: -1},
		"only a dead one":                  {jobs: []bot.Job{dead}, wake: -1},
		"arrival breaks a tie":             {jobs: []bot.Job{update("b", 5), update("a", 5)}, next: "b", wake: 5},
		"arrival before due, of updates":   {jobs: []bot.Job{update("b", 6), update("a", 5)}, next: "b", wake: 6},
		"put back holds back":              {jobs: []bot.Job{update("a", 5), update("b", 6)}, late: map[string]int{"a": 20}, wake: 20},
		"put back does not hold the other": {jobs: []bot.Job{update("a", 5), send("s", 6)}, late: map[string]int{"a": 20}, next: "s", wake: 6},
		"a timer to come holds nobody":     {jobs: []bot.Job{timer("t", 15), update("a", 7)}, next: "a", wake: 7},
		"a timer put back holds nobody":    {jobs: []bot.Job{timer("t", 5), update("a", 7)}, late: map[string]int{"t": 20}, next: "a", wake: 7},
		"a timer behind one that waits":    {jobs: []bot.Job{update("a", 5), timer("t", 7)}, late: map[string]int{"a": 20}, wake: 20},
		"a timer before one that waits":    {jobs: []bot.Job{timer("t", 4), update("a", 5)}, late: map[string]int{"a": 20}, next: "t", wake: 4},
		"the lane due longer":              {jobs: []bot.Job{update("a", 5), send("s", 4)}, next: "s", wake: 4},
		"nothing due yet":                  {jobs: []bot.Job{timer("t", 30), send("s", 40)}, wake: 30},
	} {
		t.Run(name, func(t *testing.T) {
			m := mailbox(c.jobs...)
			for id, due := range c.late {
				j := m.Jobs[id]
				j.Due = at(due)
				m.Jobs[id] = j
			}
			if j, ok := m.next(at(10)); j.ID != c.next || ok != (c.next != "") {
				t.Errorf("next is %q (%v), want %q", j.ID, ok, c.next)
			}
			switch wake := m.wake(); {
			case (wake == nil) != (c.wake < 0):
				t.Errorf("wakes at %v, want minute %d", wake, c.wake)
			case wake != nil && !wake.Equal(at(c.wake)):
				t.Errorf("wakes at %v, want minute %d", wake, c.wake)
			}
		})
	}
}

func TestReceiveIgnoresWhatWasSeen(t *testing.T) {
	c := mailbox()
	first := []bot.Job{{ID: "a"}, {ID: "b"}, {ID: "a"}}
	if fresh := c.receive(first); len(fresh) != 2 || c.Arrived != 2 {
		t.Fatalf("received %v, %d arrived", fresh, c.Arrived)
	}
	delete(c.Jobs, "a")
	if fresh := c.receive(first); len(fresh) != 0 {
		t.Fatalf("received %v again", fresh)
	}
}
