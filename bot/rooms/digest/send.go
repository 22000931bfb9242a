package digest

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"time"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/form"
)

// A digest is about the time since the last one, or about a week; of what is
// longer ago it does not tell again.
const (
	week    = 7 * 24 * time.Hour
	longest = 4 * week
)

// arrange has every digest of the visitor come at its next moment. One that is
// late stays: looking around does not lose it.
func (r Room) arrange(v *office.Visit) error {
	for _, subject := range subjects(v) {
		s, err := settingOf(v, v.Member.ID, subject)
		if err != nil {
			return err
		}
		if !s.comes(v) {
			v.Wait(office.Press(verb, "weekly", subject), time.Time{})
			continue
		}
		if s.Next.IsZero() {
			s.Next = s.Plan.Next(v.Now(), country(v))
			if err := s.keep(v); err != nil {
				return err
			}
		}
		at := s.Next
		if !at.After(v.Now()) {
			at = open(v, v.Now())
		}
		v.Wait(office.Press(verb, "weekly", subject), at)
	}
	return nil
}

// comes tells whether it comes, and here.
func (s setting) comes(v *office.Visit) bool { return !s.Off && s.here(v) }

// country is where the visitor works.
func country(v *office.Visit) string {
	p, _ := v.Programme.Find(register.Partners, v.Member.Fields["partner"])
	if c := p.Fields["country"]; c != "" {
		return c
	}
	return "BE"
}

// weekly sends a digest, unless there is nothing to report.
func (r Room) weekly(v *office.Visit, subject string) error {
	s, err := settingOf(v, v.Member.ID, subject)
	if err != nil || s.Off || !s.here(v) || !reads(v, subject) {
		return err
	}
	if at := open(v, v.Now()); at.After(v.Now()) { // it comes late: moved, not dropped
		v.Wait(office.Press(verb, "weekly", subject), at)
		return nil
	}
	s.Next = s.Plan.Next(v.Now(), country(v))
	v.Wait(office.Press(verb, "weekly", subject), s.Next)
	if s.Visit != v.ID() { // otherwise this visit is made again
		s.Since = later(s.Sent, v.Now().Add(-longest))
		if s.Sent.IsZero() {
			s.Since = v.Now().Add(-week)
		}
	}
	s.Sent, s.Address, s.Checks, s.Looked = v.Now(), v.Address, 0, v.Now()
	s.speaks(v)
	p, err := r.page(v, subject, s.Since, s.Sent)
	if err != nil {
		return err
	}
	s.Card, s.Mark, s.Was = "", p.marks(), marks{}
	if !p.nothing {
		s.Card = verb + "-" + subject + "-" + v.Now().Format("20060102")
		p.card.ID, p.card.Top = s.Card, true
		if err := r.say(v, p, marks{}); err != nil {
			return err
		}
		v.Wait(office.Press(verb, "fresh", subject), again(v.Now(), 0))
	}
	return s.keep(v)
}

// reads tells whether the visitor still gets a digest; who does not is told
// nothing.
func reads(v *office.Visit, subject string) bool {
	for _, own := range subjects(v) {
		if own == subject {
			return true
		}
	}
	return false
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// fresh brings the last digest up to date in its place, without a sound, if it
// is of this week and would say something else now: of the message and the
// detail, the one that would.
func (r Room) fresh(v *office.Visit, subject string) error {
	s, err := settingOf(v, v.Member.ID, subject)
	if err != nil || s.Card == "" || s.Off || !s.here(v) || !reads(v, subject) || v.Now().Sub(s.Sent) >= week {
		return err
	}
	s.speaks(v)
	p, err := r.page(v, subject, s.Since, s.Sent)
	if err != nil {
		return err
	}
	if s.Visit != v.ID() { // otherwise this visit is made again
		s.Was = s.Mark
	}
	p.card.ID, p.card.Top, p.card.Replace, p.card.Silent = s.Card, true, true, true
	if err := r.say(v, p, s.Was); err != nil {
		return err
	}
	if v.Event.Kind == flows.Timer {
		s.Checks++
		v.Wait(office.Press(verb, "fresh", subject), again(v.Now(), s.Checks))
	}
	s.Mark, s.Looked = p.marks(), v.Now()
	return s.keep(v)
}

// changed hears that something of an enterprise changed, and has the digests of
// those who accompany it looked at, once an hour at most.
func (r Room) changed(v *office.Visit) error {
	c, ok := v.Programme.CohortOf(v.Event.Note.Dossier)
	if !ok {
		return nil
	}
	for _, member := range c.List("accompanists") {
		s, err := settingOf(v, member, c.ID)
		if err != nil {
			return err
		}
		if s.Card == "" || v.Now().Sub(s.Sent) >= week {
			continue
		}
		at := later(v.Now(), s.Looked.Add(lookAgain))
		v.Post(s.Address, s.Card+at.UTC().Format("2006010215"), flows.Note{Kind: office.Press(verb, "fresh", c.ID)}, at)
	}
	return nil
}

// now shows a digest because somebody asks for it: also when there is nothing to
// report.
func (r Room) now(v *office.Visit, subject string) error {
	if !may(v, subject) {
		return nil
	}
	s, err := settingOf(v, v.Member.ID, subject)
	if err != nil {
		return err
	}
	s.speaks(v)
	p, err := r.page(v, subject, v.Now().Add(-week), v.Now())
	if err != nil {
		return err
	}
	p.card.ID, p.card.Top = verb+"-"+subject+"-"+v.ID(), true
	return r.say(v, p, marks{})
}

// picture keeps the picture of a digest, under a name made of what it shows: of
// weeks in which nobody enters another phase it is drawn once.
func (Room) picture(v *office.Visit, s Speech, d Digest) (*flows.Media, error) {
	shown := &flows.Media{Kind: "picture", File: verb + "-" + s.drawn(d), Alt: s.Alt(d)}
	_, body, err := v.Store().File(v.Ctx, shown.File)
	if err == nil {
		return shown, body.Close()
	}
	if !errors.Is(err, bot.ErrNotFound) {
		return nil, fmt.Errorf("look for a picture: %w", err)
	}
	png, err := s.Picture(d)
	if err != nil {
		return nil, err
	}
	f := form.File{ID: shown.File, Name: verb + ".png", Type: "image/png", Size: int64(len(png))}
	if err := v.Store().PutFile(v.Ctx, f, bytes.NewReader(png)); err != nil {
		return nil, fmt.Errorf("keep a picture: %w", err)
	}
	return shown, nil
}

// subjectOf is the subject of a card, by what follows the verb in its name.
func subjectOf(rest string) string {
	rest = strings.TrimSuffix(rest, "-d")
	if at := strings.LastIndex(rest, "-"); at > 0 {
		return rest[:at]
	}
	return rest
}
