package sqlite

import (
	"context"
	"slices"

	"visesbot/bot/register"
)

var _ register.Register = (*Store)(nil)

const putEntry = "INSERT INTO register (part, id, doc) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET doc = excluded.doc"

// PutEntries keeps entries of the register, all or nothing; see
// [register.Register].
func (s *Store) PutEntries(ctx context.Context, entries ...register.Entry) error {
	docs := make([]string, len(entries))
	for i, e := range entries {
		var err error
		if docs[i], err = encode(e.Fields); err != nil {
			return s.fault(err)
		}
	}
	if slices.ContainsFunc(entries, func(e register.Entry) bool { return register.Loaded(e.Table) }) {
		defer s.edition.Add(1) // also after a fault: who knows what was kept
	}
	return s.write(ctx, &write{do: func(c *conn) error {
		for i, e := range entries {
			if _, err := c.exec(putEntry, e.Table, e.ID, docs[i]); err != nil {
				return err
			}
		}
		return nil
	}})
}

// Edition tells when the register was changed: the file belongs to this store
// alone; see [register.Edited].
func (s *Store) Edition() uint64 { return s.edition.Load() }

// Entries reads the register; see [register.Register].
func (s *Store) Entries(ctx context.Context, table string) ([]register.Entry, error) {
	return s.entries(ctx, "SELECT part, id, doc FROM register WHERE ?1 = '' OR part = ?1 ORDER BY part, id", table)
}

// Below reads a part of a table by its key; see [register.Register].
func (s *Store) Below(ctx context.Context, table, prefix string) ([]register.Entry, error) {
	const below = "SELECT part, id, doc FROM register WHERE part = ? AND id >= ? AND id < ? ORDER BY id"
	return s.entries(ctx, below, table, prefix, prefix+"\U0010FFFF")
}

func (s *Store) entries(ctx context.Context, query string, args ...any) (entries []register.Entry, err error) {
	err = s.read(ctx, func(c *conn) error {
		return c.each(func(r row) error {
			fields, err := decode[map[string]string](r.text(2), "an entry of the register")
			entries = append(entries, register.Entry{Table: r.text(0), ID: r.text(1), Fields: fields})
			return err
		}, query, args...)
	})
	return entries, s.worded(err)
}
