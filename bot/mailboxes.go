package bot

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"visesbot/flows"
)

// Mailboxes is what whoever runs the bot may see of all conversations at once,
// and do there. Every store is one. Nothing of it is needed on the way of an
// update.
type Mailboxes interface {
	// AllJobs gives at most limit jobs, those due first first: the ones that
	// were given up, or the ones that wait.
	AllJobs(ctx context.Context, dead bool, limit int) ([]Posted, error)
	// Revive lets a dead job be done again in its old place, due now and as if
	// it had never been tried; ErrNotFound when there is none of that id.
	Revive(ctx context.Context, a Address, id string, now time.Time) error
	// Load counts what there is to do.
	Load(ctx context.Context, now time.Time) (Load, error)
	// Sessions gives every conversation that has a session to each, in no
	// particular order, until it returns an error.
	Sessions(ctx context.Context, each func(Address, flows.Session) error) error
}

// Load is how much there is to do.
type Load struct {
	Due  int // conversations in which something is due by now
	Dead int // jobs that were given up
}

// Listed is a job as it may be shown to an operator: it does not say who it is
// for, nor what anybody said.
type Listed struct {
	ID       string    `json:"id"` // names the job among all mailboxes
	Kind     JobKind   `json:"kind"`
	Channel  string    `json:"channel"`
	Due      time.Time `json:"due"`
	Attempts int       `json:"attempts"`
	Error    string    `json:"error,omitempty"` // of the last attempt
}

// List makes jobs fit to be shown.
func List(jobs []Posted) []Listed {
	all := make([]Listed, len(jobs))
	for i, p := range jobs {
		all[i] = Listed{
			ID: listedID(p), Kind: p.Job.Kind, Channel: p.To.Channel(), Due: p.Job.Due,
			Attempts: p.Job.Attempts, Error: unnamed(p.To, p.Job.Error),
		}
	}
	return all
}

// listedID names a job without saying whose it is.
func listedID(p Posted) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %s", p.To, p.Job.ID))
	return hex.EncodeToString(sum[:6])
}

// unnamed takes the names of a conversation out of an error, should one have
// come into it.
func unnamed(a Address, text string) string {
	for _, part := range strings.FieldsFunc(a.Talk(), func(r rune) bool { return strings.ContainsRune("-_/:", r) }) {
		if len(part) >= 4 {
			text = strings.ReplaceAll(text, part, "…")
		}
	}
	return text
}

// everyJob is more than any store holds.
const everyJob = 1 << 30

// ReviveListed lets the dead job that is listed under an id be done again;
// ErrNotFound when there is none.
func ReviveListed(ctx context.Context, m Mailboxes, id string, now time.Time) error {
	dead, err := m.AllJobs(ctx, true, everyJob)
	if err != nil {
		return fmt.Errorf("list the dead jobs: %w", err)
	}
	for _, p := range dead {
		if listedID(p) == id {
			return m.Revive(ctx, p.To, p.Job.ID, now)
		}
	}
	return ErrNotFound
}
