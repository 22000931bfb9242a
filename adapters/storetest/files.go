package storetest

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

func fileCases() []check {
	return []check{
		{"invitations", invites},
		{"an invitation is taken by one", inviteTaken},
		{"invitations are listed and changed", invitesListed},
		{"files come back", filesBack},
		{"a file that breaks off is not kept", fileBroken},
	}
}

func invites(t *testing.T, site Site) {
	l := newLab(t, site)
	if _, err := l.store.Invite(l.ctx(), "none"); !errors.Is(err, bot.ErrNotFound) {
		t.Fatalf("an unknown code gives %v", err)
	}
	var one, two flows.Invite
	fill(&one, 1)
	fill(&two, 50)
	l.ok(l.store.PutInvite(l.ctx(), "c1", one), "put")
	l.ok(l.store.PutInvite(l.ctx(), "c2", one), "put")
	l.ok(l.store.PutInvite(l.ctx(), "c1", two), "put again")
	l.reopen()
	for code, want := range map[string]flows.Invite{"c1": two, "c2": one} {
		got, err := l.store.Invite(l.ctx(), code)
		l.ok(err, "invite")
		same(t, got, want)
	}
	if _, err := l.store.Invite(l.ctx(), "C1"); !errors.Is(err, bot.ErrNotFound) {
		t.Fatalf("a code in capitals gives %v", err)
	}
}

// readFile opens a kept file and reads it whole.
func (l *lab) readFile(id string) (form.File, []byte) {
	l.Helper()
	f, body, err := l.store.File(l.ctx(), id)
	l.ok(err, "file")
	b, err := io.ReadAll(body)
	l.ok(err, "read")
	l.ok(body.Close(), "close")
	return f, b
}

func filesBack(t *testing.T, site Site) {
	l := newLab(t, site)
	big := bytes.Repeat([]byte{0, 1, 2, 3, 254, 255, 13}, 1<<20/7*3)
	for id, body := range map[string][]byte{"empty": {}, "small": []byte("x"), "big": big} {
		f := form.File{ID: id, Name: "Überblick \u202e.pdf", Type: "application/pdf", Size: int64(len(body))}
		before := form.File{ID: id, Name: "before", Size: 5}
		l.ok(l.store.PutFile(l.ctx(), before, iotest.OneByteReader(strings.NewReader("hello"))), "put")
		l.ok(l.store.PutFile(l.ctx(), f, bytes.NewReader(body)), "put again")
		l.reopen()
		got, b := l.readFile(id)
		same(t, got, f)
		if !bytes.Equal(b, body) {
			t.Errorf("file %s came back with %d bytes, want %d", id, len(b), len(body))
		}
	}
	if _, _, err := l.store.File(l.ctx(), "none"); !errors.Is(err, bot.ErrNotFound) {
		t.Errorf("an unknown file gives %v", err)
	}
}

func fileBroken(t *testing.T, site Site) {
	l := newLab(t, site)
	broken := io.MultiReader(bytes.NewReader(make([]byte, 700_000)), iotest.ErrReader(errors.New("the line broke")))
	if err := l.store.PutFile(l.ctx(), form.File{ID: "f1"}, broken); err == nil {
		t.Fatal("a file that broke off was kept")
	}
	if _, _, err := l.store.File(l.ctx(), "f1"); !errors.Is(err, bot.ErrNotFound) {
		t.Fatalf("a file that broke off gives %v", err)
	}
}
