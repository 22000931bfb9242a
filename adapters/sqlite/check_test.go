package sqlite

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"visesbot/bot"
)

// filled is a store with so many updates that wait, 3 kB each.
func filled(t *testing.T, n int) *Store {
	t.Helper()
	s := open0(t, filepath.Join(t.TempDir(), "visesbot.db"))
	var all sync.WaitGroup
	for part := range 50 {
		all.Go(func() {
			for i := part; i < n; i += 50 {
				j := bot.Job{ID: "u1", Kind: bot.JobUpdate, Due: start(), Code: strings.Repeat("x", 3000)}
				if err := s.Enqueue(t.Context(), bench(i), j); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	return s
}

// One bad page is found by the check, which a larger file is not given when it is
// opened; a sound one passes while it is open.
func TestCheckFile(t *testing.T) {
	s := filled(t, 200)
	must(t, CheckFile(s.path))
	must(t, s.Close())
	raw, err := os.ReadFile(s.path)
	must(t, err)
	at := len(raw) - 20*4096
	copy(raw[at:at+4096], bytes.Repeat([]byte{0x5a}, 4096))
	must(t, os.WriteFile(s.path, raw, 0o600))
	sentence(t, CheckFile(s.path), s.path, ErrCorrupt)
	if err := CheckFile(filepath.Join(t.TempDir(), "none.db")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("of a file that is not there it says %v", err)
	}
}

// However much is written, the log beside the file stays small, and a start finds
// it copied.
func TestLogIsBounded(t *testing.T) {
	s := filled(t, 8000)
	defer s.Close()
	stat, err := os.Stat(s.path + "-wal")
	must(t, err)
	if stat.Size() > 24<<20 {
		t.Errorf("the log takes %d MB", stat.Size()>>20)
	}
	file, err := os.Stat(s.path)
	must(t, err)
	if file.Size() < 10<<20 {
		t.Errorf("of all that was written, the file has %d MB", file.Size()>>20)
	}
}
