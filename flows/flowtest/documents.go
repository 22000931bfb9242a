package flowtest

import (
	"encoding/json"
	"fmt"

	"visesbot/flows/form"
)

// documents keep one dossier as a store would: small JSON documents, each
// decoded when it is asked for. It is a [form.Source].
type documents struct {
	head    json.RawMessage
	answers map[form.Place]json.RawMessage
	lists   map[form.ListKey]json.RawMessage
	items   map[form.Path]json.RawMessage
	records []json.RawMessage
	shots   []json.RawMessage
	err     error // the first document that could not be read
}

func newDocuments() *documents {
	return &documents{
		answers: map[form.Place]json.RawMessage{},
		lists:   map[form.ListKey]json.RawMessage{},
		items:   map[form.Path]json.RawMessage{},
	}
}

// Head returns what is known of the dossier as a whole.
func (d *documents) Head() form.Head {
	head, _ := read[form.Head](d, d.head)
	return *head
}

// Answer returns the answer at a place.
func (d *documents) Answer(p form.Place) (*form.Answer, bool) {
	return read[form.Answer](d, d.answers[p])
}

// List returns the list of a collection below a parent.
func (d *documents) List(k form.ListKey) (*form.List, bool) { return read[form.List](d, d.lists[k]) }

// Item returns an item.
func (d *documents) Item(p form.Path) (*form.Item, bool) { return read[form.Item](d, d.items[p]) }

// Answers returns all answers.
func (d *documents) Answers() []form.Answer {
	var all []form.Answer
	for _, raw := range d.answers {
		if a, ok := read[form.Answer](d, raw); ok {
			all = append(all, *a)
		}
	}
	return all
}

// Deliveries returns which module blocks were delivered to whom.
func (d *documents) Deliveries() []form.Delivery {
	var all []form.Delivery
	for _, raw := range d.records {
		if r, ok := read[form.Record](d, raw); ok && r.Delivery != nil {
			all = append(all, *r.Delivery)
		}
	}
	return all
}

func read[T any](d *documents, raw json.RawMessage) (*T, bool) {
	v := new(T)
	if raw == nil {
		return v, false
	}
	if err := json.Unmarshal(raw, v); err != nil && d.err == nil {
		d.err = fmt.Errorf("read a document of the dossier: %w", err)
	}
	return v, true
}

// keep writes the documents that a turn leaves behind. A store refuses a
// change that does not make the version rise by one, and so does this one.
func (d *documents) keep(c form.Changes) error {
	if d.err != nil || c.Empty() {
		return d.err
	}
	if was, is := d.Head().Version, c.Head.Version; is != was+1 {
		return fmt.Errorf("the dossier goes from version %d to %d, not to the next one", was, is)
	}
	d.head = d.write(c.Head)
	for _, a := range c.Answers {
		d.answers[a.Place] = d.write(a)
	}
	for _, l := range c.Lists {
		d.lists[l.Key()] = d.write(l)
	}
	for _, i := range c.Items {
		d.items[i.Path] = d.write(i)
	}
	for _, r := range c.Records {
		d.records = append(d.records, d.write(r))
	}
	for _, s := range c.Snapshots {
		d.shots = append(d.shots, d.write(s))
	}
	if n := d.Head().Records; d.err == nil && n != int64(len(d.records)) {
		return fmt.Errorf("the head counts %d records, but there are %d", n, len(d.records))
	}
	return d.err
}

func (d *documents) write(v any) json.RawMessage {
	raw, err := json.Marshal(v)
	if err != nil && d.err == nil {
		d.err = fmt.Errorf("write a document of the dossier: %w", err)
	}
	return raw
}
