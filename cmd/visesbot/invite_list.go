package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"visesbot/bot"
	"visesbot/bot/register"
	"visesbot/bot/rooms/invitations"
)

func newInviteListCommand(e *env) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "list",
		Short: "Show the invitations",
		Long: `Shows each invitation: for whom, until when, and what became of it. Codes are
not shown: an invitation is told by its id. It works while the bot runs.`,
		Example: "  visesbot invite list\n  visesbot invite list --json",
		Args:    noArgument,
		RunE: func(c *cobra.Command, _ []string) error {
			return atDesk(c.Context(), e, func(d desk) error {
				all, err := d.invites(c.Context())
				if err != nil {
					return err
				}
				return writeInvites(e.out, all, e.now(), asJSON)
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

// listedInvite is an invitation as an operator sees it.
type listedInvite struct {
	ID      string    `json:"id"`
	For     string    `json:"for"` // the enterprise; empty: the programme
	Role    string    `json:"role"`
	Member  string    `json:"member,omitempty"`
	By      string    `json:"by,omitempty"`
	Made    time.Time `json:"made,omitzero"`
	Expires time.Time `json:"expires,omitzero"`
	State   string    `json:"state"`
}

func writeInvites(out io.Writer, all []invitations.Listed, now time.Time, asJSON bool) error {
	listed := []listedInvite{}
	for _, i := range all {
		role := i.Invite.Role
		if i.Invite.Dossier != "" {
			role = cmp.Or(role, register.Staff)
		}
		listed = append(listed, listedInvite{
			ID: i.ID, For: i.Invite.Dossier, Role: role, Member: i.Invite.Member, By: i.Invite.By,
			Made: i.Invite.Made, Expires: i.Invite.Expires, State: string(invitations.StateOf(i.Invite, now)),
		})
	}
	if asJSON {
		w := json.NewEncoder(out)
		w.SetIndent("", "  ")
		return w.Encode(listed)
	}
	if len(listed) == 0 {
		_, err := fmt.Fprintln(out, "There are no invitations: visesbot invite ENTERPRISE makes one.")
		return err
	}
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "ID\tENTERPRISE\tROLE\tMEMBER\tMADE\tEXPIRES\tSTATE")
	for _, l := range listed {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n",
			l.ID, cmp.Or(l.For, "-"), cmp.Or(l.Role, "-"), cmp.Or(l.Member, "-"), dated(l.Made), dated(l.Expires), l.State)
	}
	return w.Flush()
}

func dated(at time.Time) string {
	if at.IsZero() {
		return "-"
	}
	return at.Format(time.DateOnly)
}

func newInviteRevokeCommand(e *env) *cobra.Command {
	return &cobra.Command{
		Use:   "revoke ID",
		Short: "Take an invitation back",
		Long: `Takes an invitation back, by its id (visesbot invite list): it lets nobody in any
more. Who came in by it stays in. It works while the bot runs.`,
		Example: "  visesbot invite revoke 3f9a1c22b0",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 1 {
				return misuse(c, fmt.Errorf("name one invitation by its id, not %q", args))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			return atDesk(c.Context(), e, func(d desk) error {
				i, err := d.revoke(c.Context(), args[0])
				if errors.Is(err, bot.ErrNotFound) {
					return fmt.Errorf("no invitation is called %q: see visesbot invite list", args[0])
				}
				if err != nil {
					return err
				}
				was := ""
				if i.Used != "" {
					was = "; who came in by it stays in"
				}
				_, err = fmt.Fprintf(e.out, "%s is taken back%s\n", args[0], was)
				return err
			})
		},
	}
}
