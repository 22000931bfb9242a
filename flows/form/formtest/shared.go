package formtest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"visesbot/flows/form"
)

// Shared is a form.Source that gives copies of the same documents again and
// again, as a cache would: whoever writes into what they hold is found out.
type Shared struct {
	mem  *Memory
	docs map[string]any
}

// Share reads a memory through a cache.
func Share(m *Memory) *Shared { return &Shared{mem: m, docs: map[string]any{}} }

// Forget drops what a turn has changed from the cache.
func (s *Shared) Forget(c form.Changes) {
	delete(s.docs, "head")
	for _, a := range c.Answers {
		delete(s.docs, "answer/"+string(a.Place))
	}
	for _, l := range c.Lists {
		delete(s.docs, "list/"+string(l.Key()))
	}
	for _, it := range c.Items {
		delete(s.docs, "item/"+string(it.Path))
	}
}

// Unchanged reports a document that was written into; nil when there is none.
func (s *Shared) Unchanged() error {
	for key, doc := range s.docs {
		raw, err := json.Marshal(doc)
		if err != nil || !bytes.Equal(raw, s.mem.docs[key]) {
			return fmt.Errorf("%s was written into: %s is now %s", key, s.mem.docs[key], raw)
		}
	}
	return nil
}

func shared[T any](s *Shared, key string) (*T, bool) {
	if doc, ok := s.docs[key].(T); ok {
		return &doc, true
	}
	doc, ok := read[T](s.mem.docs[key])
	if ok {
		s.docs[key] = *doc
	}
	return doc, ok
}

func sharedAll[T any](s *Shared, prefix string) []T {
	var out []T
	for key := range s.mem.docs {
		if strings.HasPrefix(key, prefix) {
			doc, _ := shared[T](s, key)
			out = append(out, *doc)
		}
	}
	return out
}

// Head gives the dossier as a whole.
func (s *Shared) Head() form.Head { 
	h, ok := shared[form.Head](s, "head")
	if !ok {
		return form.Head{}
	}
	return *h
}

// Answer gives the answer at a place.
func (s *Shared) Answer(p form.Place) (*form.Answer, bool) {
	return shared[form.Answer](s, "answer/"+string(p))
}

// List gives one list of items.
func (s *Shared) List(k form.ListKey) (*form.List, bool) {
	return shared[form.List](s, "list/"+string(k))
}

// Item gives one item.
func (s *Shared) Item(p form.Path) (*form.Item, bool) {
	return shared[form.Item](s, "item/"+string(p))
}

// Answers gives all answers, in no order.
func (s *Shared) Answers() []form.Answer { return sharedAll[form.Answer](s, "answer/") }

// Items gives all items, archived ones too, in no order.
func (s *Shared) Items() []form.Item { return sharedAll[form.Item](s, "item/") }

// Lists gives all lists, in no order.
func (s *Shared) Lists() []form.List { return sharedAll[form.List](s, "list/") }

// Deliveries gives the blocks delivered so far.
func (s *Shared) Deliveries() []form.Delivery { return s.mem.Deliveries() }
