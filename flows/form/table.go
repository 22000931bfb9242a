package form

// table keeps the documents a turn has touched: a few, so that looking through
// them is cheaper than a map; many when a whole dossier is read.
type table[K comparable, T any] struct {
	keys []K
	docs []*kept[T]
	at   map[K]*kept[T]

	firstKeys [6]K
	firstDocs [6]*kept[T]
	first     [6]kept[T]
}

// manyDocs is from how many documents on a map pays.
const manyDocs = 24

func (t *table[K, T]) get(key K) *kept[T] {
	if t.at != nil {
		return t.at[key]
	}
	for i, k := range t.keys {
		if k == key {
			return t.docs[i]
		}
	}
	return nil
}

// put makes room for a document that is not there yet. The pointer stays good.
func (t *table[K, T]) put(key K) *kept[T] {
	if t.keys == nil {
		t.keys, t.docs = t.firstKeys[:0], t.firstDocs[:0]
	}
	var doc *kept[T]
	if n := len(t.docs); n < len(t.first) {
		doc = &t.first[n]
	} else {
		doc = &kept[T]{}
	}
	t.keys, t.docs = append(t.keys, key), append(t.docs, doc)
	switch {
	case t.at != nil:
		t.at[key] = doc
	case len(t.keys) > manyDocs:
		t.at = make(map[K]*kept[T], 4*manyDocs)
		for i, k := range t.keys {
			t.at[k] = t.docs[i]
		}
	}
	return doc
}
