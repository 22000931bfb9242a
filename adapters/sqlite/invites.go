package sqlite

import (
	"context"

	"visesbot/bot"
	"visesbot/flows"
)

// Invite finds what a code opens; see [bot.Store].
func (s *Store) Invite(ctx context.Context, code string) (flows.Invite, error) {
	found, err := all[flows.Invite](ctx, s, "an invitation", "SELECT doc FROM invites WHERE code = ?", code)
	if err != nil {
		return flows.Invite{}, err
	}
	if len(found) == 0 {
		return flows.Invite{}, bot.ErrNotFound
	}
	return found[0], nil
}

// PutInvite makes or replaces an invitation.
func (s *Store) PutInvite(ctx context.Context, code string, i flows.Invite) error {
	doc, err := encode(i)
	if err != nil {
		return s.fault(err)
	}
	return s.write(ctx, &write{do: func(c *conn) error {
		_, err := c.exec("INSERT INTO invites (code, doc) VALUES (?, ?) ON CONFLICT DO UPDATE SET doc = excluded.doc", code, doc)
		return err
	}})
}

// ChangeInvite changes an invitation inside a transaction: the one goroutine
// that writes sees to it that nobody else does.
func (s *Store) ChangeInvite(ctx context.Context, code string, change func(flows.Invite) (flows.Invite, bool)) (i flows.Invite, err error) {
	found := false
	err = s.write(ctx, &write{do: func(c *conn) (err error) {
		i, found, err = changeInvite(c, code, change)
		return err
	}})
	if err == nil && !found {
		err = bot.ErrNotFound
	}
	return i, err
}

func changeInvite(c *conn, code string, change func(flows.Invite) (flows.Invite, bool)) (i flows.Invite, found bool, err error) {
	r, found, err := c.one("SELECT doc FROM invites WHERE code = ?", code)
	if err != nil || !found {
		return i, found, err
	}
	if i, err = decode[flows.Invite](r.text(0), "an invitation"); err != nil {
		return i, found, err
	}
	next, changed := change(i)
	if !changed {
		return i, found, nil
	}
	doc, err := encode(next)
	if err == nil {
		_, err = c.exec("UPDATE invites SET doc = ? WHERE code = ?", doc, code)
	}
	return next, found, err
}

// Invites gives each invitation, by code.
func (s *Store) Invites(ctx context.Context, each func(string, flows.Invite) error) error {
	type coded struct {
		code string
		i    flows.Invite
	}
	var found []coded
	err := s.read(ctx, func(c *conn) error {
		return c.each(func(r row) error {
			i, err := decode[flows.Invite](r.text(1), "an invitation")
			found = append(found, coded{r.text(0), i})
			return err
		}, "SELECT code, doc FROM invites ORDER BY code")
	})
	for _, f := range found {
		if err == nil {
			err = each(f.code, f.i)
		}
	}
	return s.worded(err)
}
