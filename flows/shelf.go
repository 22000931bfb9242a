package flows

import (
	"slices"
	"strconv"
	"strings"

	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// shelf is what of the library is looked at: an empty filter lets all through.
type shelf struct {
	phase, pool, lang string
	page              int
}

// readShelf reads what a button says of it.
func readShelf(arg string) shelf {
	parts := append(strings.Split(arg, "~"), "", "", "", "")
	return shelf{phase: parts[0], pool: parts[1], lang: parts[2], page: figure(parts[3])}
}

func (f shelf) String() string {
	return strings.Join([]string{f.phase, f.pool, f.lang, strconv.Itoa(f.page)}, "~")
}

// holds tells whether an entry is let through. What is not known of an entry
// keeps it out of nothing.
func (f shelf) holds(e *Entry) bool {
	fits := func(want string, known []string) bool {
		return want == "" || len(known) == 0 || slices.Contains(known, want)
	}
	return fits(f.phase, e.Phases) && fits(f.pool, e.Pools) && fits(f.lang, e.Langs)
}

// known counts the filters that an entry is known to fit: those come first.
func (f shelf) known(e *Entry) int {
	n := 0
	for want, known := range map[string][]string{f.phase: e.Phases, f.pool: e.Pools, f.lang: e.Langs} {
		if want != "" && slices.Contains(known, want) {
			n++
		}
	}
	return n
}

// under lists the entries that a filter lets through.
func (l *Library) under(f shelf) []*Entry {
	if l == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(l.Entries), func(e *Entry) bool { return !f.holds(e) })
}

// library shows the entries that a filter lets through.
func (st *step) library(f shelf) {
	entries := st.script.Library.under(f)
	slices.SortStableFunc(entries, func(a, b *Entry) int { return f.known(b) - f.known(a) })
	from, to, turn := st.page(len(entries), f.page, strings.Join([]string{bLibrary, f.phase, f.pool, f.lang}, "~"))
	var rows [][]Button
	for _, e := range entries[from:to] {
		rows = append(rows, st.entryButton(e))
	}
	if len(turn) > 0 {
		rows = append(rows, turn)
	}
	lines := []Line{{Style: Heading, Text: st.word("library.title")}, {Style: Hint, Text: st.word("library.help")}}
	if len(entries) == 0 {
		lines = append(lines, Line{Style: Body, Text: st.word("library.none")})
	}
	st.answerTo(Card{Lines: lines, Buttons: append(append(rows, st.filterRows(f)...), st.wayBack())})
}

// libraryNamed reads filters after the command: "/library nl", "/library
// solidarité".
func (st *step) libraryNamed(arg string) {
	f := shelf{}
	for _, kind := range filterKinds() {
		var options []parse.Option
		for _, v := range st.filterValues(kind) {
			options = append(options, parse.Option{ID: v.id, Label: v.name})
		}
		for word := range strings.FieldsSeq(arg) {
			if ids, rest := parse.Choices(word, st.lang(), options); len(ids) == 1 && len(rest) == 0 {
				f = f.with(kind, ids[0])
			}
		}
	}
	st.library(f)
}

// The kinds of filter.
const (
	byPhase = "phase"
	byPool  = "pool"
	byLang  = "lang"
)

func filterKinds() []string { return []string{byPhase, byPool, byLang} }

// with is the shelf under another filter, from its first page.
func (f shelf) with(kind, value string) shelf {
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

func (f shelf) value(kind string) string {
	return map[string]string{byPhase: f.phase, byPool: f.pool, byLang: f.lang}[kind]
}

// filterValue is something to filter by, and what it is called.
type filterValue struct{ id, name string }

func (st *step) filterValues(kind string) []filterValue {
	var all []filterValue
	switch kind {
	case byPhase:
		for _, p := range st.script.Questionnaire.Phases {
			all = append(all, filterValue{p.ID, p.Title.In(st.lang())})
		}
	case byPool:
		all = append(all, filterValue{"wi", st.word("example.wi")}, filterValue{"solidarity", st.word("example.solidarity")},
			filterValue{"other", st.word("example.other")})
	case byLang:
		for _, lang := range form.Langs() {
			all = append(all, filterValue{lang, languageName(lang)})
		}
	}
	return all
}

func (st *step) filterName(kind string) string {
	switch kind {
	case byPhase:
		return st.word("library.phase")
	case byPool:
		return st.word("library.pool")
	}
	return st.word("language")
}

// nameOf is what a value of a filter is called; nothing chosen is all.
func (st *step) nameOf(kind, id string) string {
	for _, v := range st.filterValues(kind) {
		if v.id == id {
			return v.name
		}
	}
	return st.word("library.all")
}

func (st *step) filterRows(f shelf) [][]Button {
	var rows [][]Button
	for _, kind := range filterKinds() {
		label := "▾ " + st.pair(st.filterName(kind), st.nameOf(kind, f.value(kind)))
		rows = append(rows, row(quiet(label, bFilter+"~"+kind+"~"+f.String())))
	}
	return rows
}

// chooseFilter offers the values of a filter.
func (st *step) chooseFilter(arg string) {
	kind, rest, _ := strings.Cut(arg, "~")
	if !slices.Contains(filterKinds(), kind) {
		st.library(shelf{})
		return
	}
	f := readShelf(rest)
	rows := [][]Button{row(button(st.word("library.all"), bLibrary+"~"+f.with(kind, "").String()))}
	for _, v := range st.filterValues(kind) {
		rows = append(rows, row(button(v.name, bLibrary+"~"+f.with(kind, v.id).String())))
	}
	st.answerTo(Card{Lines: []Line{{Style: Heading, Text: st.filterName(kind)}}, Buttons: append(rows, st.wayBack())})
}
