package mongo

import (
	"context"
	"errors"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	driver "go.mongodb.org/mongo-driver/v2/mongo"

	"visesbot/bot"
	"visesbot/flows"
)

// conversation is the document of one conversation with its mailbox.
type conversation struct {
	ID       bot.Address    `bson:"_id"`
	Session  *flows.Session `bson:"session,omitempty"`
	Jobs     map[string]job `bson:"jobs,omitempty"`
	Arrived  int64          `bson:"arrived"`            // Seq of the newest job; changes whenever jobs do
	Seen     []string       `bson:"seen,omitempty"`     // ids that came in from outside, newest last
	Due      *time.Time     `bson:"due,omitempty"`      // when the next job can be claimed
	Dead     int            `bson:"dead,omitempty"`     // how many of Jobs were given up
	Lease    leased         `bson:"lease,omitempty"`    //
	Receipts bson.D         `bson:"receipts,omitempty"` // by card, newest last
}

// leased says who has a conversation: the claim with this fence, until then.
// Without Until nobody has it.
type leased struct {
	Fence int64      `bson:"fence"`
	Until *time.Time `bson:"until,omitempty"`
}

// job is a job in its mailbox.
type job struct {
	bot.Job `bson:",inline"`
	Place   time.Time `bson:"place"` // Due when it was put in: its place in the lane
}

func (c *conversation) session() flows.Session {
	if c.Session == nil {
		return flows.Session{}
	}
	return *c.Session
}

// read gets a conversation; one that does not exist has nothing but its ID.
func (s *Store) read(ctx context.Context, a bot.Address) (*conversation, error) {
	raw, err := s.conversations.FindOne(ctx, bson.D{{Key: "_id", Value: a}}).Raw()
	if errors.Is(err, driver.ErrNoDocuments) {
		return &conversation{ID: a}, nil
	}
	if err != nil {
		return nil, fault("read a conversation", err)
	}
	c := new(conversation)
	return c, s.decode(raw, c)
}
