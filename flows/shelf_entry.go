package flows

import "strings"

func (st *step) entryButton(e *Entry) []Button {
	return row(button(symbol(e.Kind)+" "+clip(e.Title.In(st.lang()), 60), bEntry+"~"+e.ID))
}

func symbol(k EntryKind) string {
	if k == FilmEntry {
		return "🎬"
	}
	return "📄"
}

// showEntry shows what an entry of the library is, and where it is found.
func (st *step) showEntry(id string) {
	e := st.script.Library.Entry(id)
	if e == nil {
		st.library(shelf{})
		return
	}
	lines := []Line{{Style: Heading, Text: e.Title.In(st.lang())}, {Style: Body, Text: e.About.In(st.lang())}}
	if known := st.knownOf(e); known != "" {
		lines = append(lines, Line{Style: Hint, Text: known})
	}
	link := st.script.Library.LinkOf(e, st.links)
	say := st.word("library.open")
	if link == st.script.Library.Site {
		say = st.word("library.site")
	}
	lines = append(lines, Line{Style: Link, Text: say, URL: link})
	st.answerTo(Card{Lines: lines, Buttons: [][]Button{row(button(st.word("library.title"), bLibrary)), st.wayBack()}})
}

// knownOf says in one line what is known of an entry.
func (st *step) knownOf(e *Entry) string {
	known := []string{st.kindName(e.Kind)}
	if e.Dated != "" {
		known = append(known, e.Dated)
	}
	for _, lang := range e.Langs {
		known = append(known, languageName(lang))
	}
	for _, pool := range e.Pools {
		known = append(known, st.nameOf(byPool, pool))
	}
	for _, phase := range e.Phases {
		known = append(known, st.nameOf(byPhase, phase))
	}
	return strings.Join(known, " · ")
}

func (st *step) kindName(k EntryKind) string {
	switch k {
	case FilmEntry:
		return st.word("library.film")
	case NotebookEntry:
		return st.word("library.notebook")
	case NoteEntry:
		return st.word("library.note")
	}
	return st.word("library.advocacy")
}

// readMore offers the entries of the library that a question or a lesson
// refers to.
func (st *step) readMore(ids []string) [][]Button {
	var rows [][]Button
	for _, id := range ids {
		if e := st.script.Library.Entry(id); e != nil {
			label := "📚 " + st.pair(st.word("library.more"), clip(e.Title.In(st.lang()), 40))
			rows = append(rows, row(quiet(label, bEntry+"~"+id)))
		}
	}
	return rows
}
