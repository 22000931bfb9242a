package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io"

	"visesbot/bot"
	"visesbot/flows/form"
)

// A file is kept in parts, so that a large one does not hold up the writer.
const (
	fileMax  = 20 << 20
	partSize = 256 << 10
)

// PutFile keeps a file of at most 20 MB under its ID, in place of one that was
// there; of a file that breaks off or is larger nothing is kept. Its Size is
// counted, whatever f says.
func (s *Store) PutFile(ctx context.Context, f form.File, body io.Reader) error {
	var upload int64
	err := s.write(ctx, &write{do: func(c *conn) (err error) {
		upload, err = c.number("INSERT INTO files (name, type, size) VALUES (?, ?, 0) RETURNING upload", f.Name, f.Type)
		return err
	}})
	if err != nil {
		return err
	}
	size, err := s.parts(ctx, upload, body)
	if err != nil {
		return errors.Join(err, s.drop(upload))
	}
	return s.write(ctx, &write{do: func(c *conn) error { return publish(c, upload, f.ID, size) }})
}

// parts writes a file's body and counts it.
func (s *Store) parts(ctx context.Context, upload int64, body io.Reader) (size int64, err error) {
	for n := 0; ; n++ {
		part := make([]byte, partSize)
		got, err := io.ReadFull(body, part)
		if size += int64(got); size > fileMax {
			return 0, s.fault(ErrTooLarge)
		}
		if got > 0 {
			if err := s.write(ctx, &write{do: func(c *conn) error {
				_, err := c.exec("INSERT INTO file_parts (upload, n, body) VALUES (?, ?, ?)", upload, n, part[:got])
				return err
			}}); err != nil {
				return 0, err
			}
		}
		switch {
		case errors.Is(err, io.EOF) && got == 0, errors.Is(err, io.ErrUnexpectedEOF):
			return size, nil
		case err != nil:
			return 0, fmt.Errorf("read the file to keep: %w", err)
		}
	}
}

// drop clears away what was written of a file that is not to be kept.
func (s *Store) drop(upload int64) error {
	return s.write(context.Background(), &write{do: func(c *conn) error { return erase(c, upload) }})
}

func erase(c *conn, upload int64) error {
	if _, err := c.exec("DELETE FROM file_parts WHERE upload = ?", upload); err != nil {
		return err
	}
	_, err := c.exec("DELETE FROM files WHERE upload = ?", upload)
	return err
}

// publish puts an uploaded file in the place of the one with its id.
func publish(c *conn, upload int64, id string, size int64) error {
	old, err := c.number("SELECT upload FROM files WHERE id = ?", id)
	if err == nil && old != 0 {
		err = erase(c, old)
	}
	if err != nil {
		return err
	}
	_, err = c.exec("UPDATE files SET id = ?, size = ? WHERE upload = ?", id, size, upload)
	return err
}

// File opens a file; see [bot.Store]. Its parts are read as they are needed.
func (s *Store) File(ctx context.Context, id string) (f form.File, body io.ReadCloser, err error) {
	p := &parts{store: s, ctx: ctx}
	err = s.read(ctx, func(c *conn) error {
		r, ok, err := c.one("SELECT upload, name, type, size FROM files WHERE id = ?", id)
		if err == nil && !ok {
			return bot.ErrNotFound
		}
		if err == nil {
			p.upload, p.left = r.integer(0), r.integer(3)
			f = form.File{ID: id, Name: r.text(1), Type: r.text(2), Size: r.integer(3)}
		}
		return err
	})
	if err != nil {
		return form.File{}, nil, s.worded(err)
	}
	return f, p, nil
}

// parts reads a file part by part.
type parts struct {
	store  *Store
	ctx    context.Context //nolint:containedctx // an io.Reader takes none
	upload int64
	n      int
	left   int64
	part   []byte
}

func (p *parts) Read(b []byte) (int, error) {
	if len(p.part) == 0 {
		if p.left == 0 {
			return 0, io.EOF
		}
		if err := p.next(); err != nil {
			return 0, err
		}
	}
	n := copy(b, p.part)
	p.part, p.left = p.part[n:], p.left-int64(n)
	return n, nil
}

// next reads the next part; one that is gone was replaced meanwhile.
func (p *parts) next() error {
	err := p.store.read(p.ctx, func(c *conn) error {
		r, ok, err := c.one("SELECT body FROM file_parts WHERE upload = ? AND n = ?", p.upload, p.n)
		if err == nil && !ok {
			return io.ErrUnexpectedEOF
		}
		if err == nil {
			p.part, _ = r[0].([]byte)
		}
		return err
	})
	p.n++
	if err != nil {
		return p.store.fault(err)
	}
	return nil
}

func (p *parts) Close() error { return nil }
