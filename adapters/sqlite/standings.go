package sqlite

import (
	"context"
	"slices"
	"strings"

	"visesbot/bot"
	"visesbot/flows/form"
)

var _ bot.Standings = (*Store)(nil)

// headsAtOnce is how many heads are asked for in one query.
const headsAtOnce = 100

// Heads reads heads by their key; see [bot.Standings].
func (s *Store) Heads(ctx context.Context, dossiers []string, each func(form.Head) error) error {
	return s.worded(s.read(ctx, func(c *conn) error {
		for some := range slices.Chunk(dossiers, headsAtOnce) {
			if err := heads(c, some, each); err != nil {
				return err
			}
		}
		return nil
	}))
}

func heads(c *conn, dossiers []string, each func(form.Head) error) error {
	ids := make([]any, headsAtOnce) // the rest is NULL, which is like nothing
	for i, d := range dossiers {
		ids[i] = d
	}
	in := strings.TrimSuffix(strings.Repeat("?,", headsAtOnce), ",")
	return c.each(func(r row) error {
		h, err := decode[form.Head](r.text(0), "a head")
		if err != nil {
			return err
		}
		return each(h)
	}, "SELECT doc FROM documents WHERE part = 'head' AND key = '' AND dossier IN ("+in+")", ids...)
}

const latestRecords = getRecords + " DESC"

// Latest reads records from the last one back; see [bot.Standings].
func (s *Store) Latest(ctx context.Context, dossier string, each func(form.Record) bool) error {
	return s.worded(s.read(ctx, func(c *conn) error {
		return c.each(func(r row) error {
			record, err := decode[form.Record](r.text(0), "a record")
			if err == nil && !each(record) {
				err = errStop
			}
			return err
		}, latestRecords, dossier)
	}))
}
