package invitations

import (
	"time"

	"visesbot/bot/office"
	"visesbot/flows"
	"visesbot/flows/parse"
)

// Link is the room in which a member of the programme adds another app of their
// own. Who belongs to an enterprise does so in the talk.
type Link struct{}

// Verb is "link".
func (Link) Verb() string { return "link" }

// Commands are what members type for it.
func (Link) Commands() []parse.Command { return []parse.Command{parse.Link} }

// linkTime is how long the invitation to oneself can be used.
const linkTime = 24 * time.Hour

// Serve makes an invitation that lets the member in on another app.
func (Link) Serve(v *office.Visit) error {
	if v.Session.Dossier != "" && v.Session.Role != flows.RoleAccompanist {
		v.Go(string(flows.VerbLink))
		return nil
	}
	if v.Member.ID == "" || v.Event.Fresh == nil {
		return nil
	}
	return issue(v, flows.Invite{
		Member: v.Member.ID, Lang: v.Lang, Once: true, By: v.Member.ID, Made: v.Now(), Expires: v.Now().Add(linkTime),
	}, v.Word("link.made"))
}
