package library

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"visesbot/flows"
	"visesbot/flows/parse"
	"visesbot/flows/talk"
)

// How many terms, or entries of the library, stand on one card; and how many
// others are offered below a term.
const (
	listPage = 8
	mostHits = 8
	mostKin  = 3
)

func idsOf(found []parse.Found) []string {
	var ids []string
	for _, f := range found {
		ids = append(ids, f.ID)
	}
	return ids
}

// searchTerms looks through the names of all terms, in all languages.
func searchTerms(t *talk.Turn, query string) []parse.Found { return t.Script.Index.Search(query) }

// termsInOrder are all terms, in the order of their names.
func termsInOrder(t *talk.Turn) []*flows.Term {
	all := slices.Collect(maps.Values(t.Script.Terms))
	slices.SortFunc(all, func(a, b *flows.Term) int {
		return cmp.Or(cmp.Compare(parse.SortKey(t.TermName(a)), parse.SortKey(t.TermName(b))), cmp.Compare(a.ID, b.ID))
	})
	return all
}

// offerTerms lets the person choose among terms.
func offerTerms(t *talk.Turn, say string, ids []string) {
	var rows [][]flows.Button
	for _, id := range ids[:min(len(ids), mostHits)] {
		rows = append(rows, t.TermButton(id))
	}
	lines := []flows.Line{{Style: flows.Heading, Text: say}}
	if more := len(ids) - mostHits; more > 0 {
		lines = append(lines, flows.Line{Style: flows.Hint, Text: t.Word("gap.more", "n", strconv.Itoa(more))})
	}
	t.AnswerTo(flows.Card{Lines: lines, Buttons: append(rows, wayBack(t))})
}

func termUnknown(t *talk.Turn, query string) {
	t.AnswerTo(flows.Card{
		Lines:   unknownTerm(t, query),
		Buttons: [][]flows.Button{talk.Row(talk.Button(t.Word("term.all"), flows.Press(flows.VerbTerms, "0"))), wayBack(t)},
	})
}

func unknownTerm(t *talk.Turn, query string) []flows.Line {
	return []flows.Line{
		{Style: flows.Body, Text: t.Word("term.unknown", "word", talk.Clip(strings.Join(strings.Fields(query), " "), 60))},
		{Style: flows.Hint, Text: t.Word("term.how")},
	}
}

// vocabulary lists all terms, a page at a time; before the first page stand the
// words of the question or lesson on the table.
func vocabulary(t *talk.Turn, shown int) {
	terms := termsInOrder(t)
	from, to, turn := page(t, len(terms), shown, flows.Press(flows.VerbTerms))
	var rows [][]flows.Button
	if from == 0 {
		for _, id := range wordsHere(t) {
			rows = append(rows, t.TermButton(id))
		}
	}
	for _, term := range terms[from:to] {
		if !slices.ContainsFunc(rows, func(r []flows.Button) bool { return r[0].Data == flows.Press(flows.VerbTerm, term.ID) }) {
			rows = append(rows, t.TermButton(term.ID))
		}
	}
	if len(turn) > 0 {
		rows = append(rows, turn)
	}
	t.AnswerTo(flows.Card{
		Lines: []flows.Line{
			{Style: flows.Heading, Text: t.Word("term.title", "n", strconv.Itoa(len(terms)))},
			{Style: flows.Hint, Text: t.Word("term.how")},
		},
		Buttons: append(rows, wayBack(t)),
	})
}

// wordsHere are the terms of the question or lesson on the table.
func wordsHere(t *talk.Turn) []string {
	if q := t.Asking(); q != nil {
		return slices.DeleteFunc(slices.Clone(t.Script.WordsOf(q)), func(id string) bool { return t.Script.Terms[id] == nil })
	}
	if _, b := t.Block(); b != nil && t.Session.Mode == flows.Studying {
		return b.Words
	}
	return nil
}

// page tells which of n entries stand on a page, and makes the row that turns
// to others.
func page(t *talk.Turn, n, page int, verb string) (from, to int, turn []flows.Button) {
	last := max(0, (n-1)/listPage)
	page = max(0, min(page, last))
	if page > 0 {
		turn = append(turn, talk.Quiet("‹ "+t.Word("page.before"), verb+"~"+strconv.Itoa(page-1)))
	}
	if page < last {
		turn = append(turn, talk.Quiet(t.Word("page.after")+" ›", verb+"~"+strconv.Itoa(page+1)))
	}
	return page * listPage, min(n, (page+1)*listPage), turn
}

// wayBack leads to where the person was: the question or the lesson on the
// table, or else on.
func wayBack(t *talk.Turn) []flows.Button {
	if t.Asking() != nil && t.MayAnswer() {
		return talk.Row(talk.Primary("‹ "+t.Word("back.question"), flows.PressAt(flows.AtShow, t.Session.Place, flows.ArgHere)))
	}
	if _, b := t.Block(); b != nil && t.Session.Mode == flows.Studying {
		return talk.Row(talk.Primary("‹ "+t.Word("back.lesson"), flows.Press(flows.VerbLesson)))
	}
	return t.GoHome()
}
