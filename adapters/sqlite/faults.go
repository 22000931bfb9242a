package sqlite

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	driver "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// What can be wrong with the file of a store. Each says what to do, and is
// wrapped in an error that says which file it is.
var (
	ErrDirectory = errors.New("is a directory: give the name of a file in it")
	ErrInUse     = errors.New("is in use by another program: stop that one first, or use another file")
	ErrReadOnly  = errors.New("cannot be written: give this user the right to write the file and its directory")
	ErrNewer     = errors.New("was written by a newer version of this program: start that version instead")
	ErrCorrupt   = errors.New("is damaged or not a store of this program: put a backup in its place, or use another file")
	ErrFull      = errors.New("cannot grow because the disk is full: make room; what was acknowledged is safe")
	ErrClosed    = errors.New("is closed: open it again")
	ErrTooLarge  = errors.New("takes no file larger than 20 MB: send a smaller one")
)

// fault tells what is wrong in words that say what to do, where we know them.
func (s *Store) fault(err error) error { return fault(s.path, err) }

func fault(path string, err error) error {
	if err == nil {
		return nil
	}
	for _, kind := range kinds() {
		if errors.Is(err, kind) {
			return fmt.Errorf("store %s %w", path, err)
		}
	}
	if kind := kindOf(err); kind != nil {
		return fmt.Errorf("store %s %w (%w)", path, kind, err)
	}
	return fmt.Errorf("store %s: %w", path, err)
}

// kinds are the faults that say what to do.
func kinds() []error {
	return []error{ErrDirectory, ErrInUse, ErrReadOnly, ErrNewer, ErrCorrupt, ErrFull, ErrClosed, ErrTooLarge}
}

// kindOf reads the errors of SQLite and of the system.
func kindOf(err error) error {
	var s *driver.Error
	if errors.As(err, &s) {
		switch s.Code() & 0xff {
		case lib.SQLITE_CORRUPT, lib.SQLITE_NOTADB:
			return ErrCorrupt
		case lib.SQLITE_FULL:
			return ErrFull
		case lib.SQLITE_READONLY, lib.SQLITE_PERM, lib.SQLITE_CANTOPEN:
			return ErrReadOnly
		case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
			return ErrInUse
		}
	}
	switch {
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return ErrReadOnly
	case errors.Is(err, syscall.ENOSPC):
		return ErrFull
	}
	return nil
}
