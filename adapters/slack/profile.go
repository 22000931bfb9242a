package slack

import (
	"context"
	"strings"
	"sync"
	"time"

	slackapi "github.com/slack-go/slack"
)

// How long what Slack says of a person is believed, and how long it is not
// asked again after it did not answer.
const (
	profileFresh = 12 * time.Hour
	profilePause = time.Minute
)

// profile is what Slack says of a person.
type profile struct {
	name, lang, zone string
	until            time.Time // believed
}

// profiles are those known.
type profiles struct {
	mu sync.Mutex
	of map[place]profile
}

func (p *profiles) get(at place) profile {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.of[at]
}

func (p *profiles) put(at place, who profile) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.of == nil || len(p.of) > rememberMax {
		p.of = map[place]profile{}
	}
	p.of[at] = who
}

// profile gives what Slack says of a person. It does not wait for long: without
// it a person is asked for the language.
func (c *connection) profile(ctx context.Context, at place) profile {
	who, now := c.profiles.get(at), c.o.Clock.Now()
	if now.Before(who.until) {
		return who
	}
	ctx, cancel := context.WithTimeout(ctx, lookWithin)
	defer cancel()
	fresh, err := c.look(ctx, at)
	if err != nil {
		who.until = now.Add(profilePause)
	} else {
		who = fresh
		who.until = now.Add(profileFresh)
	}
	c.profiles.put(at, who)
	return who
}

// look asks Slack for a person's profile.
func (c *connection) look(ctx context.Context, at place) (profile, error) {
	d, err := c.workspace(ctx, at.team)
	if err != nil {
		return profile{}, err
	}
	var u *slackapi.User
	err = c.callWithin(ctx, lookWithin/2, d, "users.info", "", func(ctx context.Context) (err error) {
		u, err = d.api.GetUserInfoContext(ctx, at.peer)
		return err
	})
	if err != nil {
		return profile{}, err
	}
	name := u.Profile.DisplayName
	if name == "" {
		name = u.RealName
	}
	return profile{name: name, lang: langOf(u.Locale), zone: u.TZ}, nil
}

// langOf reads a locale ("nl-BE") as one of our languages, or "".
func langOf(locale string) string {
	short, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(locale, "_", "-")), "-")
	switch short {
	case "fr", "nl", "en":
		return short
	}
	return ""
}
