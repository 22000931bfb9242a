package web

import (
	"context"
	"encoding/json"
	"errors"
	"mime"
	"net/http"
	"regexp"
)

// request is what the page asks for. ID is made by the page: asked twice, it
// is done once.
type request struct {
	Chat string `json:"chat"`
	ID   string `json:"id"`
	Lang string `json:"lang"` // of the page
	Text string `json:"text"` // say
	Data string `json:"data"` // press
	Move string `json:"move"` // clock
	Code string `json:"code"` // join: of the invitation; ID is the browser

	Under  string              `json:"under"`  // say: the message that it answers
	Fields map[string][]string `json:"fields"` // press: the form, filled in

	Sample string `json:"sample"` // restart
}

// requestMax leaves room for far more text than any answer may have.
const requestMax = 1 << 20

// idForm is what an id from the page may look like; the store wants no "." or
// "$" in it.
var idForm = regexp.MustCompile(`^[A-Za-z0-9-]{8,64}$`)

// post reads a request and does it. Only JSON is read: another page cannot
// send that without being asked where it comes from.
func (a *Adapter) post(do func(context.Context, request) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		q, err := read(w, r)
		if err == nil {
			err = do(r.Context(), q)
		}
		answer(w, err)
	})
}

func read(w http.ResponseWriter, r *http.Request) (q request, err error) {
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if kind != "application/json" {
		return q, refused(http.StatusUnsupportedMediaType, "bad-request")
	}
	body := http.MaxBytesReader(w, r.Body, requestMax)
	if err := json.NewDecoder(body).Decode(&q); err != nil {
		return q, unreadable(err)
	}
	return q, nil
}

func unreadable(err error) error {
	var long *http.MaxBytesError
	if errors.As(err, &long) {
		return err
	}
	return refused(http.StatusBadRequest, "bad-request")
}
