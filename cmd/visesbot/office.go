package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"visesbot/adapters/qr"
	"visesbot/adapters/sheets"
	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/rooms"
	"visesbot/flows"
)

// newOffice opens the office of a programme on a store. Links opens an
// invitation on the channels that have such.
func newOffice(store bot.Store, script func() *flows.Script, clock bot.Clock, at *time.Location, links func(string) []string, log *slog.Logger) (*office.Office, error) {
	s, ok := store.(office.Store)
	if !ok {
		return nil, fmt.Errorf("the store %T cannot keep a programme", store)
	}
	return office.New(office.Options{
		Store: s, Script: script, Rooms: rooms.All(), Clock: clock, Location: at, Codes: rand.Text, Links: links, Log: log,
		QR: qr.PNG, Sheets: sheets.Book{},
	})
}

// linksOn opens an invitation on these channels.
func linksOn(channels *[]bot.Adapter) func(string) []string {
	return func(code string) (all []string) {
		for _, c := range *channels {
			if d, ok := c.(bot.Doorkeeper); ok && d.Link(code) != "" {
				all = append(all, d.Link(code))
			}
		}
		return all
	}
}

// boards show a member of the programme its front page, and everybody else how
// their conversation stands.
type boards struct {
	office *office.Office
	*bot.Onlooker
}

// Dashboard is what stands on an App Home.
func (b boards) Dashboard(ctx context.Context, a bot.Address, lang string) (flows.Card, error) {
	c, err := b.office.Dashboard(ctx, a, lang)
	if errors.Is(err, bot.ErrNotFound) {
		return b.Onlooker.Dashboard(ctx, a, lang)
	}
	return c, err
}
