package slack

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"time"
)

// installation is what is kept of a workspace that installed the app.
type installation struct {
	Team  string    `json:"team"`
	Name  string    `json:"name,omitempty"`
	Token string    `json:"token"`
	Self  string    `json:"self"` // the bot's user
	Scope string    `json:"scope,omitempty"`
	At    time.Time `json:"at"`
}

// installed unpacks what is kept of a workspace; errNotInstalled when nothing
// is.
func (c *connection) installed(ctx context.Context, team string) (installation, error) {
	sealed, err := c.o.Install.Vault.Get(ctx, team)
	if errors.Is(err, fs.ErrNotExist) {
		return installation{}, errNotInstalled
	}
	if err != nil {
		return installation{}, err
	}
	plain, old, err := decryptAny(c.o.Install.keys(), sealed)
	if err != nil {
		return installation{}, err
	}
	var kept installation
	if err := json.Unmarshal(plain, &kept); err != nil || kept.Team != team {
		return installation{}, errors.New("what is kept of a workspace is not what was put there: let it install the app again")
	}
	if old { // sealed by a key of former times: from now on by the one of today
		if err := c.reseal(ctx, team, plain); err != nil {
			c.o.Log.Warn("an installation is still sealed by an older key", "error", err)
		}
	}
	return kept, nil
}

// keep packs an installation away.
func (c *connection) keep(ctx context.Context, i installation) error {
	plain, err := json.Marshal(i)
	if err != nil {
		return fmt.Errorf("keep an installation: %w", err)
	}
	if err := c.reseal(ctx, i.Team, plain); err != nil {
		return err
	}
	c.forget(i.Team)
	return nil
}

// reseal keeps an installation under the first key.
func (c *connection) reseal(ctx context.Context, team string, plain []byte) error {
	sealed, err := encrypt(c.o.Install.keys()[0], plain)
	if err != nil {
		return err
	}
	return c.o.Install.Vault.Put(ctx, team, sealed)
}

// uninstalled lets go of a workspace that took the app out, or revoked its
// token. What waits for it is given up; installed again, it starts anew.
func (c *connection) uninstalled(ctx context.Context, team string) {
	c.workspaces.mu.Lock()
	home := c.workspaces.home
	ours := home != nil && home.team() == team
	c.workspaces.mu.Unlock()
	if ours {
		c.ill(ErrRefused)
		return
	}
	c.forget(team)
	if !c.o.Install.complete() || !isID(team) {
		return
	}
	c.o.Log.Info("a workspace took out the app, or revoked its token")
	if err := c.o.Install.Vault.Delete(ctx, team); err != nil {
		c.o.Log.Error("an installation that has ended is still kept", "error", err)
	}
}
