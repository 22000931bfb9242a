package sqlite

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"visesbot/bot"
	"visesbot/flows/form"
)

// made is a store's file with something in it.
func made(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "visesbot.db")
	s := open0(t, path)
	for i := range 50 {
		if err := s.Enqueue(context.Background(), bench(i), bot.Job{ID: "u1", Kind: bot.JobUpdate, Due: start()}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func open0(t *testing.T, path string) *Store {
	t.Helper()
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestFaultsOfTheFile(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(t *testing.T, path string)
		want  error
	}{
		{"garbage", func(t *testing.T, path string) { write0(t, path, bytes.Repeat([]byte("not a store\n"), 1000)) }, ErrCorrupt},
		{"a few bytes", func(t *testing.T, path string) { write0(t, path, []byte("x")) }, ErrCorrupt},
		{"cut off", func(t *testing.T, path string) { must(t, os.Truncate(path, 9000)) }, ErrCorrupt},
		{"cut to its header", func(t *testing.T, path string) { must(t, os.Truncate(path, 100)) }, ErrCorrupt},
		{"a page overwritten", func(t *testing.T, path string) { patch(t, path, 3*4096, bytes.Repeat([]byte{0xA5}, 4096)) }, ErrCorrupt},
		{"somebody else's", func(t *testing.T, path string) { patch(t, path, 68, []byte{1, 2, 3, 4}) }, ErrCorrupt},
		{"newer", func(t *testing.T, path string) { patch(t, path, 60, []byte{0, 0, 0, 99}) }, ErrNewer},
		{"read-only", func(t *testing.T, path string) { must(t, os.Chmod(path, 0o400)) }, ErrReadOnly},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := made(t)
			c.spoil(t, path)
			before, err := os.ReadFile(path)
			must(t, err)
			_, err = Open(path)
			sentence(t, err, path, c.want)
			if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
				t.Error("the file was touched")
			}
		})
	}
}

// sentence wants one line that names the file and is of a kind.
func sentence(t *testing.T, err error, path string, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Fatalf("error is %v, want %v", err, want)
	}
	if text := err.Error(); !strings.HasPrefix(text, "store "+path+" "+want.Error()) || strings.Contains(text, "\n") {
		t.Errorf("error reads %q", text)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func write0(t *testing.T, path string, b []byte) {
	t.Helper()
	must(t, os.WriteFile(path, b, 0o600))
}

func patch(t *testing.T, path string, at int64, b []byte) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	must(t, err)
	_, err = f.WriteAt(b, at)
	must(t, errors.Join(err, f.Close()))
}

func TestOpenInUse(t *testing.T) {
	path := made(t)
	s := open0(t, path)
	defer s.Close()
	_, err := Open(path)
	sentence(t, err, path, ErrInUse)
	// The refusal must not have loosened the first one's hold.
	_, err = Open(path)
	sentence(t, err, path, ErrInUse)
	must(t, s.Enqueue(context.Background(), "test:a", bot.Job{ID: "u1", Kind: bot.JobUpdate, Due: start()}))
}

func TestOpenDirectory(t *testing.T) {
	path := t.TempDir()
	_, err := Open(path)
	sentence(t, err, path, ErrDirectory)
}

func TestOpenBelowFile(t *testing.T) {
	path := made(t) + "/visesbot.db"
	if _, err := Open(path); err == nil || !strings.Contains(err.Error(), path) {
		t.Fatalf("error is %v", err)
	}
}

func TestOpenMakesDirectory(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a b", "ç%20?x=#1", "visesbot.db")
	must(t, open0(t, path).Close())
	f, err := os.Stat(path)
	must(t, err)
	if f.Mode().Perm() != 0o600 {
		t.Errorf("the file's mode is %v", f.Mode())
	}
}

func TestOpenPrivate(t *testing.T) {
	path := made(t)
	s := open0(t, path)
	defer s.Close()
	must(t, s.Enqueue(context.Background(), "test:a", bot.Job{ID: "u1", Kind: bot.JobUpdate, Due: start()}))
	files, err := filepath.Glob(path + "*")
	must(t, err)
	if len(files) != 4 {
		t.Fatalf("files are %v", files)
	}
	for _, f := range files {
		if stat, err := os.Stat(f); err != nil || stat.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %v, error %v", f, stat.Mode(), err)
		}
	}
}

func TestClosed(t *testing.T) {
	path := made(t)
	s := open0(t, path)
	must(t, s.Close())
	must(t, s.Close())
	sentence(t, s.Enqueue(context.Background(), "test:a", bot.Job{ID: "u1"}), path, ErrClosed)
	_, err := s.Claim(context.Background(), start(), 0)
	sentence(t, err, path, ErrClosed)
	must(t, open0(t, path).Close())
}

// TestDiskFull lets the file grow no further: what was kept stays, others are
// served, and with room again all is well.
func TestDiskFull(t *testing.T) {
	path := made(t)
	s := open0(t, path)
	defer s.Close()
	limit := func(pages int) {
		must(t, s.write(context.Background(), &write{do: func(c *conn) error {
			_, err := c.number(fmt.Sprintf("PRAGMA max_page_count = %d", pages))
			return err
		}}))
	}
	limit(1)
	err := s.PutFile(context.Background(), form.File{ID: "f1"}, bytes.NewReader(make([]byte, 1<<20)))
	sentence(t, err, path, ErrFull)
	must(t, s.Enqueue(context.Background(), bench(1), bot.Job{ID: "u2", Kind: bot.JobUpdate, Due: start()}))
	limit(1 << 30)
	must(t, s.PutFile(context.Background(), form.File{ID: "f1"}, bytes.NewReader(make([]byte, 1<<20))))
	must(t, CheckFile(s.path))
}

func TestFileTooLarge(t *testing.T) {
	path := made(t)
	s := open0(t, path)
	defer s.Close()
	endless := io.LimitReader(zeros{}, 1<<40)
	sentence(t, s.PutFile(context.Background(), form.File{ID: "f1"}, endless), path, ErrTooLarge)
	err := s.read(context.Background(), func(c *conn) error {
		n, err := c.number("SELECT (SELECT count(*) FROM files) + (SELECT count(*) FROM file_parts)")
		if n != 0 {
			t.Errorf("%d rows are left of it", n)
		}
		return err
	})
	must(t, err)
}

// zeros is an endless file.
type zeros struct{}

func (zeros) Read(b []byte) (int, error) { clear(b); return len(b), nil }
