package parse

import (
	"cmp"
	"slices"
	"strings"
)

// Entry is something that can be looked up by its names.
type Entry struct {
	ID    string
	Names []string
}

// Found is an entry that answers to a query. Exact tells that one of its names
// is what was typed, give or take capitals, accents, articles and plurals.
type Found struct {
	ID    string
	Exact bool
}

// How well a name answers to a query, best first. Near counts the typing
// errors.
const (
	rankExact = iota
	rankBegins
	rankHolds
	rankNear
	rankNearWord = 50
	rankNone     = 99
)

// Index is what is looked up in; it is made once, and many may search it.
type Index struct{ entries []indexed }

type indexed struct {
	id    string
	names []called
}

// called is a name as it is compared.
type called struct{ key, stems string }

func calledBy(name string) called {
	key := withoutArticles(words(fold(name)))
	return called{key, stems(key)}
}

// NewIndex makes an index of entries.
func NewIndex(entries []Entry) Index {
	var x Index
	for _, e := range entries {
		one := indexed{id: e.ID}
		for _, name := range e.Names {
			if c := calledBy(name); c.key != "" && !slices.Contains(one.names, c) {
				one.names = append(one.names, c)
			}
		}
		x.entries = append(x.entries, one)
	}
	return x
}

// Search finds the entries that a query may mean, the best first; among equals
// the order stays. What begins with the query or holds it as words comes after
// what is named so; typing errors are forgiven only when nothing else is found.
func (x Index) Search(query string) []Found {
	if tooLong(query, longestAnswer) {
		return nil
	}
	sought := calledBy(query)
	if sought.key == "" {
		return nil
	}
	type hit struct {
		id   string
		rank int
	}
	var hits []hit
	best := rankNone
	for _, e := range x.entries {
		if rank := e.rank(sought); rank < rankNone {
			hits = append(hits, hit{e.id, rank})
			best = min(best, rank)
		}
	}
	worst := max(best, rankHolds)
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Compare(a.rank, b.rank) })
	var found []Found
	for _, h := range hits {
		if h.rank <= worst {
			found = append(found, Found{ID: h.id, Exact: h.rank == rankExact})
		}
	}
	return found
}

func (e indexed) rank(sought called) int {
	rank := rankNone
	for _, n := range e.names {
		rank = min(rank, rankName(sought, n))
	}
	return rank
}

func rankName(sought, name called) int {
	key := sought.key
	switch {
	case name.key == key || name.stems == sought.stems:
		return rankExact
	case strings.HasPrefix(name.key, key) && len(key) >= 3:
		return rankBegins
	case strings.Contains(" "+name.stems+" ", " "+sought.stems+" "):
		return rankHolds
	}
	if n := distance(key, name.key); n > 0 {
		return rankNear + n
	}
	if !strings.Contains(key, " ") && len(key) >= 6 && nearWord(key, name.key) {
		return rankNearWord
	}
	return rankNone
}

// nearWord tells whether a long word of a name is the query, misspelt.
func nearWord(key, name string) bool {
	for w := range strings.SplitSeq(name, " ") {
		if len(w) >= 6 && distance(key, w) >= 0 {
			return true
		}
	}
	return false
}

// stems cuts the endings of plurals off every word of a folded text.
func stems(text string) string {
	var b strings.Builder
	for i, w := range strings.Fields(text) {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(stem(w))
	}
	return b.String()
}

// stem cuts the ending of a plural off a folded word: s and x in French and
// English, s and en in Dutch. It is no linguist: what is cut is cut on both
// sides of a comparison.
func stem(word string) string {
	for _, end := range [...]string{"en", "s", "x"} {
		if rest, cut := strings.CutSuffix(word, end); cut && len(rest) >= 4 {
			return rest
		}
	}
	return word
}

// SortKey is a text as lists are sorted by: capitals and accents do not count.
func SortKey(text string) string { return words(fold(text)) }
