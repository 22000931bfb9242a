package main

import (
	"bytes"
	"encoding/json"
	"image/png"
	"strings"
	"testing"

	"visesbot/bot/rooms/digest"
)

// The digest of a cohort is shown before the bot runs and beside it: as text, as
// JSON, as a picture; what was asked wrongly is said.
func TestDigestCommand(t *testing.T) {
	_, environ := platform(t)
	tells(t, environ, "2 new", "programme", "import", table(t, "id,name,country,language,pool,hours\nde-brug,De Brug,BE,nl,wi,10\nhorizon,Horizon,BE,nl,wi,10\n"))
	tells(t, environ, "1 new", "programme", "import", table(t, "id,name,languages,enterprises\nnorth,Noord,nl,de-brug;horizon\n"))
	tells(t, environ, "1 new", "programme", "import", table(t, "id,name,country,status\n4werk,4Werk,BE,operator\n"))
	tells(t, environ, "1 new", "programme", "import", table(t, "id,name,role,language,partner\nthea,Thea,trainer,nl,4werk\n"))
	for _, beside := range []bool{false, true} {
		if beside {
			startServe(t, environ, "127.0.0.1:0")
		}
		tells(t, environ, "De Brug: nog niet begonnen · Individuele begeleiding: 0 u van 10 u", "digest", "--cohort", "north")
		tells(t, environ, "Nothing new since", "digest", "--cohort", "north", "--since", "2w", "--lang", "en")
		tells(t, environ, "2 enterprises. not begun yet: 2", "digest", "--coordinator")
		tells(t, environ, "Fewer than 5 enterprises", "digest", "--pool", "wi")
		tells(t, environ, "In je groepen is geen module gevolgd.", "digest", "--trainer", "thea")
		var p digest.PoolDigest
		if got := asks(t, environ, "digest", "--pool", "wi", "--format", "json"); json.Unmarshal([]byte(got.out), &p) != nil || p.Pool.Pool != "wi" || p.Since.IsZero() || p.Cells != nil {
			t.Errorf("the pool as JSON: %+v", got)
		}
		var x digest.Taught
		if got := asks(t, environ, "digest", "--trainer", "thea", "--format", "json"); json.Unmarshal([]byte(got.out), &x) != nil || x.Until.IsZero() || !x.Nothing() {
			t.Errorf("the trainer's as JSON: %+v", got)
		}
		var d digest.Digest
		if got := asks(t, environ, "digest", "--cohort", "north", "--format", "json"); json.Unmarshal([]byte(got.out), &d) != nil || len(d.Stands) != 2 {
			t.Errorf("as JSON: %+v", got)
		}
		got := asks(t, environ, "digest", "--cohort", "north", "--format", "png")
		if picture, err := png.Decode(bytes.NewReader([]byte(got.out))); err != nil || picture.Bounds().Dx() != 720 {
			t.Errorf("the picture: %v, %s", err, got.err)
		}
	}
	if got := program(t, lines(), environ, "digest", "--cohort", "south"); got.code != exitFailed || !strings.Contains(got.err, `no cohort is called "south"`) {
		t.Errorf("an unknown cohort: %+v", got)
	}
	if got := program(t, lines(), environ, "digest", "--trainer", "theo"); got.code != exitFailed || !strings.Contains(got.err, `no trainer is called "theo"`) {
		t.Errorf("an unknown trainer: %+v", got)
	}
	for _, wrong := range [][]string{
		{},
		{"--cohort", "north", "--coordinator"},
		{"--pool", "none"},
		{"--pool", "wi", "--trainer", "thea"},
		{"--trainer", "thea", "--format", "png"},
		{"--cohort", "north", "--since", "soon"},
		{"--cohort", "north", "--since", "2999-01-01"},
		{"--cohort", "north", "--format", "pdf"},
		{"--coordinator", "--format", "png"},
		{"--cohort", "north", "--lang", "de"},
		{"north"},
	} {
		if got := program(t, lines(), environ, append([]string{"digest"}, wrong...)...); got.code != exitMisuse {
			t.Errorf("%q: exit %d, %q", wrong, got.code, got.err)
		}
	}
}
