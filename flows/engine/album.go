package engine

import (
	"slices"
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// albumWait is how long the next part of an album is waited for, and albumMax how
// many files one may have.
const (
	albumWait = time.Second
	albumMax  = 20
)

// gather keeps one part of an album, and waits for the next.
func (e *Engine) gather(t *talk.Turn) {
	if t.Session.Album != nil && t.Session.Album.ID != t.Event.Album {
		e.gathered(t)
	}
	next := flows.Album{ID: t.Event.Album}
	if a := t.Session.Album; a != nil && a.ID == next.ID {
		if a.Place != "" && late(t, a.Place) {
			return
		}
		next = flows.Album{ID: a.ID, Text: a.Text, Files: a.Files}
	}
	if next.Text == "" {
		next.Text = t.Event.Text
	}
	files := append(slices.Clone(next.Files), t.Event.Files...)
	next.Files = files[:min(len(files), albumMax)]
	t.Session.Album = &next
	t.Wishes = append(t.Wishes, flows.Wish{Wait: &flows.Wait{Name: flows.TimerAlbum, At: t.Event.At.Add(albumWait)}})
}

// gathered takes an album for what was said; what happens now comes after it.
func (e *Engine) gathered(t *talk.Turn) {
	a := t.Session.Album
	if a == nil || len(a.Files) == 0 {
		return
	}
	now, place := t.Event, t.Session.Place
	t.Event = flows.Event{Kind: flows.Said, At: now.At, Text: a.Text, Files: a.Files, Channel: now.Channel, Person: now.Person}
	e.typed(t)
	t.Session.Album = nil
	if keeps(t, place, a.Files[0]) {
		t.Session.Album = &flows.Album{ID: a.ID, Place: place}
	}
	if now.Kind == flows.Timer && now.Timer == flows.TimerAlbum {
		return // it is the person who did something
	}
	t.Event = now
	t.Wishes = append(t.Wishes, flows.Wish{Wait: &flows.Wait{Name: flows.TimerAlbum}})
}

// keeps tells whether a file stands in the answer at a place.
func keeps(t *talk.Turn, p form.Place, f form.File) bool {
	if p == "" || t.Dossier == nil {
		return false
	}
	a := t.Dossier.Answer(p)
	return a != nil && a.State == form.Given && slices.ContainsFunc(a.Value.Files, func(o form.File) bool { return o.ID == f.ID })
}

// late adds a part that comes after the answer was given, as when the program
// was stopped in between; false when there is nothing to add it to.
func late(t *talk.Turn, p form.Place) bool {
	q, ok := t.Script.Questionnaire.Question(p.Question())
	if !ok || !t.MayAnswer() || !t.Dossier.Has(p) {
		return false
	}
	a := t.Dossier.Answer(p)
	if a == nil || a.State != form.Given || len(a.Value.Files) == 0 {
		return false
	}
	v := a.Value
	files := append(slices.Clone(v.Files), t.Event.Files...)
	v.Files = files[:min(len(files), albumMax)]
	if t.Dossier.CheckAt(q, p, v) != nil {
		return false
	}
	t.Dossier.Put(form.Answer{Place: p, State: form.Given, Value: v, Author: t.Author(), At: t.Event.At, Confirmed: a.Confirmed})
	return true
}
