package bot

import (
	"context"
	"errors"
	"io"
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
)

// The answers a store gives when something cannot be done. Any other error is
// a fault of the store itself, and the work is tried again.
var (
	ErrIdle      = errors.New("nothing is due")
	ErrLeaseLost = errors.New("the lease was lost: another worker has this conversation")
	ErrChanged   = errors.New("the dossier changed meanwhile: step again")
	ErrNotFound  = errors.New("not found")
	// ErrDamaged is a dossier that does not fit together: no trying again mends it.
	ErrDamaged = errors.New("the dossier is damaged: run visesbot store check")
)

// Store keeps conversations with their mailboxes, dossiers, invitations and
// files. Package storetest is its contract.
//
// A conversation has two lanes of jobs: in (updates, timers, notes) and out
// (sends). In each lane jobs are done one after the other, in the order of
// (Due, arrival), and updates, and sends, always in the order of their arrival,
// whatever the clocks say by which they are due; a job that has to wait holds back
// the later ones of its lane, except that a timer holds back nobody before it is
// due. One worker at a time has a conversation.
type Store interface {
	// Enqueue puts jobs into a mailbox, whole or not at all, and returns after
	// they are durable. A job id seen in this mailbox before is ignored.
	Enqueue(ctx context.Context, a Address, jobs ...Job) error
	// Claim leases the conversation of the job that has been due longest, or
	// returns ErrIdle. An expired lease can be claimed by anybody.
	Claim(ctx context.Context, now time.Time, lease time.Duration) (Claim, error)
	// Dossier gives a dossier as it is now; one that does not exist has a zero
	// Head. When this very job was committed as far as the dossier and the
	// conversation was not, the view's Replay is the outcome to commit again.
	Dossier(ctx context.Context, c Claim, id string) (View, error)
	// Commit finishes the claimed job, all or nothing in effect, and gives the
	// lease back: ErrLeaseLost when somebody else has it by now, ErrChanged
	// when the dossier is no longer at the version the outcome was made from
	// (the lease is kept then).
	Commit(ctx context.Context, c Claim, o Outcome) error
	Shown
	// NextDue tells when the earliest job becomes due, and false when there is none.
	NextDue(ctx context.Context) (time.Time, bool, error)

	// Invite finds what a code opens, or ErrNotFound; PutInvite makes or
	// replaces one.
	Invite(ctx context.Context, code string) (flows.Invite, error)
	PutInvite(ctx context.Context, code string, i flows.Invite) error
	// ChangeInvite replaces an invitation by what change makes of it, while nobody
	// else changes it, and gives it as it stands then; where change is false it
	// stays. change may be called more than once; the last call counts.
	ChangeInvite(ctx context.Context, code string, change func(flows.Invite) (flows.Invite, bool)) (flows.Invite, error)
	// Invites gives each invitation with its code, by code.
	Invites(ctx context.Context, each func(code string, i flows.Invite) error) error

	// PutFile keeps a file under its ID; File opens it, or returns ErrNotFound.
	PutFile(ctx context.Context, f form.File, body io.Reader) error
	File(ctx context.Context, id string) (form.File, io.ReadCloser, error)

	Close() error
}

// View is a dossier as one turn sees it.
type View interface {
	form.Source
	// Err is what went wrong while reading, if anything; then nothing that was
	// read may be used.
	Err() error
	Replay() *Outcome
	// Close gives back what the view holds; nothing is read through it
	// afterwards. To close it again does nothing.
	Close()
}

// Claim is the right to do one job of one conversation until Until.
type Claim struct {
	Address  Address
	Job      Job
	Session  flows.Session      // zero for a new conversation
	Receipts map[string]Receipt // of the last messages shown, by card id and part: "c12", "c12-2"
	Fence    int64              // rises with every claim of this conversation
	Until    time.Time
}

// Outcome is what doing a job led to.
type Outcome struct {
	// Job is what becomes of the claimed job: nil when it is done; otherwise it
	// stays in its mailbox as given here (a later Due, more Attempts, or Dead).
	Job *Job `json:"job,omitempty"`
	// Session replaces the conversation's session; nil leaves it.
	Session *flows.Session `json:"session,omitempty"`
	// Dossier and Changes: what changed in which dossier. Changes.Head.Version
	// is one more than the version it was made from.
	Dossier string       `json:"dossier,omitempty"`
	Changes form.Changes `json:"changes,omitempty,omitzero"`
	// Jobs go into this mailbox; a job with the id of one still waiting
	// replaces it, and one with a zero Due and kind timer cancels it.
	Jobs []Job `json:"jobs,omitempty"`
	// Elsewhere are jobs for other mailboxes.
	Elsewhere []Posted `json:"elsewhere,omitempty"`
	// Receipts are added to those of the conversation; the newest 50
	// stay there, and of lasting cards all stay known (see [Shown]).
	Receipts map[string]Receipt `json:"receipts,omitempty"`
}

// Posted is a job for another mailbox.
type Posted struct {
	To  Address `json:"to"`
	Job Job     `json:"job"`
}
