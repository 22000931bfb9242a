package telegram

import (
	"errors"
	"net/http"
)

// nobody is a network without anybody on it.
type nobody struct{}

func (nobody) RoundTrip(*http.Request) (*http.Response, error) {
	return nil, errors.New("nobody is there")
}
