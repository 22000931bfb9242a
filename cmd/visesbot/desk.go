package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"visesbot/adapters/sqlite"
	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/bot/report"
	"visesbot/bot/rooms/answers"
	"visesbot/bot/rooms/invitations"
	"visesbot/bot/rooms/push"
	"visesbot/flows"
	"visesbot/flows/form"
)

// desk is what an operator asks of a programme while a bot may be running on
// its store.
type desk interface {
	jobs(ctx context.Context, dead bool, limit int) ([]bot.Listed, error)
	retry(ctx context.Context, id string) error
	push(ctx context.Context, o order) (people int, err error)
	give(ctx context.Context, o push.Order) (given push.Order, to push.Reach, err error)
	withdraw(ctx context.Context, push string) error
	again(ctx context.Context, push string) (people int, err error)
	invite(ctx context.Context, code string, i flows.Invite) (links []string, err error)
	invites(ctx context.Context) ([]invitations.Listed, error)
	revoke(ctx context.Context, id string) (flows.Invite, error)
	answers(ctx context.Context, enterprise, lang string) ([]answers.Row, error)
	dossier(ctx context.Context, enterprise string) (form.Changes, error)
	entries(ctx context.Context, table string) ([]register.Entry, error)
	putEntries(ctx context.Context, entries []register.Entry) error
	remarks(ctx context.Context) ([]bot.Remark, error)
	digest(ctx context.Context, w wantedDigest) (digestFacts, error)
}

// order is a note that conversations are told at once, without a receipt: what
// people are sent is a push.Order.
type order struct {
	ID         string        `json:"id"`
	Note       flows.Note    `json:"note"`
	Enterprise []string      `json:"enterprise,omitempty"` // all people of these who do not accompany
	To         []bot.Address `json:"to,omitempty"`
}

// A program that has just taken the store opens its desk a moment later: it is
// looked for so often.
const (
	deskTries = 15
	deskPause = 200 * time.Millisecond
)

// atDesk does something at the desk of the store that the settings name: in the
// store itself, or with the help of the program that has it.
func atDesk(ctx context.Context, e *env, do func(desk) error) (err error) {
	uri := e.storeURI()
	store, err := openStore(ctx, uri)
	for range deskTries {
		if !errors.Is(err, sqlite.ErrInUse) {
			break
		}
		if far, there := farDeskOf(ctx, uri); there {
			return do(far)
		}
		time.Sleep(deskPause)
		store, err = openStore(ctx, uri)
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	near, err := newStoreDesk(store, e)
	if err != nil {
		return err
	}
	return do(near)
}

// storeDesk is the desk of a store that is open here.
type storeDesk struct {
	store     bot.Store
	mailboxes bot.Mailboxes
	register  register.Register
	now       func() time.Time
	script    func() (*flows.Script, error)
	links     func(code string) []string // that open an invitation; nil: no channel runs here
}

func newStoreDesk(store bot.Store, e *env) (*storeDesk, error) {
	m, ok := store.(bot.Mailboxes)
	if !ok {
		return nil, fmt.Errorf("the store %T does not show its mailboxes", store)
	}
	r, ok := store.(register.Register)
	if !ok {
		return nil, fmt.Errorf("the store %T keeps no register", store)
	}
	script := func() (*flows.Script, error) {
		script, _, err := loadScript(e)
		return script, err
	}
	return &storeDesk{store: store, mailboxes: m, register: r, now: e.now, script: script}, nil
}

func (d *storeDesk) jobs(ctx context.Context, dead bool, limit int) ([]bot.Listed, error) {
	all, err := d.mailboxes.AllJobs(ctx, dead, limit)
	return bot.List(all), err
}

func (d *storeDesk) retry(ctx context.Context, id string) error {
	return bot.ReviveListed(ctx, d.mailboxes, id, d.now())
}

func (d *storeDesk) push(ctx context.Context, o order) (int, error) {
	to, err := d.people(ctx, o)
	if err != nil {
		return 0, err
	}
	return len(to), bot.Push{ID: o.ID, Note: o.Note, To: to, At: d.now()}.Post(ctx, d.store)
}

func (d *storeDesk) invite(ctx context.Context, code string, i flows.Invite) (links []string, err error) {
	if d.links != nil {
		links = d.links(code)
	}
	return links, d.store.PutInvite(ctx, code, i)
}

func (d *storeDesk) invites(ctx context.Context) ([]invitations.Listed, error) {
	return invitations.List(ctx, d.store)
}

func (d *storeDesk) revoke(ctx context.Context, id string) (flows.Invite, error) {
	return bot.RevokeInvite(ctx, d.store, id, d.now())
}

func (d *storeDesk) answers(ctx context.Context, enterprise, lang string) ([]answers.Row, error) {
	script, err := d.script()
	if err != nil {
		return nil, err
	}
	return answers.Of(ctx, d.store, script.Questionnaire, enterprise, lang, d.now())
}

// dossier reads all of a dossier, with its snapshots.
func (d *storeDesk) dossier(ctx context.Context, enterprise string) (c form.Changes, err error) {
	script, err := d.script()
	if err != nil {
		return c, err
	}
	err = office.Look(ctx, d.store, enterprise, func(src form.Source) error {
		c = report.Copy(script.Questionnaire, src)
		return nil
	})
	shots, ok := d.store.(report.Snapshots)
	if err != nil || !ok {
		return c, err
	}
	c.Snapshots, err = shots.Snapshots(ctx, enterprise)
	return c, err
}

func (d *storeDesk) entries(ctx context.Context, table string) ([]register.Entry, error) {
	return d.register.Entries(ctx, table)
}

func (d *storeDesk) putEntries(ctx context.Context, entries []register.Entry) error {
	return d.register.PutEntries(ctx, entries...)
}

func (d *storeDesk) remarks(ctx context.Context) ([]bot.Remark, error) {
	a, ok := d.store.(bot.Annals)
	if !ok {
		return nil, fmt.Errorf("the store %T does not show its records", d.store)
	}
	return bot.Remarks(ctx, a)
}

// people are those that an order is for, each once.
func (d *storeDesk) people(ctx context.Context, o order) ([]bot.Address, error) {
	to := slices.Clone(o.To)
	err := d.mailboxes.Sessions(ctx, func(a bot.Address, s flows.Session) error {
		if o.wants(s) {
			to = append(to, a)
		}
		return nil
	})
	slices.Sort(to)
	return slices.Compact(to), err
}

// wants tells whether an order is for somebody, besides those it names.
func (o order) wants(s flows.Session) bool {
	return s.Dossier != "" && s.Person != "" && slices.Contains(o.Enterprise, s.Dossier) && s.Role != flows.RoleAccompanist
}
