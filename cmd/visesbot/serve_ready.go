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
	if _, _, err := store.NextDue(ctx); err != nil {
		note("store", "it does not answer")
	} else {
		note("store", "")
	}
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
