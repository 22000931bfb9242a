package form

import (
	"slices"
	"strconv"
	"time"
)

// The one collection the engine knows by name: who answers.
const respondents = "respondent"

// Join makes somebody known to the dossier, by the address they talk from or by
// who they are in the programme, and returns who they are. Joining again changes
// name, role, language and address only.
func (d *Dossier) Join(p Person) Person {
	h := d.changedHead()
	h.People = slices.Clone(h.People)
	for i, other := range h.People {
		if other.same(p) {
			p.ID, p.Respondent = other.ID, max(p.Respondent, other.Respondent)
			p.Member, p.Also = max(p.Member, other.Member), other.besides(p.Address)
			h.People[i] = p
			return p
		}
	}
	p.ID = "p" + strconv.Itoa(len(h.People)+1)
	h.People = append(h.People, p)
	kept := p
	d.record(Record{Kind: RecordJoin, Person: &kept})
	return p
}

// same tells whether two are one person: they talk from one address, or are one
// member of the programme.
func (p Person) same(other Person) bool {
	return p.Address == other.Address || slices.Contains(p.Also, other.Address) || p.Member != "" && p.Member == other.Member
}

// besides are the person's addresses but one.
func (p Person) besides(address string) []string {
	all := slices.DeleteFunc(append(slices.Clone(p.Also), p.Address), func(a string) bool { return a == address })
	slices.Sort(all)
	return slices.Compact(all)
}

// Reach notes from which address a person talks now: what others have to tell
// them goes there. Who had left is back.
func (d *Dossier) Reach(person, address string) {
	h := d.changedHead()
	h.People = slices.Clone(h.People)
	for i, p := range h.People {
		if p.ID == person {
			h.People[i].Also, h.People[i].Address, h.People[i].Left = p.besides(address), address, time.Time{}
		}
	}
}

// Leave notes that a person takes no part any more. What they answered stays.
func (d *Dossier) Leave(person string) {
	h := d.changedHead()
	h.People = slices.Clone(h.People)
	for i, p := range h.People {
		if p.ID == person && p.Left.IsZero() {
			h.People[i].Left = d.now
		}
	}
}

// HasLeft finds who takes no part any more and talks from an address; nil if there
// is nobody.
func (d *documents) HasLeft(address string) *Person {
	return d.personWhere(func(p Person) bool {
		return !p.Left.IsZero() && (p.Address == address || slices.Contains(p.Also, address))
	})
}

// Member finds somebody by who they are in the programme; nil if unknown.
func (d *documents) Member(id string) *Person {
	return d.personWhere(func(p Person) bool { return p.Member == id && id != "" })
}

// Person finds somebody by the id of the person; nil if unknown.
func (d *documents) Person(id string) *Person {
	return d.personWhere(func(p Person) bool { return p.ID == id })
}

// PersonOf finds who speaks for a respondent; nil when nobody has joined as
// that respondent.
func (d *documents) PersonOf(respondent string) *Person {
	return d.personWhere(func(p Person) bool { return p.Respondent == respondent && respondent != "" })
}

func (d *documents) personWhere(f func(Person) bool) *Person {
	if i := slices.IndexFunc(d.head.People, f); i >= 0 {
		return &d.head.People[i]
	}
	return nil
}

// Respondents gives the collection of respondents and the question that adds
// them; false when the questionnaire has none.
func (q *Questionnaire) Respondents() (*Collection, *Question, bool) {
	c, ok := q.Collection(respondents)
	if !ok || len(c.adders) == 0 {
		return nil, nil, false
	}
	return c, c.adders[0], true
}

// Enrol makes a person a respondent under a label, as if somebody had named
// them at the question that lists respondents.
func (d *Dossier) Enrol(person, label string, by Author) (Path, error) {
	_, q, ok := d.q.Respondents()
	if !ok {
		return "", errNoRespondents
	}
	path, err := d.Add(Place(q.ID), label, by)
	if err != nil {
		return "", err
	}
	d.Claim(person, path)
	return path, nil
}

// Claim says that a person is the respondent at this path.
func (d *Dossier) Claim(person string, respondent Path) {
	h := d.changedHead()
	h.People = slices.Clone(h.People)
	for i := range h.People {
		if h.People[i].ID == person {
			h.People[i].Respondent = string(respondent)
		}
	}
}

// Deliver keeps the proof that a person got a block of a module.
func (d *Dossier) Deliver(v Delivery, by Author) {
	d.record(Record{Kind: RecordDelivery, Author: by, Delivery: &v})
}

// Comment keeps what somebody said of a question or a module.
func (d *Dossier) Comment(f Feedback, by Author) {
	d.record(Record{Kind: RecordFeedback, Author: by, Feedback: &f})
}

// Verdicts are what can be said of a question or a module with one press.
func Verdicts() []string { return []string{"clear", "unclear", "irrelevant", "wording"} }
