package bot

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"visesbot/flows"
)

// What is taken in of one update. Nobody types a longer text into a chat, and
// nothing of what is longer is kept: the person is asked to send it in pieces.
const (
	MaxText  = 20_000 // characters
	maxPress = 64     // bytes
	maxName  = 200    // characters of a name, a code, a file's name
	maxFiles = 20

	maxFields = 100 // of a form, and values of one
)

// Accept takes one update in. When it returns nil the update is stored, and
// will be acted on exactly once; when not, the platform should bring it again,
// unless it is an [*Unmeant] press.
func (b *Bot) Accept(ctx context.Context, u Update) error {
	if err := u.Address.Valid(); err != nil {
		return fmt.Errorf("accept an update of channel %q: %w", u.Address.Channel(), err)
	}
	if u.ID == "" {
		return errors.New("accept an update: it has no id")
	}
	now := b.work.Now()
	if p := b.taps.unmeant(u, now); p != nil {
		return &Unmeant{Say: b.worded(*p)}
	}
	if err := b.o.Store.Enqueue(ctx, u.Address, arrival(u, b.now(), now)); err != nil {
		return fmt.Errorf("accept an update: %w", err)
	}
	b.taps.pressed(u, now)
	b.nudge()
	return nil
}

// arrival is the job of an update that arrived now; due is that moment in the
// time of work.
func arrival(u Update, now, due time.Time) Job {
	if u.At.IsZero() {
		u.At = now
	}
	ev := &flows.Event{
		Kind: kindOfUpdate(u), At: u.At, Channel: u.Address.Channel(),
		Text: capped(u.Text, MaxText+1), Press: printable(u.Press),
		Files: u.Files[:min(len(u.Files), maxFiles)], Vote: u.Vote, Album: capped(u.Album, maxName),
		Under: capped(string(u.Under), maxName), Fields: fieldsOf(u.Fields), For: printable(u.For), Ref: reference(u),
		Person: flows.Sender{
			Name: capped(u.From.Name, maxName), Lang: lang(u.From.Lang), Zone: printable(u.From.Zone),
			Talk: printable(u.From.Talk),
		},
	}
	return Job{
		ID: updateID(u), Kind: JobUpdate, Due: due,
		Event: ev, Code: capped(u.Code, maxName), Where: printable(u.Where),
		Fetch: pending(u.Fetch),
	}
}

// maxRef is how long the name may be by which a channel fetches a file.
const maxRef = 2000

// pending keeps of the files to be fetched what anybody could have sent.
func pending(all []Pending) []Pending {
	var kept []Pending
	for _, p := range all[:min(len(all), maxFiles)] {
		if len(p.Ref) > maxRef {
			p.Ref = ""
		}
		p.ID, p.Name = printable(p.ID), capped(p.Name, maxName)
		kept = append(kept, p)
	}
	return kept
}

// fieldsOf keeps of a form what anybody could have filled in.
func fieldsOf(fields map[string][]string) map[string][]string {
	if len(fields) == 0 {
		return nil
	}
	kept := map[string][]string{}
	for name, values := range fields {
		all := []string{} // what was left out is there, and empty
		for _, v := range values[:min(len(values), maxFields)] {
			all = append(all, capped(v, MaxText))
		}
		kept[printable(name)] = all
		if len(kept) == maxFields {
			break
		}
	}
	return kept
}

func kindOfUpdate(u Update) flows.EventKind {
	switch {
	case u.Start:
		return flows.Started
	case u.Vote != nil:
		return flows.Voted
	case u.Left:
		return flows.Left
	case u.Returned:
		return flows.Returned
	case u.Press != "":
		return flows.Pressed
	case u.Edits != "" && u.Deleted:
		return flows.Deleted
	case u.Edits != "":
		return flows.Edited
	}
	return flows.Said
}

// reference names the message that something was written in, or that it corrects.
func reference(u Update) string {
	if u.Edits != "" {
		return printable(u.Edits)
	}
	return printable(u.Ref)
}

// updateID names the job of an update, so that the same update always gets the
// same name.
func updateID(u Update) string {
	id := u.Address.Channel() + "-" + u.ID
	if len(id) <= maxPress && keyable(id) && utf8.ValidString(id) {
		return id
	}
	sum := sha256.Sum256([]byte(id))
	return u.Address.Channel() + "-h" + hex.EncodeToString(sum[:12])
}

// capped makes a text valid UTF-8 of at most n characters.
func capped(s string, n int) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	for i := range s {
		if n--; n < 0 {
			return s[:i]
		}
	}
	return s
}

// printable keeps what may stand in a button's data, which is all that a
// channel of ours ever sent.
func printable(s string) string {
	keep := func(r rune) rune {
		if r < ' ' || r > '~' {
			return -1
		}
		return r
	}
	s = strings.Map(keep, s)
	return s[:min(len(s), maxPress)]
}

// lang reads a platform's language tag ("nl-BE") as one of ours, or "".
func lang(tag string) string {
	short, _, _ := strings.Cut(strings.ToLower(tag), "-")
	switch short {
	case "fr", "nl", "en":
		return short
	}
	return ""
}
