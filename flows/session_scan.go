package flows

import "visesbot/flows/form"

// Scan reads a session, as [form.Scan] reads what every turn needs.
func (s *Session) Scan(in *form.Scan) {
	for name := range in.Names() {
		if !s.scanPerson(in, name) && !s.scanTalk(in, name) && !s.scanSeldom(in, name) {
			in.Fail()
		}
	}
}

// scanPerson reads who this is.
func (s *Session) scanPerson(in *form.Scan, name string) bool {
	switch name {
	case "address":
		s.Address = in.Text()
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
	case "done":
		s.Done = form.ScanTexts[string](in)
	case "cards":
		s.Cards = in.Int()
	case "card":
		s.Card = in.Text()
	case "promised":
		s.Promised = in.Time()
	case "reminded":
		s.Reminded = in.Int()
	case "remind":
		s.Remind = in.Time()
	default:
		return false
	}
	return true
}

// scanSeldom reads what most sessions have not. An album under way and the
// polls of a group are left to easyjson, with the whole session.
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
