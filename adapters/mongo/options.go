package mongo

import (
	"time"

	"go.mongodb.org/mongo-driver/v2/event"
)

// Options of [Open]. The zero value is fit for use.
type Options struct {
	// Database is used when the address names none: "visesbot" if empty.
	Database string
	// Timeout is how long one call of the store may take: 10 seconds if zero.
	Timeout time.Duration
	// FileTimeout is how long it may take to put or read one file: 5 minutes
	// if zero.
	FileTimeout time.Duration
	// Monitor, when set, is told of every command.
	Monitor *event.CommandMonitor
}

// filled gives the options with their defaults.
func (o Options) filled() Options {
	if o.Database == "" {
		o.Database = "visesbot"
	}
	if o.Timeout == 0 {
		o.Timeout = 10 * time.Second
	}
	if o.FileTimeout == 0 {
		o.FileTimeout = 5 * time.Minute
	}
	return o
}
