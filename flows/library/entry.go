package library

import (
	"strings"

	"visesbot/flows"
	"visesbot/flows/talk"
)

func entryButton(t *talk.Turn, e *flows.Entry) []flows.Button {
	return talk.Row(talk.Button(symbol(e.Kind)+" "+talk.Clip(e.Title.In(t.Lang()), 60), flows.Press(flows.VerbEntry, e.ID)))
}

func symbol(k flows.EntryKind) string {
	if k == flows.FilmEntry {
		return "🎬"
	}
	return "📄"
}

// showEntry shows what an entry of the library is, and where it is found.
func showEntry(t *talk.Turn, id string) {
	e := t.Script.Library.Entry(id)
	if e == nil {
		library(t, filter{})
		return
	}
	lines := []flows.Line{{Style: flows.Heading, Text: e.Title.In(t.Lang())}, {Style: flows.Body, Text: e.About.In(t.Lang())}}
	if known := knownOf(t, e); known != "" {
		lines = append(lines, flows.Line{Style: flows.Hint, Text: known})
	}
	link := t.Script.Library.LinkOf(e, t.Links)
	say := t.Word("library.open")
	if link == t.Script.Library.Site {
		say = t.Word("library.site")
	}
	lines = append(lines, flows.Line{Style: flows.Link, Text: say, URL: link})
	t.AnswerTo(flows.Card{Lines: lines, Buttons: [][]flows.Button{talk.Row(talk.Button(t.Word("library.title"), flows.Press(flows.VerbLibrary))), wayBack(t)}})
}

// knownOf says in one line what is known of an entry.
func knownOf(t *talk.Turn, e *flows.Entry) string {
	known := []string{kindName(t, e.Kind)}
	if e.Dated != "" {
		known = append(known, e.Dated)
	}
	for _, lang := range e.Langs {
		known = append(known, talk.LanguageName(lang))
	}
	for _, pool := range e.Pools {
		known = append(known, nameOf(t, byPool, pool))
	}
	for _, phase := range e.Phases {
		known = append(known, nameOf(t, byPhase, phase))
	}
	return strings.Join(known, " · ")
}

func kindName(t *talk.Turn, k flows.EntryKind) string {
	switch k {
	case flows.FilmEntry:
		return t.Word("library.film")
	case flows.NotebookEntry:
		return t.Word("library.notebook")
	case flows.NoteEntry:
		return t.Word("library.note")
	}
	return t.Word("library.advocacy")
}
