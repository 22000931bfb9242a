package ferret_test

import (
	"context"
	"sync"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/event"
)

// recorder keeps the commands that a store sends.
type recorder struct {
	mu       sync.Mutex
	commands []bson.Raw
}

func (r *recorder) monitor() *event.CommandMonitor {
	return &event.CommandMonitor{Started: func(_ context.Context, e *event.CommandStartedEvent) {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.commands = append(r.commands, append(bson.Raw(nil), e.Command...))
	}}
}

// take gives the commands since the last time.
func (r *recorder) take() []bson.Raw {
	r.mu.Lock()
	defer r.mu.Unlock()
	all := r.commands
	r.commands = nil
	return all
}

// name is what a command does, and to which collection.
func name(c bson.Raw) string {
	e := c.Index(0)
	return e.Key() + " " + e.Value().StringValue()
}

// filters are the conditions by which a command finds documents.
func filters(c bson.Raw) []bson.Raw {
	var all []bson.Raw
	for _, field := range []string{"filter", "query"} {
		if f, ok := c.Lookup(field).DocumentOK(); ok {
			all = append(all, f)
		}
	}
	for _, list := range []string{"updates", "deletes"} {
		array, ok := c.Lookup(list).ArrayOK()
		if !ok {
			continue
		}
		values, _ := array.Values()
		for _, v := range values {
			all = append(all, v.Document().Lookup("q").Document())
		}
	}
	return all
}
