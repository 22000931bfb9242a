package main

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"visesbot/adapters/sqlite"
	"visesbot/bot"
)

// A sound store is said to be, also while a program has it; a damaged one is told in
// one sentence.
func TestStoreCheck(t *testing.T) {
	path := filepath.Join(t.TempDir(), "visesbot.db")
	check := func() outcome {
		return program(t, strings.NewReader(""), nil, "store", "check", "--store", "sqlite:"+path)
	}
	if got := check(); got.code != exitFailed || strings.Count(got.err, "\n") != 1 {
		t.Errorf("of no file: exit %d, %q", got.code, got.err)
	}
	s, err := sqlite.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := check(); got.code != exitDone || got.out != "the store is sound\n" {
		t.Errorf("of a store that is open: exit %d, %q, %q", got.code, got.out, got.err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	copy(raw[4096:], bytes.Repeat([]byte{0x5a}, 4096))
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	if got := check(); got.code != exitFailed || !strings.Contains(got.err, "damaged") || strings.Count(got.err, "\n") != 1 {
		t.Errorf("of a damaged one: exit %d, %q", got.code, got.err)
	}
}

// torn is a store with two flaws, of which one can be mended.
type torn struct{ bot.Store }

func (torn) Check(_ context.Context, repair bool, each func(bot.Flaw)) error {
	each(bot.Flaw{What: "dossier a has no head"})
	each(bot.Flaw{What: "dossier b has a head that is behind", Mending: true, Mended: repair})
	return nil
}

func TestToldFlaws(t *testing.T) {
	for repair, want := range map[bool]string{
		false: "dossier a has no head\ndossier b has a head that is behind: mend it with visesbot store check --repair\n2 flaws are in the store",
		true:  "dossier a has no head\ndossier b has a head that is behind: mended\n1 flaw is in the store",
	} {
		var out bytes.Buffer
		err := tellFlaws(&out, func(each func(bot.Flaw)) error { return torn{}.Check(t.Context(), repair, each) })
		if got := out.String() + err.Error(); got != want {
			t.Errorf("repair %v: it says %q", repair, got)
		}
	}
}

// full is a store that answers, and that keeps nothing.
type full struct {
	bot.Store
	err error
}

func (s *full) Probe(context.Context) error { return s.err }

// A store that cannot be written to is not ready, until it can be again.
func TestReadyTriesToWrite(t *testing.T) {
	below, err := sqlite.Open(filepath.Join(t.TempDir(), "visesbot.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer below.Close()
	s := &full{Store: below}
	for _, c := range []struct {
		err  error
		code int
		says string
	}{{nil, http.StatusOK, `"store":"ok"`}, {errors.New("the disk is full"), http.StatusServiceUnavailable, "nothing can be written"}, {nil, http.StatusOK, `"store":"ok"`}} {
		s.err = c.err
		w := httptest.NewRecorder()
		ready(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/readyz", nil), s, nil)
		if w.Code != c.code || !strings.Contains(w.Body.String(), c.says) {
			t.Errorf("with %v: %d %s", c.err, w.Code, w.Body)
		}
	}
	w := httptest.NewRecorder()
	ready(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/readyz", nil), below, nil)
	if w.Code != http.StatusOK {
		t.Errorf("a store that works: %d %s", w.Code, w.Body)
	}
}

// Jobs that were given up are told to whoever asks whether it is ready; it is.
func TestReadyTellsWhatWasGivenUp(t *testing.T) {
	s, err := sqlite.Open(filepath.Join(t.TempDir(), "visesbot.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.Enqueue(t.Context(), "test:a", bot.Job{ID: "u1", Kind: bot.JobUpdate, Dead: true}); err != nil {
		t.Fatal(err)
	}
	w := httptest.NewRecorder()
	ready(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/readyz", nil), s, nil)
	if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), `"jobs":"1 was given up`) {
		t.Errorf("it says %d %s", w.Code, w.Body)
	}
}
