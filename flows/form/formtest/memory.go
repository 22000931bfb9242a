// Package formtest keeps a dossier in memory, in its stored form, for tests
// and for playing a conversation without a store. It checks nothing that a
// store promises (versions, leases): that is for package storetest.
package formtest

import (
	"fmt"
	"sort"
	"strings"

	"visesbot/flows/form"
)

// Memory is a form.Source over documents kept as JSON: nothing survives from
// one turn to the next but what has been written and can be read back.
type Memory struct {
	docs map[string][]byte

	// the documents that a turn reads, by their own keys as in a store
	head    []byte
	answers map[form.Place][]byte
	lists   map[form.ListKey][]byte
	items   map[form.Path][]byte
}

// New gives a dossier that does not exist yet.
func New() *Memory {
	return &Memory{
		docs:    map[string][]byte{},
		answers: map[form.Place][]byte{}, lists: map[form.ListKey][]byte{}, items: map[form.Path][]byte{},
	}
}

// Apply writes what a turn has changed.
func (m *Memory) Apply(c form.Changes) {
	if c.Head != nil {
		m.head = m.put("head", c.Head)
	}
	for _, a := range c.Answers {
		m.answers[a.Place] = m.put("answer/"+string(a.Place), a)
	}
	for _, l := range c.Lists {
		m.lists[l.Key()] = m.put("list/"+string(l.Key()), l)
	}
	for _, it := range c.Items {
		m.items[it.Path] = m.put("item/"+string(it.Path), it)
	}
	for _, r := range c.Records {
		m.put(fmt.Sprintf("record/%09d", r.Seq), r)
	}
	for _, s := range c.Snapshots {
		m.put("snapshot/"+s.ID, s)
	}
}

func (m *Memory) put(key string, doc any) []byte {
	raw, err := form.Encode(doc)
	if err != nil {
		panic(fmt.Sprintf("formtest: %s cannot be written: %v", key, err))
	}
	m.docs[key] = raw
	return raw
}

func read[T any](raw []byte) (*T, bool) {
	if raw == nil {
		return nil, false
	}
	doc := new(T)
	if err := form.Decode(raw, doc); err != nil {
		panic(fmt.Sprintf("formtest: %s cannot be read: %v", raw, err))
	}
	return doc, true
}

// Head gives the dossier as a whole.
func (m *Memory) Head() form.Head { 
	h, ok := read[form.Head](m.head)
	if !ok {
		return form.Head{}
	}
	return *h
}

// Answer gives the answer at a place.
func (m *Memory) Answer(p form.Place) (*form.Answer, bool) {
	return read[form.Answer](m.answers[p])
}

// List gives one list of items.
func (m *Memory) List(k form.ListKey) (*form.List, bool) {
	return read[form.List](m.lists[k])
}

// Item gives one item.
func (m *Memory) Item(p form.Path) (*form.Item, bool) { return read[form.Item](m.items[p]) }

// Answers gives all answers, sorted by place.
func (m *Memory) Answers() []form.Answer { return all[form.Answer](m, "answer/") }

// Items gives all items, archived ones too, sorted by path.
func (m *Memory) Items() []form.Item { return all[form.Item](m, "item/") }

// Lists gives all lists, sorted by key.
func (m *Memory) Lists() []form.List { return all[form.List](m, "list/") }

// Records gives everything done, in order.
func (m *Memory) Records() []form.Record { return all[form.Record](m, "record/") }

// Snapshots gives the closed phases.
func (m *Memory) Snapshots() []form.Snapshot { return all[form.Snapshot](m, "snapshot/") }

// Deliveries gives the blocks delivered so far, in order.
func (m *Memory) Deliveries() []form.Delivery {
	var out []form.Delivery
	for _, r := range m.Records() {
		if r.Delivery != nil {
			out = append(out, *r.Delivery)
		}
	}
	return out
}

// Docs gives the stored form itself, by key, to compare and to measure.
func (m *Memory) Docs() map[string][]byte { return m.docs }

func all[T any](m *Memory, prefix string) []T {
	var keys []string
	for key := range m.docs {
		if strings.HasPrefix(key, prefix) {
			keys = append(keys, key)
		}
	}
	sort.Strings(keys)
	var out []T
	for _, key := range keys {
		doc, _ := read[T](m.docs[key])
		out = append(out, *doc)
	}
	return out
}
