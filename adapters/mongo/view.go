package mongo

import (
	"context"
	"maps"
	"slices"
	"strings"

	"go.mongodb.org/mongo-driver/v2/bson"

	"visesbot/bot"
	"visesbot/flows/form"
)

// view is a dossier as it was read. It keeps the context of the reading, as
// what is seldom asked for is read when it is.
type view struct {
	ctx     context.Context
	store   *Store
	id      string
	head    form.Head
	docs    map[string]bson.Raw // by name: "answer/P1-16@st2/ch7"
	records []bson.Raw          // pending ones
	replay  *bot.Outcome
	err     error
}

func (v *view) Err() error           { return v.err }
func (v *view) Close()               {}
func (v *view) Replay() *bot.Outcome { return v.replay }
func (v *view) Head() form.Head      { return v.head }

func (v *view) Answer(p form.Place) (*form.Answer, bool) { return one[form.Answer](v, answerName(p)) }
func (v *view) List(k form.ListKey) (*form.List, bool)   { return one[form.List](v, listName(k)) }
func (v *view) Item(p form.Path) (*form.Item, bool)      { return one[form.Item](v, itemName(p)) }

// Answers decodes all answers.
func (v *view) Answers() []form.Answer {
	var all []form.Answer
	for name := range v.docs {
		if !strings.HasPrefix(name, answerName("")) {
			continue
		}
		if a, ok := one[form.Answer](v, name); ok {
			all = append(all, *a)
		}
	}
	return all
}

// Deliveries reads the records of what was delivered: they lie outside of what
// a turn reads. Records never change, so those of the head's version and of
// earlier ones are what there was.
func (v *view) Deliveries() []form.Delivery {
	ctx, cancel := v.store.limit(v.ctx)
	defer cancel()
	where := append(within(records(v.id)), bson.E{Key: "kind", Value: form.RecordDelivery})
	raws, err := v.store.find(ctx, where)
	if err != nil {
		v.fail(err)
		return nil
	}
	found := map[int64]form.Delivery{}
	for _, raw := range append(raws, v.records...) {
		var r form.Record
		if err := v.store.decode(raw, &r); err != nil {
			v.fail(err)
			return nil
		}
		if r.Delivery != nil && dossierVersion(raw) <= v.head.Version {
			found[r.Seq] = *r.Delivery
		}
	}
	return inOrder(found)
}

// inOrder gives deliveries in the order of their records.
func inOrder(found map[int64]form.Delivery) []form.Delivery {
	var all []form.Delivery
	for _, seq := range slices.Sorted(maps.Keys(found)) {
		all = append(all, found[seq])
	}
	return all
}

// one decodes the document with this name.
func one[T any](v *view, name string) (*T, bool) {
	t := new(T)
	raw, some := v.docs[name]
	if !some {
		return t, false
	}
	if err := v.store.decode(raw, t); err != nil {
		v.fail(err)
		return t, false
	}
	return t, true
}

// fail remembers the first error.
func (v *view) fail(err error) {
	if v.err == nil {
		v.err = err
	}
}
