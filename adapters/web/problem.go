package web

import (
	"encoding/json"
	"errors"
	"net/http"
)

// problem is a request that was refused; its name is one of words.js, which
// says it to the person.
type problem struct {
	Status int    `json:"-"`
	Name   string `json:"problem"`
}

func (p problem) Error() string { return p.Name }

func refused(status int, name string) error { return problem{status, name} }

// answer tells the page how its request went.
func answer(w http.ResponseWriter, err error) {
	if err == nil {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	var p problem
	var long *http.MaxBytesError
	switch {
	case errors.As(err, &p):
	case errors.As(err, &long):
		p = problem{http.StatusRequestEntityTooLarge, "too-large"}
	default:
		p = problem{http.StatusServiceUnavailable, "again"}
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(p.Status)
	_ = json.NewEncoder(w).Encode(p)
}
