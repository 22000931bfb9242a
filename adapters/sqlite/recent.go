package sqlite

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

// recentTalks is how many conversations are remembered: those that are busy,
// whose messages are sent one after the other.
const recentTalks = 256

// memory is what is remembered of a conversation itself.
type memory struct {
	session  string // JSON; empty before the first
	receipts receipts
}

// recent holds what was last committed of the conversations that were busy
// last. Only commits of a claim change it in the file, and the file is ours:
// what is here is what is there.
type recent struct{ talks *lru.Cache[int64, memory] }

func newRecent() (*recent, error) {
	talks, err := lru.New[int64, memory](recentTalks)
	return &recent{talks}, err
}

// of gives what is remembered of a conversation, from the file where it is not
// at hand.
func (r *recent) of(c *conn, id int64) (m memory, err error) {
	if m, ok := r.talks.Get(id); ok {
		return m, nil
	}
	x, _, err := c.one("SELECT session, receipts FROM conversations WHERE id = ?", id)
	if err != nil || x == nil {
		return m, err
	}
	m.session = x.text(0)
	if !x.null(1) {
		m.receipts, err = decode[receipts](x.text(1), "receipts")
	}
	return m, err
}

// settled takes over what a commit left in the file. Where the commit did not
// go through, the file is asked next time.
func (r *recent) settled(id int64, m memory, committed bool) {
	if committed {
		r.talks.Add(id, m)
		return
	}
	r.talks.Remove(id)
}
