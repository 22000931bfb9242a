package telegram

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"visesbot/bot"
)

// name is the first part of the addresses.
const name = "telegram"

// Adapter is the bot on Telegram. It is an [http.Handler] of the webhook.
type Adapter struct {
	o       Options
	client  *client
	limiter *limiter
	typing  *typing
	notes   notes
	photos  photos
	taps    taps
	queries queries
	odd     once
	counts  counts
	health  atomic.Pointer[error]
	self    atomic.Pointer[user]

	refusedAt atomic.Pointer[time.Time] // since when the token is refused to messages
	accept    chan bot.Accept           // holds the way in of the webhook, while there is one
	calls     sync.WaitGroup            // webhook calls that are being accepted
	work      sync.WaitGroup            // what was begun on the side
}

var _ bot.Adapter = (*Adapter)(nil)

// New makes the channel. Nothing is sent yet.
func New(o Options) (*Adapter, error) {
	if err := o.complete(); err != nil {
		return nil, err
	}
	a := &Adapter{o: o, client: newClient(o), limiter: newLimiter(o.Clock, o.Rates), accept: make(chan bot.Accept, 1)}
	a.notes.shelf = o.Shelf
	a.typing = newTyping(a)
	a.ill(errors.New("telegram was not reached yet"))
	return a, nil
}

// Name is the first part of its addresses: "telegram".
func (a *Adapter) Name() string { return name }

// Capabilities are Telegram's own limits where it has any, and what is pleasant
// on a phone where it has none.
func (a *Adapter) Capabilities() bot.Capabilities {
	return bot.Capabilities{
		TextMax: 4096, CaptionMax: 1024,
		Buttons: 30, Row: 5, LabelMax: 40,
		Enclosed: a.enclosed(),
		Poll:     bot.Poll{Question: 300, Options: 12, Option: 100},
		Edits:    true, Pictures: a.o.Media != nil || a.o.Files != nil, Files: a.o.Files != nil,
	}
}

// Check asks Telegram who the bot is: ErrRefused when it does not know the
// token.
func (a *Adapter) Check(ctx context.Context) error {
	var me user
	if err := a.client.into(ctx, &me, "getMe", nil); err != nil {
		a.ill(err)
		if refused(err) {
			return ErrRefused
		}
		return err
	}
	a.self.Store(&me)
	return nil
}

// Ready tells what keeps the bot from talking with Telegram; nil when nothing
// does.
func (a *Adapter) Ready() error {
	if err := a.health.Load(); err != nil {
		return *err
	}
	return nil
}

func (a *Adapter) well() { a.health.Store(nil) }

func (a *Adapter) ill(err error) {
	if refused(err) {
		err = ErrRefused
	}
	a.health.Store(&err)
}

// Username is what people find the bot under, without "@"; it is known after a
// Check that went well.
func (a *Adapter) Username() string {
	if me := a.self.Load(); me != nil {
		return me.Username
	}
	return ""
}

func addressOf(chat int64) bot.Address {
	return bot.Address(name + ":" + strconv.FormatInt(chat, 10))
}

func chatOf(to bot.Address) (int64, error) {
	talk, ok := strings.CutPrefix(string(to), name+":")
	chat, err := strconv.ParseInt(talk, 10, 64)
	if !ok || err != nil || chat == 0 {
		return 0, fmt.Errorf("%q is no chat on Telegram", to.Channel())
	}
	return chat, nil
}
