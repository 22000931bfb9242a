package main

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"visesbot/bot"
)

// ready tells whether every channel and the store work, each by its name: "ok",
// or what keeps it. What is told holds no credential: a store's own words stay
// in the log.
func ready(w http.ResponseWriter, r *http.Request, store bot.Store, channels []served) {
	status, all := http.StatusOK, map[string]string{}
	note := func(name, problem string) {
		all[name] = "ok"
		if problem != "" {
			status, all[name] = http.StatusServiceUnavailable, problem
		}
	}
	ctx, cancel := context.WithTimeout(r.Context(), 2*time.Second)
	defer cancel()
	note("store", problemOf(ctx, store))
	for _, c := range channels {
		problem := ""
		if err := c.ready(); err != nil {
			problem = err.Error()
		}
		note(c.channel.Name(), problem)
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(all)
}

// problemOf tries to read and to write, and says in a few words which of them does
// not go.
func problemOf(ctx context.Context, store bot.Store) string {
	if _, _, err := store.NextDue(ctx); err != nil {
		return "it does not answer"
	}
	if keeps(ctx, store) != nil {
		return "nothing can be written: the log says why"
	}
	return ""
}

// keeps tries whether the store can keep anything, as long as ctx lasts: what waits
// for the disk cannot be called back.
func keeps(ctx context.Context, store bot.Store) error {
	s, ok := store.(bot.Prober)
	if !ok {
		return nil
	}
	done := make(chan error, 1)
	go func() { done <- s.Probe(ctx) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}
