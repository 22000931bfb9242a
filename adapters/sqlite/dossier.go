package sqlite

import (
	"context"
	"fmt"

	"visesbot/bot"
	"visesbot/flows/form"
)

// view reads the documents of one dossier one by one, each by its key, in one
// reading transaction on a connection of its own: as the file was when the head
// was read, whatever is written meanwhile.
type view struct {
	store   *Store
	dossier string
	head    form.Head
	conn    *conn // nil once it is closed
	err     error
}

// Dossier gives a dossier as it is now; see [bot.Store]. A commit of this
// store is one transaction, so there is never an outcome to replay.
func (s *Store) Dossier(ctx context.Context, _ bot.Claim, id string) (bot.View, error) {
	v := &view{store: s, dossier: id}
	var err error
	if v.conn, err = s.reader(ctx); err == nil {
		err = v.begin()
	}
	if err != nil {
		v.Close()
		return nil, s.worded(err)
	}
	return v, nil
}

// begin begins the transaction, and reads the head.
func (v *view) begin() error {
	if _, err := v.conn.exec("BEGIN"); err != nil {
		return err
	}
	r, ok, err := v.conn.one(getHead, v.dossier)
	if err == nil && ok {
		v.head, err = decode[form.Head](r.text(0), "a head")
	}
	return err
}

// Close ends the transaction, which wrote nothing, and gives the connection
// back.
func (v *view) Close() {
	if v.conn == nil {
		return
	}
	_, _ = v.conn.exec("ROLLBACK") // fails only where it had not begun
	v.store.readers.put(v.conn)
	v.conn = nil
}

func (v *view) Head() form.Head { return v.head }

func (v *view) Err() error { return v.err }

func (v *view) Replay() *bot.Outcome { return nil }

// The statements that read documents.
const (
	getHead   = "SELECT doc FROM documents WHERE dossier = ? AND part = 'head' AND key = ''"
	getAnswer = "SELECT doc FROM documents WHERE dossier = ? AND part = 'answer' AND key = ?"
	getList   = "SELECT doc FROM documents WHERE dossier = ? AND part = 'list' AND key = ?"
	getItem   = "SELECT doc FROM documents WHERE dossier = ? AND part = 'item' AND key = ?"

	getAnswers    = "SELECT doc FROM documents WHERE dossier = ? AND part = 'answer' ORDER BY key"
	getRecords    = "SELECT doc FROM documents WHERE dossier = ? AND part = 'record' ORDER BY key"
	getSnapshots  = "SELECT doc FROM documents WHERE dossier = ? AND part = 'snapshot' ORDER BY key"
	getDeliveries = "SELECT doc FROM documents WHERE dossier = ? AND part = 'record' AND kind = 'block delivered' ORDER BY key"
)

func (v *view) Answer(p form.Place) (*form.Answer, bool) {
	return get[form.Answer](v, "an answer", getAnswer, string(p))
}

func (v *view) List(k form.ListKey) (*form.List, bool) {
	return get[form.List](v, "a list", getList, string(k))
}

func (v *view) Item(p form.Path) (*form.Item, bool) {
	return get[form.Item](v, "an item", getItem, string(p))
}

func (v *view) Answers() []form.Answer { return gather[form.Answer](v, "an answer", getAnswers) }

func (v *view) Deliveries() []form.Delivery {
	var all []form.Delivery
	for _, r := range gather[form.Record](v, "a record", getDeliveries) {
		if r.Delivery != nil {
			all = append(all, *r.Delivery)
		}
	}
	return all
}

// get reads one document.
func get[T any](v *view, what, sql, key string) (doc *T, ok bool) {
	v.read(func(r row) (err error) {
		ok, doc = true, new(T)
		*doc, err = decode[T](r.text(0), what)
		return err
	}, sql, v.dossier, key)
	return doc, ok && v.err == nil
}

// gather reads many documents.
func gather[T any](v *view, what, sql string) (docs []T) {
	v.read(func(r row) error {
		doc, err := decode[T](r.text(0), what)
		docs = append(docs, doc)
		return err
	}, sql, v.dossier)
	return docs
}

// read gives the rows of a query to f. What goes wrong spoils the view.
func (v *view) read(f func(row) error, sql string, args ...any) {
	switch {
	case v.err != nil:
	case v.conn == nil:
		v.err = fmt.Errorf("read the dossier: %w", ErrClosed)
	default:
		v.err = v.store.worded(v.conn.each(f, sql, args...))
	}
}
