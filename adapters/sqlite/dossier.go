package sqlite

import (
	"context"

	"visesbot/bot"
	"visesbot/flows/form"
)

// view reads the documents of one dossier one by one, each by its key. Every
// reading looks at the version as well: once the dossier is not at the version
// of the head any more, the view is spoilt.
type view struct {
	store   *Store
	ctx     context.Context //nolint:containedctx // a form.Source takes none; a view lives as long as one turn
	dossier string
	head    form.Head
	err     error
}

// Dossier gives a dossier as it is now; see [bot.Store]. A commit of this
// store is one transaction, so there is never an outcome to replay.
func (s *Store) Dossier(ctx context.Context, _ bot.Claim, id string) (bot.View, error) {
	v := &view{store: s, ctx: ctx, dossier: id}
	err := s.read(ctx, func(c *conn) error {
		r, ok, err := c.one("SELECT doc FROM dossiers WHERE id = ?", id)
		if err == nil && ok {
			v.head, err = decode[form.Head](r.text(0), "a head")
		}
		return err
	})
	if err != nil {
		return nil, s.worded(err)
	}
	return v, nil
}

func (v *view) Head() form.Head { return v.head }

func (v *view) Err() error { return v.err }

func (v *view) Replay() *bot.Outcome { return nil }

// The statements that read documents; the second column is the version.
const (
	getAnswer = "SELECT (SELECT doc FROM answers WHERE dossier = ?1 AND place = ?2), (SELECT version FROM dossiers WHERE id = ?1)"
	getList   = "SELECT (SELECT doc FROM lists WHERE dossier = ?1 AND key = ?2), (SELECT version FROM dossiers WHERE id = ?1)"
	getItem   = "SELECT (SELECT doc FROM items WHERE dossier = ?1 AND path = ?2), (SELECT version FROM dossiers WHERE id = ?1)"

	getAnswers    = "SELECT a.doc, d.version FROM dossiers d LEFT JOIN answers a ON a.dossier = d.id WHERE d.id = ?"
	getDeliveries = `SELECT r.doc, d.version FROM dossiers d LEFT JOIN records r
		ON r.dossier = d.id AND r.kind = 'block delivered' WHERE d.id = ? ORDER BY r.seq`
)

func (v *view) Answer(p form.Place) (form.Answer, bool) {
	return get[form.Answer](v, "an answer", getAnswer, string(p))
}

func (v *view) List(k form.ListKey) (form.List, bool) {
	return get[form.List](v, "a list", getList, string(k))
}

func (v *view) Item(p form.Path) (form.Item, bool) {
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
func get[T any](v *view, what, sql, key string) (doc T, ok bool) {
	v.read(func(r row) (err error) {
		if ok = !r.null(0); ok {
			doc, err = decode[T](r.text(0), what)
		}
		return err
	}, sql, v.dossier, key)
	return doc, ok && v.err == nil
}

// gather reads many documents.
func gather[T any](v *view, what, sql string) (docs []T) {
	v.read(func(r row) error {
		if r.null(0) {
			return nil
		}
		doc, err := decode[T](r.text(0), what)
		docs = append(docs, doc)
		return err
	}, sql, v.dossier)
	return docs
}

// read gives the rows of a query to f while they are of the head's version.
func (v *view) read(f func(row) error, sql string, args ...any) {
	if v.err != nil {
		return
	}
	err := v.store.read(v.ctx, func(c *conn) error {
		return c.each(func(r row) error {
			if r.integer(1) != v.head.Version {
				return bot.ErrChanged
			}
			return f(r)
		}, sql, args...)
	})
	v.err = v.store.worded(err)
}
