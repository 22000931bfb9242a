package office

import (
	"slices"
	"time"

	"visesbot/bot"
	"visesbot/flows"
)

// timerParcel rings when no more of what is sent together comes, and parcelWait
// is how long that is waited for; parcelMost is how many files are taken.
const (
	timerParcel = flows.OfficePrefix + "parcel"
	parcelWait  = time.Second
	parcelMost  = 20
)

// gathers keeps the parts of an album that is sent to a room, as platforms bring
// them one by one; it is true while more may come. When no more does, the event
// is what was sent, as a whole.
func (f *Office) gathers(c *bot.Claim, ev *flows.Event) (did bot.Served, waits bool) {
	s := c.Session
	if ev.Timer == timerParcel {
		p := s.Parcel
		if p == nil {
			return bot.Served{}, true
		}
		c.Session.Parcel = nil
		if p.Desk != nil {
			c.Session.Desk = p.Desk
		}
		*ev = flows.Event{Kind: flows.Said, At: ev.At, Text: p.Text, Files: p.Files, Under: p.Under, Channel: ev.Channel, Fresh: ev.Fresh}
		return bot.Served{}, false
	}
	if ev.Kind != flows.Said || ev.Album == "" || len(ev.Files) == 0 || ev.Under == "" && s.Desk == nil {
		return bot.Served{}, false
	}
	p := flows.Parcel{Album: flows.Album{ID: ev.Album}, Under: ev.Under, Desk: s.Desk}
	if s.Parcel != nil {
		p = *s.Parcel
	}
	if p.Text == "" {
		p.Text = ev.Text
	}
	all := append(slices.Clone(p.Files), ev.Files...)
	p.Files = all[:min(len(all), parcelMost)]
	s.Parcel = &p
	return bot.Served{Session: &s, Waits: []flows.Wait{{Name: timerParcel, At: ev.At.Add(parcelWait)}}}, true
}
