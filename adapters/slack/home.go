package slack

import (
	"context"
	"time"

	slackapi "github.com/slack-go/slack"

	"visesbot/bot"
	"visesbot/flows"
)

// Dashboard knows what a person finds on the App Home: what is open, progress,
// the next reminder, the language. It is told as a card; its buttons do what
// they do in the chat, and are answered there.
type Dashboard interface {
	Dashboard(ctx context.Context, a bot.Address, lang string) (flows.Card, error)
}

// homeFresh is how long an App Home is renewed after it was opened: whoever
// presses a button on it sees what came of it.
const homeFresh = 15 * time.Minute

// openHome shows a person's App Home, and keeps it up to date for a while.
func (a *Adapter) openHome(at place) {
	a.homes.note(at, a.o.Clock.Now())
	a.aside(func(ctx context.Context) { a.keepHome(ctx, at) })
}

// renewHome shows on the App Home what a message has just changed.
func (a *Adapter) renewHome(at place) {
	if a.o.Board != nil && a.homes.open(at, a.o.Clock.Now()) {
		a.aside(func(ctx context.Context) { a.keepHome(ctx, at) })
	}
}

// keepHome publishes one App Home after the other of a person, so that the
// newest comes last.
func (a *Adapter) keepHome(ctx context.Context, at place) {
	for more := a.homes.begin(at); more; more = a.homes.end(at) {
		a.publishHome(ctx, at)
	}
}

// publishHome shows a person's App Home. One that cannot be read stays as it is.
func (a *Adapter) publishHome(ctx context.Context, at place) {
	if !isID(at.team) || !isID(at.peer) || a.o.Board == nil {
		return
	}
	d, err := a.desk(ctx, at.team)
	if err != nil {
		return
	}
	card, ok := a.board(ctx, at)
	if !ok {
		return
	}
	view := slackapi.HomeTabViewRequest{Type: slackapi.VTHomeTab, Blocks: slackapi.Blocks{
		BlockSet: renderIn(maxView, bot.Message{Lang: card.Lang, Lines: card.Lines, Buttons: card.Buttons}, nil),
	}}
	err = a.call(ctx, d, "views.publish", "", func(ctx context.Context) error {
		_, err := d.api.PublishViewContext(ctx, slackapi.PublishViewContextRequest{UserID: at.peer, View: view})
		return err
	})
	if err != nil {
		a.o.Log.Warn("an App Home was not shown", "error", err)
	}
}

// board is what stands on an App Home, made to fit as any message is.
func (a *Adapter) board(ctx context.Context, at place) (bot.Message, bool) {
	card, err := a.o.Board.Dashboard(ctx, at.address(), a.profile(ctx, at).lang)
	if err != nil {
		a.o.Log.Warn("a dashboard cannot be read", "error", err)
		return bot.Message{}, false
	}
	can := a.Capabilities()
	can.TextMax, can.Buttons = 0, maxHomeButtons // there are no parts, and there is more room
	shown := bot.Compose(card, can)
	if len(shown) == 0 {
		return bot.Message{}, false
	}
	return shown[0], true
}
