package library

import (
	"slices"
	"strconv"
	"strings"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/parse"
	"visesbot/flows/talk"
)

// shelf is what of the library is looked at: an empty filter lets all through.
type filter struct {
	phase, pool, lang string
	page              int
}

// readFilter reads what a button says of it.
func readFilter(arg string) filter {
	parts := append(strings.Split(arg, "~"), "", "", "", "")
	return filter{phase: parts[0], pool: parts[1], lang: parts[2], page: flows.Figure(parts[3])}
}

// String writes a filter as the data of a button does.
func (f filter) String() string {
	return strings.Join([]string{f.phase, f.pool, f.lang, strconv.Itoa(f.page)}, "~")
}

// holds tells whether an entry is let through. What is not known of an entry
// keeps it out of nothing.
func (f filter) holds(e *flows.Entry) bool {
	fits := func(want string, known []string) bool {
		return want == "" || len(known) == 0 || slices.Contains(known, want)
	}
	return fits(f.phase, e.Phases) && fits(f.pool, e.Pools) && fits(f.lang, e.Langs)
}

// known counts the filters that an entry is known to fit: those come first.
func (f filter) known(e *flows.Entry) int {
	n := 0
	for want, known := range map[string][]string{f.phase: e.Phases, f.pool: e.Pools, f.lang: e.Langs} {
		if want != "" && slices.Contains(known, want) {
			n++
		}
	}
	return n
}

// under lists the entries that a filter lets through.
func under(l *flows.Library, f filter) []*flows.Entry {
	if l == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(l.Entries), func(e *flows.Entry) bool { return !f.holds(e) })
}

// library shows the entries that a filter lets through.
func library(t *talk.Turn, f filter) {
	entries := under(t.Script.Library, f)
	slices.SortStableFunc(entries, func(a, b *flows.Entry) int { return f.known(b) - f.known(a) })
	from, to, turn := page(t, len(entries), f.page, flows.Press(flows.VerbLibrary, f.phase, f.pool, f.lang))
	var rows [][]flows.Button
	for _, e := range entries[from:to] {
		rows = append(rows, entryButton(t, e))
	}
	if len(turn) > 0 {
		rows = append(rows, turn)
	}
	lines := []flows.Line{{Style: flows.Heading, Text: t.Word("library.title")}, {Style: flows.Hint, Text: t.Word("library.help")}}
	if len(entries) == 0 {
		lines = append(lines, flows.Line{Style: flows.Body, Text: t.Word("library.none")})
	}
	t.AnswerTo(flows.Card{Lines: lines, Buttons: append(append(rows, filterRows(t, f)...), wayBack(t))})
}

// libraryNamed reads filters after the command: "/library nl", "/library
// solidarité".
func libraryNamed(t *talk.Turn, arg string) {
	f := filter{}
	for _, kind := range filterKinds() {
		var options []parse.Option
		for _, v := range filterValues(t, kind) {
			options = append(options, parse.Option{ID: v.id, Label: v.name})
		}
		for word := range strings.FieldsSeq(arg) {
			if ids, rest := parse.Choices(word, t.Lang(), options); len(ids) == 1 && len(rest) == 0 {
				f = f.with(kind, ids[0])
			}
		}
	}
	library(t, f)
}

// The kinds of filter.
const (
	byPhase = "phase"
	byPool  = "pool"
	byLang  = "lang"
)

func filterKinds() []string { return []string{byPhase, byPool, byLang} }

// with is the shelf under another filter, from its first page.
func (f filter) with(kind, value string) filter {
	f.page = 0
	switch kind {
	case byPhase:
		f.phase = value
	case byPool:
		f.pool = value
	case byLang:
		f.lang = value
	}
	return f
}

func (f filter) value(kind string) string {
	return map[string]string{byPhase: f.phase, byPool: f.pool, byLang: f.lang}[kind]
}

// filterValue is something to filter by, and what it is called.
type filterValue struct{ id, name string }

func filterValues(t *talk.Turn, kind string) []filterValue {
	var all []filterValue
	switch kind {
	case byPhase:
		for _, p := range t.Script.Questionnaire.Phases {
			all = append(all, filterValue{p.ID, p.Title.In(t.Lang())})
		}
	case byPool:
		all = append(all, filterValue{"wi", t.Word("example.wi")}, filterValue{"solidarity", t.Word("example.solidarity")},
			filterValue{"other", t.Word("example.other")})
	case byLang:
		for _, lang := range form.Langs() {
			all = append(all, filterValue{lang, talk.LanguageName(lang)})
		}
	}
	return all
}

func filterName(t *talk.Turn, kind string) string {
	switch kind {
	case byPhase:
		return t.Word("library.phase")
	case byPool:
		return t.Word("library.pool")
	}
	return t.Word("language")
}

// nameOf is what a value of a filter is called; nothing chosen is all.
func nameOf(t *talk.Turn, kind, id string) string {
	for _, v := range filterValues(t, kind) {
		if v.id == id {
			return v.name
		}
	}
	return t.Word("library.all")
}

func filterRows(t *talk.Turn, f filter) [][]flows.Button {
	var rows [][]flows.Button
	for _, kind := range filterKinds() {
		label := "▾ " + t.Pair(filterName(t, kind), nameOf(t, kind, f.value(kind)))
		rows = append(rows, talk.Row(talk.Quiet(label, flows.Press(flows.VerbFilter, kind, f.String()))))
	}
	return rows
}

// chooseFilter offers the values of a filter.
func chooseFilter(t *talk.Turn, arg string) {
	kind, rest, _ := strings.Cut(arg, "~")
	if !slices.Contains(filterKinds(), kind) {
		library(t, filter{})
		return
	}
	f := readFilter(rest)
	rows := [][]flows.Button{talk.Row(talk.Button(t.Word("library.all"), flows.Press(flows.VerbLibrary, f.with(kind, "").String())))}
	for _, v := range filterValues(t, kind) {
		rows = append(rows, talk.Row(talk.Button(v.name, flows.Press(flows.VerbLibrary, f.with(kind, v.id).String()))))
	}
	t.AnswerTo(flows.Card{Lines: []flows.Line{{Style: flows.Heading, Text: filterName(t, kind)}}, Buttons: append(rows, wayBack(t))})
}
