package flows

import (
	"visesbot/flows/form"
)

// EntryKind says what an entry of the library is.
type EntryKind string

// The kinds of entry.
const (
	FilmEntry     EntryKind = "film"
	NotebookEntry EntryKind = "notebook"
	NoteEntry     EntryKind = "note"
	AdvocacyEntry EntryKind = "advocacy"
)

// EntryKinds lists them, as they are offered.
func EntryKinds() []EntryKind { return []EntryKind{FilmEntry, NotebookEntry, NoteEntry, AdvocacyEntry} }

// Library lists what the project has published. It holds no documents, only
// where they are: Site is where an entry without a link of its own is looked
// for.
type Library struct {
	Site    string
	Entries []*Entry
}

// Entry is a film or a document. What is not known of it is left out; it is
// then found under every filter.
type Entry struct {
	ID     string
	Kind   EntryKind
	Title  form.Text
	About  form.Text
	Dated  string   // when it came out, as it is known: "2019", "2017-09"
	Langs  []string // in which it exists
	Pools  []string // whom it is about
	Phases []string // when it is of use
	Link   string
}

// Entry finds an entry by its id; nil if there is none.
func (l *Library) Entry(id string) *Entry {
	if l == nil {
		return nil
	}
	for _, e := range l.Entries {
		if e.ID == id {
			return e
		}
	}
	return nil
}

// LinkOf is where an entry is found: at the address that the programme sets for
// it, at its own, or on the site, which the programme may set too, under "site".
func (l *Library) LinkOf(e *Entry, set map[string]string) string {
	for _, link := range []string{set[e.ID], e.Link, set["site"]} {
		if link != "" {
			return link
		}
	}
	return l.Site
}
