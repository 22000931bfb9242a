package bottest

import (
	"context"
	"fmt"
	"sync/atomic"

	"visesbot/bot"
	"visesbot/flows"
)

// counted is a store that counts the invitations made in the talk, to name them
// as a transcript does.
type counted struct {
	bot.Store
	made atomic.Int64
}

func (c *counted) next() string { return fmt.Sprintf("CODE-%d", c.made.Load()+1) }

// PutInvite keeps one more.
func (c *counted) PutInvite(ctx context.Context, code string, i flows.Invite) error {
	err := c.Store.PutInvite(ctx, code, i)
	if err == nil {
		c.made.Add(1)
	}
	return err
}
