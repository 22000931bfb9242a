package sqlite

// The write-ahead log is copied into the file in the background, so that
// nobody who waits for the disk waits for that too (SQLite, "Write-Ahead
// Logging", section 3.2: checkpointing in a thread of its own). It is looked
// after every so many writes; if that falls behind, the writer does it itself
// once the log has so many pages.
const (
	checkpointEvery = 1000
	checkpointPages = "4000"

	// walBytes is what a log keeps of its file once it is copied, so that a small disk
	// is not filled by what stands in the store already.
	walBytes = "16777216"
)

// checkpointer is the goroutine that does it, on a connection of its own.
type checkpointer struct {
	conn  *conn
	due   chan struct{}
	ended chan struct{}
	since int // writes since it was last due; the writer's
}

func newCheckpointer(path string) (*checkpointer, error) {
	c, err := dial(path, "rw", "busy_timeout(5000)", "synchronous(full)", "journal_size_limit("+walBytes+")", "cache_size(-1024)")
	if err != nil {
		return nil, err
	}
	p := &checkpointer{conn: c, due: make(chan struct{}, 1), ended: make(chan struct{})}
	go p.run()
	return p, nil
}

// run copies until due is closed. What fails is left to the writer, which
// tries again, and has somebody to tell.
func (p *checkpointer) run() {
	defer close(p.ended)
	for range p.due {
		_ = p.conn.script("PRAGMA wal_checkpoint(PASSIVE)")
	}
}

// wrote counts writes; it never waits.
func (p *checkpointer) wrote(n int) {
	if p.since += n; p.since < checkpointEvery {
		return
	}
	select {
	case p.due <- struct{}{}:
		p.since = 0
	default: // still at it
	}
}

// stop ends it, after what is under way. The writer has to be at rest.
func (p *checkpointer) stop() error {
	close(p.due)
	<-p.ended
	return p.conn.close()
}
