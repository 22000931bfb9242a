package sqlite

import (
	"context"
	"hash/crc32"
	"sync/atomic"
)

// epochs count the changes of dossiers, so that a reader can tell without a
// look at the file that a dossier stayed as it was. Dossiers share counters:
// now and then somebody hears of a change that was another dossier's, and only
// reads again.
type epochs [1 << 16]epoch

// epoch counts the changes that were begun, each before it can be seen, and
// those that ended, each after its fate is known.
type epoch struct{ begun, ended atomic.Int64 }

func (e *epochs) of(dossier string) *epoch {
	return &e[crc32.ChecksumIEEE([]byte(dossier))%uint32(len(e))]
}

// quiet waits until no change is under way, and gives their number: as long as
// begun stays at it, nothing has changed.
func (s *Store) quiet(ctx context.Context, e *epoch) (int64, error) {
	for {
		if n := e.begun.Load(); n == e.ended.Load() {
			return n, nil
		}
		// The next transaction ends after the present one.
		if err := s.write(ctx, &write{do: func(*conn) error { return nil }}); err != nil {
			return 0, err
		}
	}
}
