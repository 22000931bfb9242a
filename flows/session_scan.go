package flows

import (
	"time"

	"visesbot/flows/form"
	"visesbot/flows/workday"
)

// Scan reads a session, as [form.Scan] reads what every turn needs.
func (s *Session) Scan(in *form.Scan) {
	for name := range in.Names() {
		if !s.scanPerson(in, name) && !s.scanTalk(in, name) && !s.scanReminders(in, name) && !s.scanSeldom(in, name) && !s.scanOffice(in, name) {
			in.Fail()
		}
	}
}

// scanPerson reads who this is.
func (s *Session) scanPerson(in *form.Scan, name string) bool {
	switch name {
	case "address":
		s.Address = in.Text()
	case "member":
		s.Member = in.Text()
	case "dossier":
		s.Dossier = in.Text()
	case "person":
		s.Person = in.Text()
	case "respondent":
		s.Respondent = in.Text()
	case "role":
		s.Role = in.Text()
	case "ticket":
		s.Ticket = in.Text()
	case "delegate":
		s.Delegate = form.Path(in.Text())
	case "lang":
		s.Lang = in.Text()
	case "zone":
		s.Zone = in.Text()
	case "content":
		s.Content = in.Text()
	case "consent":
		s.Consent = in.Text()
	default:
		return false
	}
	return true
}

// scanTalk reads where the talk is.
func (s *Session) scanTalk(in *form.Scan, name string) bool {
	switch name {
	case "mode":
		s.Mode = Mode(in.Text())
	case "place":
		s.Place = form.Place(in.Text())
	case "asked":
		s.Asked = in.Text()
	case "revision":
		s.Revision = in.Int()
	case "focus":
		s.Focus = form.ScanTexts[string](in)
	case "picks":
		s.Picks = form.ScanTexts[string](in)
	case "tries":
		s.Tries = in.Int()
	case "trail":
		s.Trail = form.ScanTexts[form.Place](in)
	case "since":
		s.Since = in.Int()
	case "stride":
		s.Stride = in.Int()
	case "done":
		s.Done = form.ScanTexts[string](in)
	case "cards":
		s.Cards = in.Int()
	case "card":
		s.Card = in.Text()
	default:
		return false
	}
	return true
}

// scanReminders reads when to write unasked.
func (s *Session) scanReminders(in *form.Scan, name string) bool {
	switch name {
	case "promised":
		s.Promised = in.Time()
	case "reminded":
		s.Reminded = in.Int()
	case "remind":
		s.Remind = in.Time()
	case "seen":
		s.Seen = in.Time()
	case "silence":
		s.Silence = in.Time()
	case "silent":
		s.Silent = in.Bool()
	case "watch":
		s.Watch = in.Time()
	case "sent":
		s.Sent = form.ScanAll(in, func(t *time.Time, in *form.Scan) { *t = in.Time() })
	case "spoke":
		s.Spoke = in.Time()
	case "knows":
		s.Knows = form.ScanTexts[string](in)
	case "thing":
		s.Thing = in.Text()
	case "again":
		s.Again = in.Text()
	case "settings":
		s.Settings = in.Text()
	default:
		return false
	}
	return true
}

// scanSeldom reads what most sessions have not. What is not here either (the
// polls of a group, an album) is left to easyjson, with the whole session.
func (s *Session) scanSeldom(in *form.Scan, name string) bool {
	switch name {
	case "held":
		s.Held = new(form.Value)
		in.Other(s.Held)
	case "drafts":
		s.Drafts = form.ScanAll(in, form.ScanOther[Draft])
	case "module":
		s.Module = new(Learning)
		in.Other(s.Module)
	case "begun":
		s.Begun = form.ScanAll(in, form.ScanOther[Learning])
	case "examples":
		s.Examples = in.Text()
	case "menu":
		s.Menu = form.ScanAll(in, form.ScanOther[Button])
	case "away":
		s.Away = in.Bool()
	case "refused":
		s.Refused = in.Bool()
	default:
		return false
	}
	return true
}

// scanOffice reads what comes of accompanying, and of how a person wants to be
// written to.
func (s *Session) scanOffice(in *form.Scan, name string) bool {
	switch name {
	case "rhythm":
		s.Rhythm = scanRhythm(in)
	case "seats":
		s.Seats = form.ScanAll(in, form.ScanOther[Seat])
	case "desk":
		s.Desk = new(Desk)
		in.Other(s.Desk)
	case "pause":
		s.Pause = new(Pause)
		in.Other(s.Pause)
	case "appointments":
		s.Appointments = form.ScanAll(in, form.ScanOther[Awaited])
	case "letters":
		s.Letters = form.ScanAll(in, form.ScanOther[Note])
	case "pushes":
		s.Pushes = form.ScanAll(in, form.ScanOther[Offer])
	default:
		return false
	}
	return true
}

// scanRhythm reads when a person wants to be written to.
func scanRhythm(in *form.Scan) *workday.Rhythm {
	r := new(workday.Rhythm)
	for name := range in.Names() {
		switch name {
		case "hour":
			r.Hour = in.Int()
		case "from":
			r.From = in.Int()
		case "until":
			r.Until = in.Int()
		case "off":
			r.Off = form.ScanAll(in, func(d *time.Weekday, in *form.Scan) { *d = time.Weekday(in.Int()) })
		case "often":
			r.Often = workday.Often(in.Text())
		default:
			in.Fail()
		}
	}
	return r
}
