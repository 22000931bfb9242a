package formtest

import (
	"strconv"
	"time"

	"visesbot/flows/form"
)

// Filler answers whatever is open with something that is allowed: for tests
// and benchmarks that need a dossier with many answers.
type Filler struct {
	Items  map[string]int // how many items a repeat question gets, by collection; otherwise the least allowed
	Author form.Author
	At     time.Time
}

// Fill answers the next n open places of a person, in order, and returns how
// many it answered; fewer when nothing is open any more.
func (f Filler) Fill(d *form.Dossier, w form.Who, n int) int {
	for done := range n {
		p, open := d.Next(w)
		if !open {
			return done
		}
		f.Answer(d, p)
	}
	return n
}

// Answer gives an allowed answer at a place, every warning confirmed.
func (f Filler) Answer(d *form.Dossier, p form.Place) {
	q, _ := d.Questionnaire().Question(p.Question())
	if q.Type == form.Repeat {
		f.addItems(d, q, p)
	}
	a := form.Answer{Place: p, State: form.Given, Value: f.value(d, q, p), Author: f.Author, At: f.At}
	for _, r := range q.Warn {
		a.Confirmed = append(a.Confirmed, r.ID)
	}
	if q.Type == form.Date && d.Strikes(q, &a) != nil {
		a.Value.Date = time.Date(2001, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	d.Put(a)
}

func (f Filler) addItems(d *form.Dossier, q *form.Question, p form.Place) {
	want := max(f.Items[q.Adds.ID], q.Least())
	for i := len(d.Items(q.Adds, p.Path())); i < want; i++ {
		_, _ = d.Add(p, q.Adds.ID+" "+strconv.Itoa(i+1)+"?", f.Author)
	}
}

func (f Filler) value(d *form.Dossier, q *form.Question, p form.Place) form.Value {
	n := 3.0
	switch q.Type {
	case form.Scale5:
		return form.Value{Number: &n}
	case form.Number, form.Money:
		return form.Value{Number: allowed(q, &n)}
	case form.Date:
		return form.Value{Date: time.Date(2099, 1, 1, 0, 0, 0, 0, time.UTC)}
	case form.Period:
		return form.Value{Date: time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC), Until: time.Date(2027, 6, 30, 0, 0, 0, 0, time.UTC)}
	case form.ShortTxt, form.LongTxt:
		return form.Value{Text: "An answer at " + string(p)}
	case form.FileType:
		return form.Value{Files: []form.File{{ID: "f1", Name: "photo.jpg", Type: "image/jpeg", Size: 3}}}
	case form.Ref:
		return form.Value{Choices: refs(d, q, p)}
	case form.Repeat:
		return form.Value{Choices: ids(d.Items(q.Adds, p.Path()))}
	}
	return form.Value{Choices: options(d, q, p)}
}

func allowed(q *form.Question, n *float64) *float64 {
	if q.Low != nil && *q.Low > *n {
		return q.Low
	}
	if q.High != nil && *q.High < *n {
		return q.High
	}
	return n
}

func refs(d *form.Dossier, q *form.Question, p form.Place) []string {
	var out []string
	for _, item := range d.Choosable(q, p)[:max(1, q.Least())] {
		out = append(out, string(item))
	}
	return out
}

func ids(paths []form.Path) []string {
	var out []string
	for _, p := range paths {
		out = append(out, p.ID())
	}
	return out
}

// options picks the least number allowed; siblings pick differently, so that
// "one of each" can be met.
func options(d *form.Dossier, q *form.Question, p form.Place) []string {
	offered := d.Offered(q, p)
	n := max(1, q.Least())
	first := 0
	if len(p.Path()) > 0 && n == 1 && q.Type == form.Single {
		first = int(p.Path()[len(p.Path())-1]) % len(offered)
	}
	var out []string
	for _, o := range offered[first : first+n] {
		out = append(out, o.ID)
	}
	return out
}
