package form

import "github.com/mailru/easyjson"

// The documents that every turn reads, as [Scan] reads them. A field that is
// not known here makes a document be read more slowly, not less rightly; a test
// tells which one is missing.

// ScanOther reads a document with easyjson.
func ScanOther[T any, P interface {
	*T
	easyjson.Unmarshaler
}](doc *T, s *Scan) {
	s.Other(P(doc))
}

func (a *Author) scan(s *Scan) {
	for name := range s.Names() {
		switch name {
		case "person":
			a.Person = s.Text()
		case "respondent":
			a.Respondent = s.Text()
		case "role":
			a.Role = s.Text()
		case "channel":
			a.Channel = s.Text()
		case "lang":
			a.Lang = s.Text()
		default:
			s.Fail()
		}
	}
}

// Scan reads a list.
func (l *List) Scan(s *Scan) {
	for name := range s.Names() {
		switch name {
		case "collection":
			l.Collection = s.Text()
		case "parent":
			l.Parent = Path(s.Text())
		case "made":
			l.Made = s.Int()
		case "archived":
			l.Archived = scanInts(s)
		case "open":
			l.Open = scanInts(s)
		default:
			s.Fail()
		}
	}
}

// Scan reads an item.
func (it *Item) Scan(s *Scan) {
	for name := range s.Names() {
		switch name {
		case "path":
			it.Path = Path(s.Text())
		case "collection":
			it.Collection = s.Text()
		case "label":
			it.Label = s.Text()
		case "option":
			it.Option = s.Text()
		case "lang":
			it.Lang = s.Text()
		case "moment":
			it.Moment = new(Moment)
			it.Moment.scan(s)
		case "via":
			it.Via = Place(s.Text())
		case "by":
			it.By.scan(s)
		case "at":
			it.At = s.Time()
		case "archived":
			it.Archived = s.Bool()
		case "from":
			it.From = Path(s.Text())
		case "into":
			it.Into = Path(s.Text())
		case "past":
			it.Past = s.Bool()
		case "open":
			it.Open = ScanTexts[string](s)
		case "below":
			it.Below = scanTallies(s)
		default:
			s.Fail()
		}
	}
}

func (m *Moment) scan(s *Scan) {
	for name := range s.Names() {
		switch name {
		case "from":
			m.From = s.Time()
		case "until":
			m.Until = s.Time()
		case "due":
			m.Due = s.Time()
		default:
			s.Fail()
		}
	}
}

// Scan reads an answer.
func (a *Answer) Scan(s *Scan) {
	for name := range s.Names() {
		switch name {
		case "place":
			a.Place = Place(s.Text())
		case "state":
			a.State = State(s.Text())
		case "value":
			a.Value.scan(s)
		case "reason":
			a.Reason = s.Text()
		case "to":
			a.To = s.Text()
		case "due":
			a.Due = s.Time()
		case "author":
			a.Author.scan(s)
		case "at":
			a.At = s.Time()
		case "revision":
			a.Revision = s.Int()
		case "version":
			a.Version = s.Text()
		case "confirmed":
			a.Confirmed = ScanTexts[string](s)
		case "basis":
			a.Basis = s.Text()
		case "archived":
			a.Archived = s.Bool()
		case "differs":
			a.Differs = ScanAll(s, ScanOther[Differs])
		default:
			s.Fail()
		}
	}
}

func (v *Value) scan(s *Scan) {
	for name := range s.Names() {
		switch name {
		case "choices":
			v.Choices = ScanTexts[string](s)
		case "number":
			n := s.Float64()
			v.Number = &n
		case "unit":
			v.Unit = s.Text()
		case "date":
			v.Date = s.Time()
		case "until":
			v.Until = s.Time()
		case "text":
			v.Text = s.Text()
		case "files":
			v.Files = ScanAll(s, ScanOther[File])
		default:
			s.Fail()
		}
	}
}
