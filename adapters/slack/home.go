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
func (s *speaker) openHome(at place) {
	s.homes.note(at, s.o.Clock.Now())
	s.aside(func(ctx context.Context) { s.keepHome(ctx, at) })
}

// renewHome shows on the App Home what a message has just changed.
func (s *speaker) renewHome(at place) {
	if s.o.Board != nil && s.homes.open(at, s.o.Clock.Now()) {
		s.aside(func(ctx context.Context) { s.keepHome(ctx, at) })
	}
}

// keepHome publishes one App Home after the other of a person, so that the
// newest comes last.
func (s *speaker) keepHome(ctx context.Context, at place) {
	for more := s.homes.begin(at); more; more = s.homes.end(at) {
		s.publishHome(ctx, at)
	}
}

// publishHome shows a person's App Home. One that cannot be read stays as it is.
func (s *speaker) publishHome(ctx context.Context, at place) {
	if !isID(at.team) || !isID(at.peer) || s.o.Board == nil {
		return
	}
	d, err := s.workspace(ctx, at.team)
	if err != nil {
		return
	}
	card, ok := s.board(ctx, at)
	if !ok {
		return
	}
	view := slackapi.HomeTabViewRequest{Type: slackapi.VTHomeTab, Blocks: slackapi.Blocks{
		BlockSet: renderIn(maxView, bot.Message{Lang: card.Lang, Lines: card.Lines, Buttons: card.Buttons}, nil),
	}}
	err = s.call(ctx, d, "views.publish", "", func(ctx context.Context) error {
		_, err := d.api.PublishViewContext(ctx, slackapi.PublishViewContextRequest{UserID: at.peer, View: view})
		return err
	})
	if err != nil {
		s.o.Log.Warn("an App Home was not shown", "error", err)
	}
}

// board is what stands on an App Home, made to fit as any message is.
func (s *speaker) board(ctx context.Context, at place) (bot.Message, bool) {
	card, err := s.o.Board.Dashboard(ctx, at.address(), s.profile(ctx, at).lang)
	if err != nil {
		s.o.Log.Warn("a dashboard cannot be read", "error", err)
		return bot.Message{}, false
	}
	can := s.Capabilities()
	can.TextMax, can.Buttons = 0, maxHomeButtons // there are no parts, and there is more room
	shown := bot.Compose(card, can)
	if len(shown) == 0 {
		return bot.Message{}, false
	}
	return shown[0], true
}
