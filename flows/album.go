package flows

import (
	"slices"
	"time"

	"visesbot/flows/form"
)

// Album is several photos or documents that were sent together. Platforms bring
// them one by one, so they are gathered here, where nothing is lost when the
// program stops: together they are one answer.
type Album struct {
	ID    string      `json:"id,nocopy"`
	Text  string      `json:"text,omitempty,nocopy"` // the caption
	Files []form.File `json:"files,omitempty"`
	Place form.Place  `json:"place,omitempty,nocopy"` // once it was taken for an answer: whose
}

// timerAlbum rings when no more of an album comes, and albumWait is how long
// that is waited for.
const (
	timerAlbum = "album"
	albumWait  = time.Second
	albumMax   = 20 // files
)

// gather keeps one part of an album, and waits for the next.
func (st *step) gather() {
	if st.s.Album != nil && st.s.Album.ID != st.ev.Album {
		st.gathered()
	}
	next := Album{ID: st.ev.Album}
	if a := st.s.Album; a != nil && a.ID == next.ID {
		if a.Place != "" && st.late(a.Place) {
			return
		}
		next = Album{ID: a.ID, Text: a.Text, Files: a.Files}
	}
	if next.Text == "" {
		next.Text = st.ev.Text
	}
	files := append(slices.Clone(next.Files), st.ev.Files...)
	next.Files = files[:min(len(files), albumMax)]
	st.s.Album = &next
	st.wishes = append(st.wishes, Wish{Wait: &Wait{Name: timerAlbum, At: st.ev.At.Add(albumWait)}})
}

// gathered takes an album for what was said; what happens now comes after it.
func (st *step) gathered() {
	a := st.s.Album
	if a == nil || len(a.Files) == 0 {
		return
	}
	now, place := st.ev, st.s.Place
	st.ev = Event{Kind: Said, At: now.At, Text: a.Text, Files: a.Files, Channel: now.Channel, Person: now.Person}
	st.said()
	st.s.Album = nil
	if st.keeps(place, a.Files[0]) {
		st.s.Album = &Album{ID: a.ID, Place: place}
	}
	if now.Kind == Timer && now.Timer == timerAlbum {
		return // it is the person who did something
	}
	st.ev = now
	st.wishes = append(st.wishes, Wish{Wait: &Wait{Name: timerAlbum}})
}

// keeps tells whether a file stands in the answer at a place.
func (st *step) keeps(p form.Place, f form.File) bool {
	if p == "" || st.d == nil {
		return false
	}
	a := st.d.Answer(p)
	return a != nil && a.State == form.Given && slices.ContainsFunc(a.Value.Files, func(o form.File) bool { return o.ID == f.ID })
}

// late adds a part that comes after the answer was given, as when the program
// was stopped in between; false when there is nothing to add it to.
func (st *step) late(p form.Place) bool {
	q, ok := st.script.Questionnaire.Question(p.Question())
	if !ok || !st.mayAnswer() || !st.d.Has(p) {
		return false
	}
	a := st.d.Answer(p)
	if a == nil || a.State != form.Given || len(a.Value.Files) == 0 {
		return false
	}
	v := a.Value
	files := append(slices.Clone(v.Files), st.ev.Files...)
	v.Files = files[:min(len(files), albumMax)]
	if st.d.CheckAt(q, p, v) != nil {
		return false
	}
	st.d.Put(form.Answer{Place: p, State: form.Given, Value: v, Author: st.author(), At: st.ev.At, Confirmed: a.Confirmed})
	return true
}
