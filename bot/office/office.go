package office

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync/atomic"
	"time"

	"visesbot/bot"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/parse"
)

// Store is what the office reads and keeps. Both stores are one.
type Store interface {
	bot.Store
	bot.Talks
	bot.Mailboxes
	bot.Annals
	bot.Standings
	register.Register
}

// Options are what an office is made of. All are needed but Log, Codes, Links, QR
// and Sheets.
type Options struct {
	Store    Store
	Script   func() *flows.Script // the content that is served now
	Rooms    []Room
	Clock    bot.Clock
	Location *time.Location
	Codes    func() string                     // of invitations; see bot.Options
	Links    func(code string) []string        // that open an invitation, where a channel has such
	QR       func(link string) ([]byte, error) // draws a link, as PNG; nil: nothing does
	Sheets   Sheets                            // nil: rooms read and write no spreadsheets
	Log      *slog.Logger
}

// Office is a [bot.Office], and a [bot.Forms]. It is safe for use by many
// goroutines.
type Office struct {
	o     Options
	rooms map[string]Room // by verb
	words map[parse.Command]Room

	known atomic.Pointer[edition] // the register as it was read last

	welcomes string // verb of the room for who is unknown; empty: there is none
}

// New makes an office. Two rooms of the same verb or command are an error.
func New(o Options) (*Office, error) {
	if o.Store == nil || o.Script == nil || o.Clock == nil || o.Location == nil {
		return nil, errors.New("an office needs a store, a script, a clock and a place")
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	f := &Office{o: o, rooms: map[string]Room{}, words: map[parse.Command]Room{}}
	for _, r := range append([]Room{binder{}, front{f}}, o.Rooms...) {
		if _, twice := f.rooms[r.Verb()]; twice {
			return nil, fmt.Errorf("two rooms of the office are called %q", r.Verb())
		}
		f.rooms[r.Verb()] = r
		if _, ok := r.(Welcomer); ok {
			f.welcomes = r.Verb()
		}
		for _, word := range r.Commands() {
			if _, twice := f.words[word]; twice {
				return nil, fmt.Errorf("two rooms of the office answer to %q", word)
			}
			f.words[word] = r
		}
	}
	return f, nil
}

// Heeds tells whether an event is for the office: it is addressed to it, or a
// member of the programme asks for something that the talk does not know.
func (f *Office) Heeds(a bot.Address, s flows.Session, ev flows.Event) bool {
	if a.Channel() == bot.OfficeChannel {
		return true
	}
	verb, _, _ := f.asked(s, ev)
	return verb != "" || ev.Timer == timerParcel
}

// asked tells which room an event is for, and with which words.
func (f *Office) asked(s flows.Session, ev flows.Event) (verb, arg string, press string) {
	for _, named := range []string{ev.Press, noteKind(ev), ev.Timer} {
		if verb, arg, ok := split(named); ok && f.rooms[verb] != nil {
			return verb, arg, named
		}
	}
	switch {
	case ev.Kind == flows.Started && ev.Invite != nil && ev.Invite.Dossier == "" && ev.Invite.Member != "" && ev.Invite.Refused == "":
		return registerVerb, "", ""
	case ev.Kind == flows.Started && ev.Invite == nil && s.Member != "" && s.Dossier == "":
		return frontVerb, "", ""
	case ev.Kind == flows.Started && ev.Invite == nil && s.Dossier == "":
		return f.welcomes, "", ""
	case ev.Kind != flows.Said:
		return "", "", ""
	}
	if verb, rest, ok := strings.Cut(ev.Under, "-"); ok && f.rooms[verb] != nil {
		return verb, rest, ""
	}
	if verb := f.takes(s, ev); verb != "" {
		return verb, "", ""
	}
	return f.typed(s, ev.Text)
}

// takes tells which room a file of a member is for.
func (f *Office) takes(s flows.Session, ev flows.Event) string {
	if s.Member == "" || s.Dossier != "" || len(ev.Files) == 0 {
		return ""
	}
	for _, r := range f.o.Rooms {
		if t, ok := r.(Taker); ok && t.Takes(ev.Files[0]) {
			return r.Verb()
		}
	}
	return ""
}

// typed tells which room somebody of the programme writes to, or somebody who is
// asked by one.
func (f *Office) typed(s flows.Session, text string) (verb, arg, press string) {
	if strings.HasPrefix(strings.TrimSpace(text), "/") {
		typed := parse.ReadCommand(text, f.o.Script().Commands.Words(flows.InOffice))
		if r := f.words[typed.Command]; r != nil && s.Member != "" {
			return r.Verb(), typed.Arg, ""
		}
		return "", "", ""
	}
	if s.Desk != nil {
		if verb, arg, ok := split(s.Desk.Press); ok && f.rooms[verb] != nil {
			return verb, arg, s.Desk.Press
		}
	}
	if s.Member == "" || s.Dossier != "" {
		return "", "", ""
	}
	if s.Heard != nil { // what is typed below a person's words is for them
		if verb, rest, ok := strings.Cut(s.Heard.Under, "-"); ok && f.rooms[verb] != nil {
			return verb, rest, ""
		}
	}
	return frontVerb, "", ""
}

func noteKind(ev flows.Event) string {
	if ev.Note == nil {
		return ""
	}
	return ev.Note.Kind
}

// Serve takes a visitor to the room; see [bot.Office].
func (f *Office) Serve(ctx context.Context, c bot.Claim, ev flows.Event) (bot.Served, error) {
	if did, waits := f.gathers(&c, &ev); waits {
		return did, nil
	}
	verb, arg, press := f.asked(c.Session, ev)
	v, err := f.visit(ctx, c.Address, c.Session, ev)
	if err != nil {
		return bot.Served{}, err
	}
	v.Verb, v.Arg, v.Press = verb, arg, press
	v.job = fmt.Sprintf("%s-%d", c.Job.ID, c.Job.Seq) // a timer of the same name comes again
	r := f.rooms[verb]
	if r == nil {
		return bot.Served{}, nil // a note of a room that is not there any more
	}
	if err := (binder{}).seen(v); err != nil {
		return bot.Served{}, err
	}
	if v.asks(r) {
		return v.served(), nil
	}
	if err := r.Serve(v); err != nil {
		return bot.Served{}, fmt.Errorf("%s: %w", verb, err)
	}
	return v.served(), nil
}

// Form gives the form that a button opens; see [bot.Forms].
func (f *Office) Form(ctx context.Context, a bot.Address, press string) (bot.Form, error) {
	s, err := f.o.Store.Session(ctx, a)
	if err != nil {
		return bot.Form{}, fmt.Errorf("read a conversation: %w", err)
	}
	data := bot.WithoutSeat(press)
	verb, arg, _ := split(data)
	r, ok := f.rooms[verb].(Opener)
	if !ok || s.Member == "" && s.Dossier == "" && verb != f.welcomes {
		return bot.Form{}, bot.ErrNotFound
	}
	v, err := f.visit(ctx, a, s, flows.Event{Kind: flows.Pressed, Press: press, At: f.now(s)})
	if err != nil {
		return bot.Form{}, err
	}
	v.Verb, v.Arg, v.Press = verb, arg, data
	form, ok, err := r.Form(v)
	if err == nil && !ok {
		err = bot.ErrNotFound
	}
	form.Press, form.Lang = press, v.Lang
	return form, err
}

// now is this moment where somebody lives.
func (f *Office) now(s flows.Session) time.Time {
	return f.o.Clock.Now().In(bot.Zone(s.Zone, f.o.Location))
}
