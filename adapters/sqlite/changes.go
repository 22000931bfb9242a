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
	putAnswer   = "INSERT INTO documents (dossier, part, key, doc) VALUES (?, 'answer', ?, ?)" + orReplace
	putList     = "INSERT INTO documents (dossier, part, key, doc) VALUES (?, 'list', ?, ?)" + orReplace
	putItem     = "INSERT INTO documents (dossier, part, key, doc) VALUES (?, 'item', ?, ?)" + orReplace
	addRecord   = "INSERT INTO documents (dossier, part, key, doc, kind) VALUES (?, 'record', ?, ?, ?)"
	addSnapshot = "INSERT INTO documents (dossier, part, key, doc) VALUES (?, 'snapshot', ?, ?)"
	orReplace   = " ON CONFLICT DO UPDATE SET doc = excluded.doc"

	addHead = "INSERT INTO documents (doc, version, dossier, part, key) VALUES (?, ?, ?, 'head', '') ON CONFLICT DO NOTHING"
	putHead = "UPDATE documents SET doc = ?, version = ?2 WHERE dossier = ? AND part = 'head' AND key = '' AND version = ?2 - 1"
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
	sql := putHead
	if d.version == 1 {
		sql = addHead
	}
	n, err := c.exec(sql, d.head, d.version, d.dossier)
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
