package web

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"visesbot/bot"
)

var _ bot.Doorkeeper = (*Adapter)(nil)

// Link opens the page with an invitation; "" where the page does not know under
// which address it is opened, or has no room for guests.
func (a *Adapter) Link(code string) string {
	if a.config.Origin == "" || a.config.Guest == nil {
		return ""
	}
	return a.config.Origin + "/?" + url.Values{"join": {code}}.Encode()
}

// codeForm is what the code of an invitation may look like.
var codeForm = regexp.MustCompile(`^[A-Za-z0-9_-]{8,64}$`)

// join opens an invitation that somebody has followed the link of. Each browser
// is one guest, with a chat of its own: who opens a link again comes back to it,
// and another browser is somebody else. Whether it lets them in, the bot says.
func (a *Adapter) join(ctx context.Context, q request) error {
	if a.config.Guest == nil || !codeForm.MatchString(q.Code) || !idForm.MatchString(q.ID) {
		return refused(http.StatusBadRequest, "bad-request")
	}
	c := *a.config.Guest
	c.Name = guestOf(q.ID)
	if err := a.talk.admit(c.Name, a.config.Clock.Now()); err != nil {
		return err
	}
	u := a.update(c, q)
	u.ID, u.Start, u.Code = "join-"+short(q.Code), true, q.Code
	return a.take(ctx, u)
}

// guestMark begins the names of guests' chats.
const guestMark = "guest"

func guestOf(browser string) string { return guestMark + short(browser) }

func short(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:5])
}

// guests are the chats of those who followed a link in this round.
func (a *Adapter) guests() (all []Chat) {
	if a.config.Guest == nil {
		return nil
	}
	for _, name := range a.talk.admitted() {
		c := *a.config.Guest
		c.Name = name
		all = append(all, c)
	}
	return all
}

// isGuest tells whether a chat is that of a guest: it is begun by a link alone.
func isGuest(c Chat) bool { return strings.HasPrefix(c.Name, guestMark) }

// admit keeps that a guest has come; pages learn of the chat.
func (t *talk) admit(name string, at time.Time) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if slices.Contains(t.guests, name) {
		return nil
	}
	return t.keep(entry{Chat: name, At: at, Guest: true})
}

func (t *talk) admitted() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return slices.Clone(t.guests)
}
