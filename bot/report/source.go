package report

import (
	"slices"

	"visesbot/flows/form"
)

// Names are how a questionnaire calls what a report is made of: the same names
// by which its own conditions speak of answers ("mission", "stakeholder.side").
// A questionnaire that asks nothing by a name has nothing there.

// source reads the answers of a dossier by name.
type source struct {
	d     *form.Dossier
	names map[string]*form.Question
}

func newSource(d *form.Dossier) source {
	s := source{d: d, names: map[string]*form.Question{}}
	for _, q := range d.Questionnaire().Questions() {
		name := q.Name
		if len(q.Loop) > 0 {
			name = q.Loop[len(q.Loop)-1].ID + "." + q.Name
		}
		if q.Name != "" {
			s.names[name] = q
		}
		if q.Type == form.Repeat && q.Adds != nil {
			s.names["+"+q.Adds.ID] = q
		}
	}
	return s
}

// found gives the question of a name, and its place below a path.
func (s source) found(name string, path form.Path) (*form.Question, form.Place, bool) {
	q := s.names[name]
	if q == nil {
		return nil, "", false
	}
	return q, form.At(q.ID, path.Prefix(min(len(q.Loop), path.Depth()))), true
}

// given is the answer that was given; nil where there is none.
func (s source) given(name string, path form.Path) *form.Answer {
	_, at, ok := s.found(name, path)
	if !ok {
		return nil
	}
	a := s.d.Answer(at)
	if a == nil || a.Archived || a.State != form.Given {
		return nil
	}
	return a
}

// choice is the one option chosen; empty where none is.
func (s source) choice(name string, path form.Path) string {
	if a := s.given(name, path); a != nil && len(a.Value.Choices) > 0 {
		return a.Value.Choices[0]
	}
	return ""
}

// choices are those chosen.
func (s source) choices(name string, path form.Path) []string {
	if a := s.given(name, path); a != nil {
		return a.Value.Choices
	}
	return nil
}

// number is a number that was given.
func (s source) number(name string, path form.Path) (float64, bool) {
	a := s.given(name, path)
	if a == nil || a.Value.Number == nil {
		return 0, false
	}
	return *a.Value.Number, true
}

// items are the live items of a collection below a path.
func (s source) items(collection string, under form.Path) []form.Path {
	c, ok := s.d.Questionnaire().Collection(collection)
	if !ok {
		return nil
	}
	return s.d.Items(c, under)
}

// measures are those of an indicator in the order of time.
func (s source) measures(under form.Path) []form.Path {
	c, ok := s.d.Questionnaire().Collection("measure")
	if !ok {
		return nil
	}
	return s.d.Sequence(c, under)
}

// scope are the changes that are followed, that are still there.
func (s source) scope() []form.Path {
	var all []form.Path
	live := s.items("change", "")
	for _, c := range s.choices("in_scope", "") {
		if slices.Contains(live, form.Path(c)) {
			all = append(all, form.Path(c))
		}
	}
	return all
}
