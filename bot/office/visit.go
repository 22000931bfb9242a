package office

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"visesbot/bot"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/form"
)

// Visit is one event that a room is asked to see to: who comes, for what, and
// what is done about it. Nothing takes effect but what is asked of its methods.
type Visit struct {
	Ctx       context.Context
	Address   bot.Address         // the conversation, or a mailbox of the office
	Member    register.Entry      // who of the programme it is; without an ID: nobody, or the office itself
	Programme *register.Programme // the register now
	Lang      string              // of the reader
	Event     flows.Event         // Event.At is now, in the visitor's time zone
	Session   flows.Session       // of the conversation; what a room changes is kept
	Verb      string              // of the room
	Arg       string              // what follows it: "a~b"; of something written below a card, the rest of its name; of a command, its words
	Press     string              // the data, kind or name as a whole; empty for a command
	Fields    map[string][]string // of a form that was filled in
	Files     []form.File         // that were sent below a card, or with a form
	Script    *flows.Script

	f   *Office
	job string
	did bot.Served
}

// visit is somebody at the door.
func (f *Office) visit(ctx context.Context, a bot.Address, s flows.Session, ev flows.Event) (*Visit, error) {
	p, err := f.programme(ctx)
	if err != nil {
		return nil, err
	}
	v := &Visit{Ctx: ctx, Address: a, Programme: p, Event: ev, Session: s, Fields: ev.Fields, Files: ev.Files, Script: f.o.Script(), f: f}
	v.Session.Address = string(a)
	if s.Member != "" {
		v.Member, _ = p.Who(s.Member)
	}
	v.Lang = cmp.Or(s.Lang, v.Member.Fields["language"], ev.Person.Lang, "en")
	return v, nil
}

// Now is the moment of the visit, in the visitor's time zone.
func (v *Visit) Now() time.Time { return v.Event.At }

// Store is for what a room reads; it keeps by Keep.
func (v *Visit) Store() Store { return v.f.o.Store }

// Args takes Arg apart.
func (v *Visit) Args() []string { return strings.Split(v.Arg, "~") }

// Field is the one value of a field of the form; empty when it was left out.
func (v *Visit) Field(id string) string { return strings.Join(v.Fields[id], "") }

// ID names something that this visit begins, the same however often the visit
// is made again.
func (v *Visit) ID() string { return short(string(v.Address), v.job) }

// Sentences are those of the office, for who says them elsewhere.
func (v *Visit) Sentences() Sentences { return Sentences{v.Script, v.f.o.Log} }

// Word says one of the office's sentences in the reader's language; pairs
// replace {name} by a value. It stands in content/messages under "office".
func (v *Visit) Word(key string, pairs ...string) string { return v.WordIn(v.Lang, key, pairs...) }

// WordIn says it in another language.
func (v *Visit) WordIn(lang, key string, pairs ...string) string {
	return v.Sentences().In(lang, key, pairs...)
}

// Texts says it in every language, for who reads it elsewhere.
func (v *Visit) Texts(key string, pairs ...string) (t form.Text) {
	return form.Text{FR: v.WordIn("fr", key, pairs...), NL: v.WordIn("nl", key, pairs...), EN: v.WordIn("en", key, pairs...)}
}

// Say shows a card in this conversation. One with an ID of its own, which
// begins with the room's verb and "-", can be shown again in its place, and what
// is written below it comes to the room; without one it gets the next of the
// conversation.
func (v *Visit) Say(c flows.Card) {
	if c.ID == "" {
		v.Session.Cards++
		c.ID = "c" + strconv.Itoa(v.Session.Cards)
	}
	c.Lang = v.Lang
	v.Session.LetGo(v.Now())
	v.did.Cards = append(v.did.Cards, c)
}

// Tell says a sentence, with what can be done next below it.
func (v *Visit) Tell(text string, rows ...[]flows.Button) {
	v.Say(flows.Card{Lines: []flows.Line{{Style: flows.Body, Text: text}}, Buttons: rows})
}

