package flows

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"visesbot/flows/parse"
)

// How many terms, or entries of the library, stand on one card; and how many
// others are offered below a term.
const (
	listPage = 8
	mostHits = 8
	mostKin  = 3
)

// lookUp explains the word that somebody asks for, or offers what may be meant.
func (st *step) lookUp(query string) {
	if strings.TrimSpace(query) == "" {
		st.vocabulary(0)
		return
	}
	found := st.searchTerms(query)
	exact := 0
	for _, f := range found {
		if f.Exact {
			exact++
		}
	}
	switch {
	case len(found) == 0:
		st.termUnknown(query)
	case exact == 1 || len(found) == 1:
		st.showTerm(found[0].ID, idsOf(found[1:])...)
	default:
		st.offerTerms(st.word("term.which"), idsOf(found))
	}
}

func idsOf(found []parse.Found) []string {
	var ids []string
	for _, f := range found {
		ids = append(ids, f.ID)
	}
	return ids
}

// searchTerms looks through the names of all terms, in all languages.
func (st *step) searchTerms(query string) []parse.Found { return st.script.index.Search(query) }

// termsInOrder are all terms, in the order of their names.
func (st *step) termsInOrder() []*Term {
	all := slices.Collect(maps.Values(st.script.Terms))
	slices.SortFunc(all, func(a, b *Term) int {
		return cmp.Or(cmp.Compare(parse.SortKey(st.termName(a)), parse.SortKey(st.termName(b))), cmp.Compare(a.ID, b.ID))
	})
	return all
}

func (st *step) termName(t *Term) string { return t.Name(st.lang(), st.country()) }

func (st *step) country() string {
	if st.d == nil {
		return ""
	}
	return st.d.Head().Enterprise.Country
}

func (st *step) termButton(id string) []Button {
	return row(quiet("📖 "+st.termName(st.script.Terms[id]), bTerm+"~"+id))
}

// offerTerms lets the person choose among terms.
func (st *step) offerTerms(say string, ids []string) {
	var rows [][]Button
	for _, id := range ids[:min(len(ids), mostHits)] {
		rows = append(rows, st.termButton(id))
	}
	lines := []Line{{Style: Heading, Text: say}}
	if more := len(ids) - mostHits; more > 0 {
		lines = append(lines, Line{Style: Hint, Text: st.word("gap.more", "n", strconv.Itoa(more))})
	}
	st.answerTo(Card{Lines: lines, Buttons: append(rows, st.wayBack())})
}

func (st *step) termUnknown(query string) {
	st.answerTo(Card{
		Lines:   st.unknownTerm(query),
		Buttons: [][]Button{row(button(st.word("term.all"), bTerms+"~0")), st.wayBack()},
	})
}

func (st *step) unknownTerm(query string) []Line {
	return []Line{
		{Style: Body, Text: st.word("term.unknown", "word", clip(strings.Join(strings.Fields(query), " "), 60))},
		{Style: Hint, Text: st.word("term.how")},
	}
}

// vocabulary lists all terms, a page at a time; before the first page stand the
// words of the question or lesson on the table.
func (st *step) vocabulary(page int) {
	terms := st.termsInOrder()
	from, to, turn := st.page(len(terms), page, bTerms)
	var rows [][]Button
	if from == 0 {
		for _, id := range st.wordsHere() {
			rows = append(rows, st.termButton(id))
		}
	}
	for _, t := range terms[from:to] {
		if !slices.ContainsFunc(rows, func(r []Button) bool { return r[0].Data == bTerm+"~"+t.ID }) {
			rows = append(rows, st.termButton(t.ID))
		}
	}
	if len(turn) > 0 {
		rows = append(rows, turn)
	}
	st.answerTo(Card{
		Lines: []Line{
			{Style: Heading, Text: st.word("term.title", "n", strconv.Itoa(len(terms)))},
			{Style: Hint, Text: st.word("term.how")},
		},
		Buttons: append(rows, st.wayBack()),
	})
}

// wordsHere are the terms of the question or lesson on the table.
func (st *step) wordsHere() []string {
	if q := st.asking(); q != nil {
		return slices.DeleteFunc(slices.Clone(st.script.wordsOf(q)), func(id string) bool { return st.script.Terms[id] == nil })
	}
	if _, b := st.block(); b != nil && st.s.Mode == Studying {
		return b.Words
	}
	return nil
}

// page tells which of n entries stand on a page, and makes the row that turns
// to others.
func (st *step) page(n, page int, verb string) (from, to int, turn []Button) {
	last := max(0, (n-1)/listPage)
	page = max(0, min(page, last))
	if page > 0 {
		turn = append(turn, quiet("‹ "+st.word("page.before"), verb+"~"+strconv.Itoa(page-1)))
	}
	if page < last {
		turn = append(turn, quiet(st.word("page.after")+" ›", verb+"~"+strconv.Itoa(page+1)))
	}
	return page * listPage, min(n, (page+1)*listPage), turn
}

// wayBack leads to where the person was: the question or the lesson on the
// table, or else on.
func (st *step) wayBack() []Button {
	if st.asking() != nil && st.mayAnswer() {
		return row(primary("‹ "+st.word("back.question"), data(vShow, st.s.Place, here)))
	}
	if _, b := st.block(); b != nil && st.s.Mode == Studying {
		return row(primary("‹ "+st.word("back.lesson"), bLesson))
	}
	return st.goHome()
}
