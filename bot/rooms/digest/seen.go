package digest

import (
	"slices"
	"time"

	"visesbot/bot/register"
	"visesbot/bot/rooms/thread"
	"visesbot/flows"
	"visesbot/flows/form"
)

// Seen is what a digest looks at of one enterprise: how its dossier stands, and
// counts of what it holds. Own words are in it only where they were released.
type Seen struct {
	ID, Name string
	Head     form.Head // of no phase: not begun
	Last     *Step     // the enterprise's last answer; nil: none
	Records  []form.Record
	Worries  map[string]int // new ones, by kind
	Helps    []time.Time    // calls for help
	Chosen   string         // a released evaluation question, if it or its release is new
	Used     int            // minutes of guidance
	Budget   int
}

// Step is an answer, and when it was given; not what it says.
type Step struct {
	Question string
	At       time.Time
}

// Asks names the questions that a digest looks at.
type Asks struct {
	Trust     string   `json:"trust"`     // how far data are trusted, 1 to 5
	Reached   string   `json:"reached"`   // of how many people they are
	Sensitive string   `json:"sensitive"` // what the law protects more
	Question  string   `json:"question"`  // the evaluation question
	Part      string   `json:"part"`      // the part that releases it
	Calls     []string `json:"calls"`     // a yes calls for who accompanies
	Checks    []string `json:"checks"`    // only who accompanies may answer
}

// AsksOf finds them in a questionnaire, by the names that its content gives them;
// what a questionnaire does not ask is not looked at.
func AsksOf(q *form.Questionnaire) Asks {
	a := Asks{Part: "question"}
	named := map[string]*string{
		"measure.confidence": &a.Trust, "measure.reached": &a.Reached, "indicator.sensitive": &a.Sensitive, "question": &a.Question,
	}
	for _, question := range q.Questions() {
		if ask, wanted := named[askedAs(question)]; wanted {
			*ask = question.ID
		}
		if slices.Contains(question.For, flows.RoleAccompanist) {
			a.Checks = append(a.Checks, question.ID)
		}
		if question.Type == form.YesNo && slices.Contains(question.Tells, flows.RoleAccompanist) {
			a.Calls = append(a.Calls, question.ID)
		}
	}
	return a
}

// askedAs is what expressions call a question: its name, after that of the items it
// is asked of.
func askedAs(q *form.Question) string {
	if q.Name == "" || len(q.Loop) == 0 {
		return q.Name
	}
	return q.Loop[len(q.Loop)-1].ID + "." + q.Name
}

// about tells whether a digest looks at what is answered there.
func (a Asks) about(p form.Place) bool {
	question := p.Question()
	return question == a.Trust || question == a.Reached || question == a.Sensitive || slices.Contains(a.Calls, question)
}

// Little trust, and few people.
const (
	littleTrust = 2
	enough      = 5
)

// answer looks at one answer of the dossier.
func (s *Seen) answer(a form.Answer, asks Asks, since time.Time) {
	if a.State != form.Given || a.Archived {
		return
	}
	fresh, question := !a.At.Before(since), a.Place.Question()
	switch {
	case question == asks.Trust && fresh && a.Value.Number != nil && *a.Value.Number <= littleTrust:
		s.worry(WorryTrust)
	case question == asks.Reached && fresh && a.Value.Number != nil && *a.Value.Number < enough:
		s.worry(WorryFew)
	case question == asks.Sensitive && fresh && len(a.Value.Choices) > 0:
		s.worry(WorrySensitive)
	case slices.Contains(asks.Calls, question) && fresh && slices.Contains(a.Value.Choices, "yes"):
		s.Helps = append(s.Helps, a.At)
	}
}

func (s *Seen) worry(kind string) {
	if s.Worries == nil {
		s.Worries = map[string]int{}
	}
	s.Worries[kind]++
}

// chosen reads the evaluation question, if those who accompany may see it, and
// it is new to them.
func (s *Seen) chosen(src form.Source, asks Asks, since time.Time) {
	r, ok := s.Head.Released(asks.Part)
	if !ok || r.To != "partners" && r.To != "public" {
		return
	}
	a, ok := src.Answer(form.Place(asks.Question))
	if !ok || a.State != form.Given || a.Archived || a.At.Before(since) && r.At.Before(since) {
		return
	}
	for _, path := range a.Value.Choices {
		if item, ok := src.Item(form.Path(path)); ok && !item.Archived {
			if s.Chosen != "" {
				s.Chosen += " / "
			}
			s.Chosen += item.Label
		}
	}
}

// record looks at the records from the last one back, and tells whether to go on.
func (s *Seen) record(r form.Record, since time.Time) bool {
	fresh := !r.At.Before(since)
	if fresh && (r.Delivery != nil || r.Feedback != nil) {
		s.Records = append(s.Records, r)
	}
	if s.Last == nil && answered(r) {
		s.Last = &Step{Question: r.Answer.Place.Question(), At: r.At}
	}
	return fresh || s.Last == nil
}

// answered tells whether a record is an answer of the enterprise: neither of who
// accompanies, nor one that came by itself, such as the period of a value that
// falls due, which has no author.
func answered(r form.Record) bool {
	return r.Kind == form.RecordAnswer && r.Answer != nil && r.Author.Person != "" && r.Author.Role != flows.RoleAccompanist
}

// facts looks at what the register holds about the enterprise.
func (s *Seen) facts(e register.Entry, hours, helps []register.Entry) {
	s.Budget, s.Used = e.Guidance(), register.Minutes(hours)
	for _, h := range helps {
		if h.Fields["state"] == thread.Open {
			s.Helps = append(s.Helps, h.Moment("since"))
		}
	}
}
