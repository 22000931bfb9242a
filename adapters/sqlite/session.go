package sqlite

import (
	"context"

	"visesbot/bot"
	"visesbot/flows"
)

// Session reads what is remembered of a conversation; see [bot.Talks].
func (s *Store) Session(ctx context.Context, a bot.Address) (session flows.Session, err error) {
	err = s.read(ctx, func(c *conn) error {
		r, ok, err := c.one("SELECT session FROM conversations WHERE address = ?", string(a))
		if err == nil && ok && !r.null(0) {
			session, err = decode[flows.Session](r.text(0), "a session")
		}
		return err
	})
	session.Address = string(a)
	return session, s.worded(err)
}
