package bottest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/flowtest"
)

// tooMany is after how many timers on the way of one act something is wrong.
const tooMany = 1000

// Player is a [flowtest.Player] with a bot and a store behind it. The store has
// to be empty.
type Player struct {
	store   bot.Store
	bot     *bot.Bot
	clock   *bot.MovableClock
	phones  *phones
	visits  *visits
	people  map[string]flowtest.Person
	updates int
}

var _ flowtest.Player = (*Player)(nil)

// NewPlayer makes a player for the people of one transcript.
func NewPlayer(store bot.Store, engine bot.Stepper, t flowtest.Transcript) (*Player, error) {
	p := &Player{
		store: store, phones: newPhones(), visits: newVisits(engine), people: map[string]flowtest.Person{},
		clock: bot.NewMovableClock(func() time.Time { return t.Start }, 0),
	}
	for _, person := range t.People {
		p.people[person.Name] = person
		if err := store.PutInvite(context.Background(), person.Name, invite(t, person)); err != nil {
			return nil, fmt.Errorf("invite %s: %w", person.Name, err)
		}
	}
	var err error
	codes := &counted{Store: store}
	p.bot, err = bot.New(bot.Options{
		Store: codes, Codes: codes.next, Scripts: bot.One(p.visits), Channels: []bot.Adapter{p.phones},
		Clock: p.clock, Location: t.Start.Location(),
		Retry: bot.Retry{Steps: 1, Reads: 1, Sends: 1},
	})
	return p, err
}

// invite is the one that a transcript's people have.
func invite(t flowtest.Transcript, p flowtest.Person) flows.Invite {
	return flows.Invite{Dossier: "d1", Role: p.Role, Lang: p.Lang, Enterprise: t.Enterprise}
}

// Start opens somebody's talk.
func (p *Player) Start(person, code string) error {
	return p.act(person, bot.Update{Start: true, Code: cmp.Or(code, person)})
}

// Said lets somebody type.
func (p *Player) Said(person, text string) error { return p.act(person, bot.Update{Text: text}) }

// Pressed lets somebody press a button.
func (p *Player) Pressed(person, label string) error {
	press, ok := p.phones.button(address(person), label)
	if !ok {
		return fmt.Errorf("no message to %s has a button [%s]", person, label)
	}
	return p.act(person, bot.Update{Press: press})
}

func (p *Player) act(person string, u bot.Update) error {
	if _, ok := p.people[person]; !ok {
		return fmt.Errorf("nobody is called %q", person)
	}
	p.updates++
	u.ID, u.Address, u.At = fmt.Sprint(p.updates), address(person), p.clock.Now()
	if err := p.bot.Accept(context.Background(), u); err != nil {
		return err
	}
	return p.drain()
}

// drain does what is due. A turn that the bot gave up is an error here.
func (p *Player) drain() error {
	err := p.bot.Drain(context.Background())
	return errors.Join(err, p.visits.failed)
}

// Advance lets time pass; what falls due on the way happens at its time.
func (p *Player) Advance(d time.Duration) error {
	end := p.clock.Now().Add(d)
	for range tooMany {
		due, some, err := p.store.NextDue(context.Background())
		if err != nil {
			return err
		}
		if !some || due.After(end) {
			return p.clock.Set(end)
		}
		p.clock.Move(due.Sub(p.clock.Now()))
		if err := p.drain(); err != nil {
			return err
		}
	}
	return errors.New("timers fall due without end")
}

// Messages returns what was shown to somebody since the last call.
func (p *Player) Messages(person string) ([]flowtest.Shown, error) {
	return p.phones.take(address(person)), nil
}

// Visited returns what was asked and delivered so far.
func (p *Player) Visited() flowtest.Visits { return p.visits.Visits }

func address(person string) bot.Address {
	return bot.Address("phone:" + strings.NewReplacer(".", "_", "$", "_").Replace(person))
}
