package main

import (
	"context"
	"strconv"
	"strings"
	"sync"
	"time"

	"visesbot/adapters/web"
	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/flowtest"
)

// castName is the channel of those who are not on the page.
const castName = "cast"

// castPace is how long they think before they press a button: one sees a receipt
// fill up.
const castPace = 400 * time.Millisecond

// castPatience is for how long they answer no other question.
const castPatience = 20 * time.Hour

// cast are the people of the cohort's other enterprises: a channel of the bot
// that shows nothing. Most of them open a module that they are sent, and go
// through it to its end; some of what they answer is wrong. They answer a question
// when they are reminded of it.
type cast struct {
	store  bot.Store
	lives  *lives
	clock  bot.Clock
	rounds chan int // that somebody of the page has come into

	mu    sync.Mutex
	left  map[bot.Address]flowtest.Left // of who comes in
	wants map[bot.Address]string        // what they are going to press
	since map[bot.Address]time.Time     // they answered a question last
	acts  int
}

func newCast(store bot.Store, lived *lives, clock bot.Clock) *cast {
	return &cast{
		store: store, lives: lived, clock: clock, rounds: make(chan int, 8),
		left: map[bot.Address]flowtest.Left{}, wants: map[bot.Address]string{}, since: map[bot.Address]time.Time{},
	}
}

// Name is the first part of their addresses.
func (c *cast) Name() string { return castName }

// Capabilities are those of a phone.
func (c *cast) Capabilities() bot.Capabilities { return bot.Capabilities{Row: 5, Edits: true} }

// Receive lets them in where a round begins, and has them press what they want,
// until ctx ends.
func (c *cast) Receive(ctx context.Context, accept bot.Accept) error {
	pace := time.NewTicker(castPace)
	defer pace.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case round := <-c.rounds:
			if err := c.enter(ctx, round, accept); err != nil && ctx.Err() == nil {
				return err
			}
		case <-pace.C:
			c.act(ctx, accept)
		}
	}
}

// Send looks at what somebody is shown, for what they would press.
func (c *cast) Send(_ context.Context, to bot.Address, m bot.Message) (bot.Receipt, error) {
	x, known := extraOf(to)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.acts++
	if !known || x.idle {
		return bot.Receipt(strconv.Itoa(c.acts)), nil
	}
	if press := wanted(m, taste(to)); press != "" {
		c.wants[to] = press
	} else if press := answer(m); press != "" && c.clock.Now().Sub(c.since[to]) > castPatience {
		c.wants[to], c.since[to] = press, c.clock.Now()
	}
	return bot.Receipt(strconv.Itoa(c.acts)), nil
}

// act has everybody press what they want.
func (c *cast) act(ctx context.Context, accept bot.Accept) {
	c.mu.Lock()
	wants := c.wants
	c.wants = map[bot.Address]string{}
	c.mu.Unlock()
	for who, press := range wants {
		c.mu.Lock()
		c.acts++
		id := strconv.FormatInt(c.clock.Now().UnixMilli(), 36) + "-" + strconv.Itoa(c.acts)
		c.mu.Unlock()
		_ = accept(ctx, bot.Update{ID: id, Address: who, At: c.clock.Now(), Press: press}) // they try no second time
	}
}

// began tells the cast that the accompanist of a round has come in.
func (c *cast) began(member string) {
	n, is := strings.CutPrefix(member, "partner-")
	if round, err := strconv.Atoi(n); is && err == nil {
		select {
		case c.rounds <- round:
		default: // so many rounds at once are nobody's
		}
	}
}

// enter lets the people of a round in who are not there yet.
func (c *cast) enter(ctx context.Context, round int, accept bot.Accept) error {
	e, err := c.lives.engineOf(ctx)
	if err != nil {
		return err
	}
	for _, x := range demoExtras() {
		if x.transcript == "" {
			continue
		}
		left, err := x.live(e, c.lives.files, c.clock.Now(), round, bot.Address("web:"+web.RoundChat("partner", round)))
		if err != nil {
			return err
		}
		for who, in := range x.invites(left, round) {
			if err := c.bring(ctx, who, in, left, accept); err != nil {
				return err
			}
		}
	}
	return nil
}

// bring lets one of them in.
func (c *cast) bring(ctx context.Context, who bot.Address, in flows.Invite, left flowtest.Left, accept bot.Accept) error {
	c.mu.Lock()
	c.left[who] = left
	c.mu.Unlock()
	code := strings.TrimPrefix(string(who), castName+":")
	if err := c.store.PutInvite(ctx, code, in); err != nil {
		return err
	}
	return accept(ctx, bot.Update{ID: code, Address: who, At: c.clock.Now(), Start: true, Code: code, From: flows.Sender{Zone: "Europe/Brussels"}})
}

// remembers gives what is left of the talk of somebody who comes in.
func (c *cast) remembers(a bot.Address) (flowtest.Left, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	left, ok := c.left[a]
	return left, ok
}
