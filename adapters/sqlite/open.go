package sqlite

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"

	"github.com/gofrs/flock"
)

// readers is how many goroutines can read at once.
const readers = 8

// writerCache is what the writing connection keeps, in KiB: the upper pages of
// all indexes of a hundred thousand dossiers, and what is being written. More of
// it would be pages that are seldom asked for again; the system's cache has them.
const writerCache = "cache_size(-32768)"

// Store is a [bot.Store] in one file. It is safe for concurrent use.
type Store struct {
	path     string
	lock     *flock.Flock
	schedule *schedule
	recent   *recent
	writer   *writer
	readers  *pool
	changed  chan struct{}
	edition  atomic.Uint64 // of the register
}

// Open opens the store in a file, and makes it, with its directory, where
// there is none. The file belongs to this Store until Close: nobody else can
// open it. What is wrong with the file is one of the Err values of this
// package, wrapped; then the file was not touched.
func Open(path string) (*Store, error) {
	s, err := open(path)
	if err != nil {
		return nil, fault(path, err)
	}
	return s, nil
}

func open(path string) (*Store, error) {
	lock, err := seize(path)
	if err != nil {
		return nil, err
	}
	s := &Store{path: path, lock: lock, readers: newPool(readers), changed: make(chan struct{}, 1)}
	if s.recent, err = newRecent(); err == nil {
		err = inspect(path)
	}
	if err == nil {
		err = s.dial()
	}
	if err != nil {
		_ = s.release() // what is wrong has been said
		return nil, err
	}
	return s, nil
}

// dial opens the connections and starts the writer.
func (s *Store) dial() error {
	w, err := dial(s.path, "rwc", "busy_timeout(5000)", "journal_mode(wal)",
		"synchronous(full)", "foreign_keys(on)", "wal_autocheckpoint("+checkpointPages+")",
		"journal_size_limit("+walBytes+")", writerCache, "temp_store(memory)")
	if err != nil {
		return err
	}
	s.writer = newWriter(w)
	// The log of a killed program is copied before anything is written: left to itself
	// it would be read whole at each start, and grow with every kill.
	if err := w.script("PRAGMA wal_checkpoint(TRUNCATE)"); err != nil {
		return err
	}
	if err := migrate(w); err != nil {
		return err
	}
	start, err := begin(w)
	if err != nil {
		return err
	}
	// Numbers that rise over restarts: the start, and a count in its low half.
	s.schedule = newSchedule(start << 32)
	s.writer.seq, s.writer.schedule = start<<32, s.schedule
	if s.writer.checkpoints, err = newCheckpointer(s.path); err != nil {
		return err
	}
	go s.writer.run()
	return nil
}

// begin counts this start, and clears away what an earlier one left half done.
func begin(c *conn) (int64, error) {
	err := c.script(`BEGIN IMMEDIATE;
		UPDATE starts SET n = n + 1;
		DELETE FROM file_parts WHERE upload IN (SELECT upload FROM files WHERE id IS NULL);
		DELETE FROM files WHERE id IS NULL;
		COMMIT`)
	if err != nil {
		return 0, err
	}
	return c.number("SELECT n FROM starts")
}

// seize makes the file ours. The lock is a file of its own beside the store:
// SQLite's own locks on the store would be lost by closing it anywhere else in
// this process.
func seize(path string) (*flock.Flock, error) {
	if f, err := os.Stat(path); err == nil && f.IsDir() {
		return nil, ErrDirectory
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fmt.Errorf("cannot have its directory: %w", err)
	}
	lock := flock.New(path+".lock", flock.SetPermissions(0o600))
	got, err := lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("cannot be locked: %w", err)
	}
	if !got {
		return nil, ErrInUse
	}
	return lock, nil
}

// Close finishes what was begun and gives the file back.
func (s *Store) Close() error {
	if !s.writer.stop() {
		return nil
	}
	return s.fault(s.release())
}

// release closes whatever is open.
func (s *Store) release() error {
	errs := s.readers.close()
	if s.writer != nil && s.writer.checkpoints != nil {
		errs = append(errs, s.writer.checkpoints.stop())
	}
	if s.writer != nil {
		errs = append(errs, s.writer.conn.close())
	}
	return errors.Join(append(errs, s.lock.Unlock())...)
}
