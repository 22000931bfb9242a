package bot

import (
	"errors"
	"strings"
)

// errAddress is what a malformed address gets.
var errAddress = errors.New(`an address is "channel:talk", without "." and "$"`)

// Channel is the first part of the address: the name of its adapter.
func (a Address) Channel() string {
	channel, _, _ := strings.Cut(string(a), ":")
	return channel
}

// Talk is what the address is called inside its channel.
func (a Address) Talk() string {
	_, talk, _ := strings.Cut(string(a), ":")
	return talk
}

// Valid returns an error unless the address can be one.
func (a Address) Valid() error {
	if a.Channel() == "" || a.Talk() == "" || !keyable(string(a)) {
		return errAddress
	}
	return nil
}

// keyable tells whether a text may stand as a key in a stored document.
func keyable(s string) bool { return s != "" && !strings.ContainsAny(s, ".$\x00") }
