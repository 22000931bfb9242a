package sqlite

import (
	"context"

	"visesbot/bot"
	"visesbot/flows/form"
)

// view reads the documents of one dossier one by one, each by its key. Every
// reading looks at the epoch afterwards: once the dossier may not be at the
// version of the head any more, the view is spoilt.
type view struct {
	store   *Store
	ctx     context.Context //nolint:containedctx // a form.Source takes none; a view lives as long as one turn
	dossier string
	head    form.Head
	epoch   *epoch
	seen    int64 // of the changes begun, before the head was read
	err     error
}

// Dossier gives a dossier as it is now; see [bot.Store]. A commit of this
// store is one transaction, so there is never an outcome to replay.
func (s *Store) Dossier(ctx context.Context, _ bot.Claim, id string) (bot.View, error) {
	v := &view{store: s, ctx: ctx, dossier: id, epoch: s.epochs.of(id)}
	var err error
	if v.seen, err = s.quiet(ctx, v.epoch); err != nil {
		return nil, err
	}
	err = s.read(ctx, func(c *conn) error {
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

// The statements that read documents.
const (
	getAnswer = "SELECT doc FROM answers WHERE dossier = ? AND place = ?"
	getList   = "SELECT doc FROM lists WHERE dossier = ? AND key = ?"
	getItem   = "SELECT doc FROM items WHERE dossier = ? AND path = ?"

	getAnswers    = "SELECT doc FROM answers WHERE dossier = ? ORDER BY place"
	getDeliveries = "SELECT doc FROM records WHERE dossier = ? AND kind = 'block delivered' ORDER BY seq"
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
	doc = new(T)
	v.read(func(r row) (err error) {
		ok = true
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

// read gives the rows of a query to f, and spoils the view where they may not
// be of the head's version.
func (v *view) read(f func(row) error, sql string, args ...any) {
	if v.err != nil {
		return
	}
	err := v.store.read(v.ctx, func(c *conn) error { return c.each(f, sql, args...) })
	if err == nil && v.epoch.begun.Load() != v.seen {
		err = bot.ErrChanged
	}
	v.err = v.store.worded(err)
}
