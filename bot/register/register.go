package register

import (
	"context"
	"maps"
)

// Entry is one row of the register. Its fields are named after the columns of
// its table; an empty one is left out.
type Entry struct {
	Table  string            `json:"table"`
	ID     string            `json:"id"`
	Fields map[string]string `json:"fields"`
}

// List gives the values of a field that may have several.
func (e Entry) List(field string) []string { return parts(e.Fields[field]) }

// Register keeps entries. Every store is one.
type Register interface {
	// PutEntries adds entries, and replaces those of the same table and ID.
	// Entries that are not given stay as they are. It returns after they are
	// durable; given again, it ends in the same.
	PutEntries(ctx context.Context, entries ...Entry) error
	// Entries gives the entries of a table by ID; of all tables, table by
	// table, where table is empty.
	Entries(ctx context.Context, table string) ([]Entry, error)
	// Below gives the entries of a table whose IDs begin with a prefix, by ID. It
	// costs what it gives, not what the table holds.
	Below(ctx context.Context, table, prefix string) ([]Entry, error)
}

// Edited is what a register may also be: one that nobody writes to but through
// it, and that tells when somebody did.
type Edited interface {
	// Edition is another number after every PutEntries that a [Programme] would
	// notice, from before it returns.
	Edition() uint64
}

// Change is what an import does to the register.
type Change struct {
	Added, Changed, Same []Entry
}

// Compare tells what would change if entries were put into a register that
// holds others.
func Compare(register, entries []Entry) (c Change) {
	there := map[key]Entry{}
	for _, e := range register {
		there[key{e.Table, e.ID}] = e
	}
	for _, e := range entries {
		old, ok := there[key{e.Table, e.ID}]
		switch {
		case !ok:
			c.Added = append(c.Added, e)
		case !maps.Equal(old.Fields, e.Fields):
			c.Changed = append(c.Changed, e)
		default:
			c.Same = append(c.Same, e)
		}
	}
	return c
}

type key struct{ table, id string }