// Post sends a note to another conversation, or to a mailbox of the office, at a
// moment. A note of the same id is sent there once.
func (v *Visit) Post(to bot.Address, id string, n flows.Note, at time.Time) {
	if to.Valid() != nil {
		return
	}
	v.did.Posts = append(v.did.Posts, bot.Posted{To: to, Job: bot.Job{
		ID: "o-" + short(string(v.Address), id), Kind: bot.JobNote, Due: at,
		Event: &flows.Event{Kind: flows.Told, At: at, Note: &n, Channel: to.Channel()},
	}})
}

// Push tells many conversations the same; see [bot.Push]. What it tells somebody
// once, it tells once, however often it is pushed.
func (v *Visit) Push(p bot.Push) error {
	all, err := p.Posted()
	v.did.Posts = append(v.did.Posts, all...)
	return err
}

// Wait comes back to this conversation at a moment, as a visit with this press;
// a later Wait for the same press replaces it, and a zero moment cancels it.
func (v *Visit) Wait(press string, at time.Time) {
	v.did.Waits = append(v.did.Waits, flows.Wait{Name: press, At: at})
}

// Go lets the talk go on, as if the visitor had pressed a button of it.
func (v *Visit) Go(press string) {
	v.did.Then = &flows.Event{Kind: flows.Pressed, At: v.Event.At, Press: press, Channel: v.Address.Channel(), Fresh: v.Event.Fresh}
}

// Pass leaves the event to the talk, as if there were no office.
func (v *Visit) Pass() {
	ev := v.Event
	v.did.Then = &ev
}

// Begin lets the person in by an invitation, as if they had opened it now.
func (v *Visit) Begin(in flows.Invite) {
	v.did.Then = &flows.Event{Kind: flows.Started, At: v.Event.At, Invite: &in, Channel: v.Address.Channel()}
}

// Keep keeps entries of the room's own tables at once.
func (v *Visit) Keep(entries ...register.Entry) error {
	if err := v.f.o.Store.PutEntries(v.Ctx, entries...); err != nil {
		return fmt.Errorf("keep what the office learnt: %w", err)
	}
	return nil
}

// Reached are the conversations of a member, the one they came in by last
// first; none when they have not come in, or have left.
func (v *Visit) Reached(member string) ([]bot.Address, error) {
	if e, known := v.Programme.Find(register.People, member); known && e.Fields[register.Left] == "yes" {
		return nil, nil
	}
	return Reached(v.Ctx, v.f.o.Store, member)
}

// Invite makes an invitation, and gives the code and the links that open it.
func (v *Visit) Invite(code string, i flows.Invite) (links []string, err error) {
	if err := v.f.o.Store.PutInvite(v.Ctx, code, i); err != nil {
		return nil, fmt.Errorf("keep an invitation: %w", err)
	}
	if v.f.o.Links != nil {
		links = v.f.o.Links(code)
	}
	return links, nil
}

// Scannable keeps a picture of a link that the camera of a phone opens, under this
// id; nil where nothing draws.
func (v *Visit) Scannable(id, link, alt string) (*flows.Media, error) {
	if v.f.o.QR == nil {
		return nil, nil
	}
	png, err := v.f.o.QR(link)
	if err != nil {
		return nil, err
	}
	f := form.File{ID: id, Name: id + ".png", Type: "image/png", Size: int64(len(png))}
	if err := v.f.o.Store.PutFile(v.Ctx, f, bytes.NewReader(png)); err != nil {
		return nil, fmt.Errorf("keep a QR code: %w", err)
	}
	return &flows.Media{Kind: "picture", File: id, Alt: alt}, nil
}

// served is all that was asked for.
func (v *Visit) served() bot.Served {
	v.did.Session = &v.Session
	if v.Address.Channel() == bot.OfficeChannel {
		v.did.Session = nil // nobody talks there
	}
	return v.did
}
