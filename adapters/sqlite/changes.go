package sqlite

import (
	"visesbot/bot"
	"visesbot/flows/form"
)

// documents are the changes of one dossier as they are written.
type documents struct {
	dossier string
	version int64
	head    string
	rows    []document
}

// document is one row: a statement that takes dossier, key, doc and perhaps
// one more.
type document struct {
	sql  string
	args []any
}

// The statements that write documents. Records and snapshots are never
// changed: one that is there already is a fault.
const (
	putAnswer   = "INSERT INTO answers (dossier, place, doc) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET doc = excluded.doc"
	putList     = "INSERT INTO lists (dossier, key, doc) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET doc = excluded.doc"
	putItem     = "INSERT INTO items (dossier, path, doc) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET doc = excluded.doc"
	addRecord   = "INSERT INTO records (dossier, seq, doc, kind) VALUES (?, ?, ?, ?)"
	addSnapshot = "INSERT INTO snapshots (dossier, id, doc) VALUES (?, ?, ?)"
)

// encodeChanges makes the rows of a change; nil when there is none.
func encodeChanges(dossier string, c form.Changes) (*documents, error) {
	if c.Empty() {
		return nil, nil
	}
	head, err := encode(c.Head)
	if err != nil {
		return nil, err
	}
	d := &documents{dossier: dossier, version: c.Head.Version, head: head}
	for _, x := range c.Answers {
		err = d.add(err, putAnswer, string(x.Place), x)
	}
	for _, x := range c.Lists {
		err = d.add(err, putList, string(x.Key()), x)
	}
	for _, x := range c.Items {
		err = d.add(err, putItem, string(x.Path), x)
	}
	for _, x := range c.Records {
		err = d.add(err, addRecord, x.Seq, x, x.Kind)
	}
	for _, x := range c.Snapshots {
		err = d.add(err, addSnapshot, x.ID, x)
	}
	return d, err
}

// add encodes one document, unless something failed before.
func (d *documents) add(failed error, sql string, key, v any, more ...any) error {
	if failed != nil {
		return failed
	}
	doc, err := encode(v)
	d.rows = append(d.rows, document{sql, append([]any{d.dossier, key, doc}, more...)})
	return err
}

// write puts the documents into the file, or refuses when the dossier is not
// at the version before.
func (d *documents) write(c *conn) error {
	if d == nil {
		return nil
	}
	sql, args := "UPDATE dossiers SET doc = ?, version = ?2 WHERE id = ? AND version = ?2 - 1", []any{d.head, d.version, d.dossier}
	if d.version == 1 {
		sql = "INSERT INTO dossiers (doc, version, id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
	}
	n, err := c.exec(sql, args...)
	if err != nil {
		return err
	}
	if n == 0 {
		return refusal{bot.ErrChanged}
	}
	for _, r := range d.rows {
		if _, err := c.exec(r.sql, r.args...); err != nil {
			return err
		}
	}
	return nil
}
