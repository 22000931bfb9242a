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
	rankNone = 99
)

// Search finds the entries that a query may mean, the best first; among equals
// the order stays. What begins with the query or holds it as words comes after
// what is named so; typing errors are forgiven only when nothing else is found.
func Search(query string, entries []Entry) []Found {
	if tooLong(query, longestAnswer) {
		return nil
	}
	key := withoutArticles(words(fold(query)))
	if key == "" {
		return nil
	}
	ranks, best := map[string]int{}, rankNone
	for _, e := range entries {
		ranks[e.ID] = rankOf(key, e)
		best = min(best, ranks[e.ID])
	}
	worst := max(best, rankHolds)
	if best == rankNone {
		return nil
	}
	hits := slices.DeleteFunc(slices.Clone(entries), func(e Entry) bool { return ranks[e.ID] > worst })
	slices.SortStableFunc(hits, func(a, b Entry) int { return cmp.Compare(ranks[a.ID], ranks[b.ID]) })
	found := make([]Found, 0, len(hits))
	for _, h := range hits {
		found = append(found, Found{ID: h.ID, Exact: ranks[h.ID] == rankExact})
	}
	return found
}

func rankOf(key string, e Entry) int {
	rank := rankNone
	for _, name := range e.Names {
		rank = min(rank, rankName(key, withoutArticles(words(fold(name)))))
	}
	return rank
}

func rankName(key, name string) int {
	switch {
	case name == "":
		return rankNone
	case name == key || stems(name) == stems(key):
		return rankExact
	case strings.HasPrefix(name, key) && len(key) >= 3:
		return rankBegins
	case strings.Contains(" "+stems(name)+" ", " "+stems(key)+" "):
		return rankHolds
	}
	if n := distance(key, name); n > 0 {
		return rankNear + n
	}
	if !strings.Contains(key, " ") && len(key) >= 6 && slices.ContainsFunc(strings.Fields(name), func(w string) bool { return len(w) >= 6 && distance(key, w) >= 0 }) {
		return rankNear + 9
	}
	return rankNone
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
