package sqlite

import (
	"path/filepath"
	"testing"

	"visesbot/adapters/storetest"
	"visesbot/bot"
)

// site is a file in a directory of its own.
type site struct{ path string }

func (s site) Open(t testing.TB) bot.Store {
	t.Helper()
	store, err := Open(s.path)
	if err != nil {
		t.Fatal(err)
	}
	return store
}

func newSite(t testing.TB) storetest.Site {
	return site{filepath.Join(t.TempDir(), "visesbot.db")}
}

func TestStore(t *testing.T) { storetest.Run(t, newSite) }
