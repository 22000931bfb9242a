package mongo

import (
	"cmp"
	"slices"

	"go.mongodb.org/mongo-driver/v2/bson"

	"visesbot/flows/form"
)

// overlay puts what is pending over the documents that are older. Mostly it is
// in them already, and nothing is decoded but names.
func (v *view) overlay(h headDoc) {
	var all []pending
	for _, p := range h.Pending {
		all = append(all, p)
	}
	slices.SortFunc(all, func(x, y pending) int { return cmp.Compare(x.Version, y.Version) })
	for _, p := range all {
		for name, raw := range v.pendingDocs(p.Outcome) {
			if !v.landed(name, p.Version) {
				v.docs[name] = raw
			}
		}
		v.records = append(v.records, v.parts(p.Outcome, "records")...)
	}
}

// landed tells whether a document is in place as of a version, or later.
func (v *view) landed(name string, version int64) bool {
	raw, some := v.docs[name]
	return some && dossierVersion(raw) >= version
}

// pendingDocs are the documents of a pending outcome, by name.
func (v *view) pendingDocs(outcome bson.Raw) map[string]bson.Raw {
	docs := map[string]bson.Raw{}
	for _, raw := range v.parts(outcome, "answers") {
		docs[answerName(form.Place(text(raw, "place")))] = raw
	}
	for _, raw := range v.parts(outcome, "lists") {
		docs[listName(form.ListKeyOf(text(raw, "collection"), form.Path(text(raw, "parent"))))] = raw
	}
	for _, raw := range v.parts(outcome, "items") {
		docs[itemName(form.Path(text(raw, "path")))] = raw
	}
	return docs
}

// parts are the documents of one kind in the changes of an outcome.
func (v *view) parts(outcome bson.Raw, kind string) []bson.Raw {
	array, some := outcome.Lookup("changes", kind).ArrayOK()
	if !some {
		return nil
	}
	values, err := array.Values()
	if err != nil {
		v.fail(err)
		return nil
	}
	var docs []bson.Raw
	for _, value := range values {
		if doc, ok := value.DocumentOK(); ok {
			docs = append(docs, doc)
		}
	}
	return docs
}

func text(raw bson.Raw, field string) string {
	s, _ := raw.Lookup(field).StringValueOK()
	return s
}
