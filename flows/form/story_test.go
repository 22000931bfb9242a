package form_test

import (
	"strings"

	"visesbot/flows/form"
)

// story is what remains of a dossier: its items and its answers, with items
// named by their labels, in no order that matters.
type story struct {
	items   []told
	answers []told
}

// told is one item (via its adder) or one answer.
type told struct {
	question string
	path     string // labels of the items around
	label    string // of an item
	answer   form.Answer
	refs     []string // labels of the items it names
}

func (s *desk) story() story {
	var out story
	d := s.look()
	for _, it := range s.mem.Items() {
		if it.Option == "" && !s.gone(string(it.Path)) {
			out.items = append(out.items, told{question: it.Via.Question(), path: s.labels(it.Path.Parent()), label: it.Label})
		}
	}
	for _, a := range s.mem.Answers() {
		if !s.final(&a) || s.gone(string(a.Place.Path())) {
			continue
		}
		q, _ := s.q.Question(a.Place.Question())
		out.answers = append(out.answers, told{
			question: q.ID, path: s.labels(a.Place.Path()), answer: a, refs: s.named(d, q, &a),
		})
	}
	return out
}

// labels names an item by its label and those around it.
func (s *desk) labels(p form.Path) string {
	d := s.look()
	var out []string
	for i := 1; i <= p.Depth(); i++ {
		out = append(out, d.Label(p.Prefix(i), "en"))
	}
	return strings.Join(out, "/")
}

// named labels the items that an answer names: chosen, listed, or handed to.
func (s *desk) named(_ *form.Dossier, q *form.Question, a *form.Answer) []string {
	var out []string
	for _, id := range a.Value.Choices {
		switch q.Type {
		case form.Ref:
			out = append(out, s.labels(form.Path(id)))
		case form.Repeat:
			out = append(out, s.labels(a.Place.Path().Join(id)))
		}
	}
	if a.To != "" { // respondents stand in no loop
		out = append(out, s.labels(form.Path(a.To)))
	}
	return out
}

// find gives the path of labels as a path of items; false while there is none.
func (s *desk) find(labels string) (form.Path, bool) {
	if labels == "" {
		return "", true
	}
	for _, it := range s.mem.Items() {
		if s.labels(it.Path) == labels && !s.gone(string(it.Path)) {
			return it.Path, true
		}
	}
	return "", false
}
