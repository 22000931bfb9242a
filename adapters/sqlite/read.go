package sqlite

import (
	"context"
	"fmt"

	"visesbot/bot"
	"visesbot/flows/form"
)

// readerCache is what a reading connection keeps, in KiB. A dossier is a few
// pages, and is read once a turn: the rest is in the system's own cache.
const readerCache = "cache_size(-4096)"

// read lends a reading connection to f.
func (s *Store) read(ctx context.Context, f func(*conn) error) error {
	c, err := s.reader(ctx)
	if err != nil {
		return err
	}
	defer s.readers.put(c)
	return f(c)
}

// usable tells why nothing can be read: the store is closed, or it is not wanted
// any more.
func (s *Store) usable(ctx context.Context) error {
	select {
	case <-s.writer.ended:
		return ErrClosed
	case <-ctx.Done():
		return ctx.Err()
	default:
		return nil
	}
}

// reader gives a reading connection, which the caller puts back. Nobody who
// has one may ask for another: all could wait for each other.
func (s *Store) reader(ctx context.Context) (*conn, error) {
	select {
	case <-s.writer.ended:
		return nil, ErrClosed
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-s.readers.free:
		if c := s.readers.take(); c != nil {
			return c, nil
		}
		c, err := dial(s.path, "rw", "busy_timeout(5000)", "query_only(on)", readerCache)
		if err != nil {
			s.readers.put(nil)
		}
		return c, err
	}
}

// decode reads a document of the store.
func decode[T any](doc string, what string) (v T, err error) {
	if err = form.Decode([]byte(doc), &v); err != nil {
		err = fmt.Errorf("read %s: %w", what, err)
	}
	return v, err
}

// encode writes a document for the store.
func encode(v any) (string, error) {
	b, err := form.Encode(v)
	return string(b), err
}

// all reads the documents in the first column of a query.
func all[T any](ctx context.Context, s *Store, what, sql string, args ...any) (docs []T, err error) {
	err = s.read(ctx, func(c *conn) error {
		return c.each(func(r row) error {
			v, err := decode[T](r.text(0), what)
			docs = append(docs, v)
			return err
		}, sql, args...)
	})
	if err != nil {
		return nil, s.fault(err)
	}
	return docs, nil
}

// Records gives all records of a dossier, by Seq.
func (s *Store) Records(ctx context.Context, dossier string) ([]form.Record, error) {
	return all[form.Record](ctx, s, "a record", getRecords, dossier)
}

// Snapshots gives all snapshots of a dossier, by ID.
func (s *Store) Snapshots(ctx context.Context, dossier string) ([]form.Snapshot, error) {
	return all[form.Snapshot](ctx, s, "a snapshot", getSnapshots, dossier)
}

// Jobs gives the mailbox of a conversation, dead jobs too, in the order
// of their places.
func (s *Store) Jobs(ctx context.Context, a bot.Address) (jobs []bot.Job, err error) {
	err = s.read(ctx, func(c *conn) error {
		return c.each(func(r row) error {
			j, err := job(r.text(0), r.integer(1), r.integer(2))
			jobs = append(jobs, j)
			return err
		}, `SELECT j.doc, j.seq AS seq, j.due, j.place AS place FROM conversations c JOIN jobs j ON j.conversation = c.id AND j.kind <> 'timer' WHERE c.address = ?1
			UNION ALL
			SELECT j.doc, j.seq AS seq, j.due, j.place AS place FROM conversations c JOIN jobs j ON j.conversation = c.id AND j.kind = 'timer' WHERE c.address = ?1
			ORDER BY place, seq`, string(a))
	})
	if err != nil {
		return nil, s.fault(err)
	}
	return jobs, nil
}
