package mongo

import (
	"context"

	"visesbot/bot"
	"visesbot/flows"
)

// Session reads what is remembered of a conversation; see [bot.Talks].
func (s *Store) Session(ctx context.Context, a bot.Address) (flows.Session, error) {
	ctx, cancel := s.limit(ctx)
	defer cancel()
	c, err := s.read(ctx, a)
	if err != nil {
		return flows.Session{Address: string(a)}, err
	}
	session := c.session()
	session.Address = string(a)
	return session, nil
}
