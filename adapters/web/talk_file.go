package web

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"time"
)

// openTalk reads the talk kept in a file, and goes on writing there; a new one
// begins at the time given. A last line that was torn by a crash was never
// acknowledged and is taken off.
func openTalk(name string, now time.Time) (*talk, error) {
	t := newTalk()
	if name != "" {
		if err := t.open(name); err != nil {
			return nil, err
		}
	}
	if t.seq > 0 {
		return t, nil
	}
	return t, t.begin(now, "", nil)
}

func (t *talk) open(name string) error {
	file, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return fmt.Errorf("open what was said before: %w", err)
	}
	t.file = file
	if err := t.read(); err != nil {
		return fmt.Errorf("read what was said before from %s (move the file away to begin anew): %w", name, err)
	}
	return nil
}

func (t *talk) read() error {
	all, err := io.ReadAll(t.file)
	if err != nil {
		return err
	}
	whole := bytes.LastIndexByte(all, '\n') + 1
	if err := t.foldLines(all[:whole]); err != nil {
		return err
	}
	if err := t.file.Truncate(int64(whole)); err != nil {
		return err
	}
	_, err = t.file.Seek(int64(whole), io.SeekStart)
	return err
}

func (t *talk) foldLines(all []byte) error {
	number := 0
	for line := range bytes.Lines(all) {
		number++
		var e entry
		if err := json.Unmarshal(line, &e); err != nil {
			return fmt.Errorf("line %d: %w", number, err)
		}
		t.fold(e)
	}
	return nil
}

// write puts one line into the file; half a line is taken back.
func (t *talk) write(e entry) error {
	if t.file == nil {
		return nil
	}
	line, err := json.Marshal(e)
	if err != nil {
		return fmt.Errorf("write what is shown: %w", err)
	}
	from, err := t.file.Seek(0, io.SeekCurrent)
	if err != nil {
		return fmt.Errorf("keep what is shown: %w", err)
	}
	if _, err := t.file.Write(append(line, '\n')); err != nil {
		t.rewind(from)
		return fmt.Errorf("keep what is shown: %w", err)
	}
	return nil
}

func (t *talk) rewind(to int64) {
	_ = t.file.Truncate(to)
	_, _ = t.file.Seek(to, io.SeekStart)
}

func (t *talk) close() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.file == nil {
		return nil
	}
	return t.file.Close()
}
