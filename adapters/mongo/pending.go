package mongo

import (
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"

	"visesbot/bot"
	"visesbot/flows/form"
)

// headDoc is the head of a dossier, with the last outcome of every
// conversation that changed it.
type headDoc struct {
	Version int64                   `bson:"version"`
	Head    form.Head               `bson:"head"`
	Pending map[bot.Address]pending `bson:"pending,omitempty"`
}

// pending is an outcome laid down with the head, until the next one of the
// same conversation takes its place. By then it is in the documents.
type pending struct {
	Version int64      `bson:"version"` // of the dossier, with this outcome
	Fence   int64      `bson:"fence"`   // of the claim
	Job     pendingJob `bson:"job"`
	Outcome bson.Raw   `bson:"outcome"`
}

// pendingJob is what a job is known by. A timer's id is used again and again,
// its Seq is not.
type pendingJob struct {
	ID       string    `bson:"id"`
	Seq      int64     `bson:"seq"`
	Attempts int       `bson:"attempts"`
	Due      time.Time `bson:"due"`
}

func pendingJobOf(j bot.Job) pendingJob {
	return pendingJob{ID: j.ID, Seq: j.Seq, Attempts: j.Attempts, Due: milli(j.Due)}
}

// of tells whether the outcome is that of this job as it was claimed. A job
// done by it is in no mailbox any more, so the same job can only be one whose
// conversation was not written; a job put back by it has changed.
func (p pending) of(j bot.Job, o bot.Outcome) bool {
	if o.Job == nil {
		return p.Job.ID == j.ID && p.Job.Seq == j.Seq
	}
	now := pendingJobOf(j)
	return p.Job.ID == now.ID && p.Job.Seq == now.Seq && p.Job.Attempts == now.Attempts && p.Job.Due.Equal(now.Due)
}

// replay gives the outcome that is pending for a claimed job, or nil.
func (s *Store) replay(h headDoc, c bot.Claim) (*bot.Outcome, error) {
	p, some := h.Pending[c.Address]
	if !some || p.Job.ID != c.Job.ID || p.Job.Seq != c.Job.Seq {
		return nil, nil
	}
	var o bot.Outcome
	if err := s.decode(p.Outcome, &o); err != nil {
		return nil, err
	}
	if !p.of(c.Job, o) {
		return nil, nil
	}
	return &o, nil
}
