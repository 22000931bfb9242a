package mongo

import (
	"go.mongodb.org/mongo-driver/v2/bson"
)

// update collects what is set in a document and what is taken out of it.
type update struct{ in, out bson.D }

func (u *update) set(field string, value any) { u.in = append(u.in, bson.E{Key: field, Value: value}) }

func (u *update) unset(field string) { u.out = append(u.out, bson.E{Key: field, Value: ""}) }

// due writes when the conversation is to be claimed next.
func (u *update) due(c *conversation) {
	if at := c.wake(); at != nil {
		u.set("due", *at)
		return
	}
	u.unset("due")
}

// dead writes how many jobs were given up, where that has changed.
func (u *update) dead(c *conversation) {
	n := c.givenUp()
	switch {
	case n == c.Dead:
	case n == 0:
		u.unset("dead")
	default:
		u.set("dead", n)
	}
}

func (u *update) doc() bson.D {
	var d bson.D
	if len(u.in) > 0 {
		d = append(d, bson.E{Key: "$set", Value: u.in})
	}
	if len(u.out) > 0 {
		d = append(d, bson.E{Key: "$unset", Value: u.out})
	}
	return d
}

// put writes a job of a mailbox.
func (k codec) put(u *update, j job) error {
	raw, err := k.encode(j)
	if err != nil {
		return err
	}
	u.set("jobs."+j.ID, raw)
	return nil
}
