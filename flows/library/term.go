package library

import (
	"slices"
	"strings"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// showTerm explains a term; kin are others that may have been meant.
func showTerm(t *talk.Turn, id string, kin ...string) {
	term := t.Script.Terms[id]
	if term == nil {
		vocabulary(t, 0)
		return
	}
	var rows [][]flows.Button
	for _, other := range kin[:min(len(kin), mostKin)] {
		rows = append(rows, talk.TermButton(t, other))
	}
	t.AnswerTo(flows.Card{Lines: termLines(t, term), Buttons: append(rows, wayBack(t))})
}

// NamedTerm explains a word of the vocabulary that was typed by itself.
func NamedTerm(t *talk.Turn, text string) bool {
	found := searchTerms(t, text)
	if len(found) == 0 || !found[0].Exact || len(found) > 1 && found[1].Exact {
		return false
	}
	showTerm(t, found[0].ID, idsOf(found[1:])...)
	return true
}

// termLines are what is said of a term: its name, what it means, its other
// names, what it is called elsewhere, and where it is used.
func termLines(t *talk.Turn, term *flows.Term) []flows.Line {
	lines := []flows.Line{{Style: flows.Heading, Text: talk.TermName(t, term)}, {Style: flows.Body, Text: term.Meaning.In(t.Lang())}}
	if also := otherNames(t, term); len(also) > 0 {
		lines = append(lines, flows.Line{Style: flows.Hint, Text: t.Word("term.also", "words", strings.Join(also, ", "))})
	}
	lines = append(lines, byCountry(t, term)...)
	for _, lang := range form.Langs() {
		if lang != t.Lang() {
			lines = append(lines, flows.Line{Style: flows.Bullet, Text: t.Pair(talk.LanguageName(lang), term.Name(lang, t.Country())), Lang: lang})
		}
	}
	if used := usedIn(term); used != "" {
		lines = append(lines, flows.Line{Style: flows.Hint, Text: t.Word("term.used", "where", used)})
	}
	return lines
}

// otherNames are the synonyms that differ from the name and the names of the
// countries.
func otherNames(t *talk.Turn, term *flows.Term) []string {
	shown := []string{talk.TermName(t, term), term.In["BE"].In(t.Lang()), term.In["FR"].In(t.Lang())}
	return slices.DeleteFunc(term.Synonyms(t.Lang()), func(word string) bool { return slices.Contains(shown, word) })
}

// byCountry says how Belgium and France call a term, where they differ.
func byCountry(t *talk.Turn, term *flows.Term) []flows.Line {
	var lines []flows.Line
	for _, c := range []struct{ country, name string }{{"BE", t.Word("in.be")}, {"FR", t.Word("in.fr")}} {
		if own := term.In[c.country].In(t.Lang()); own != "" {
			lines = append(lines, flows.Line{Style: flows.Bullet, Text: t.Pair(c.name, own)})
		}
	}
	return lines
}

// usedIn lists where a term is used: lessons and questions, by their numbers.
func usedIn(term *flows.Term) string {
	var all []string
	for _, u := range term.Uses {
		at := ""
		if u.Module != nil {
			at = u.Module.ID
		} else {
			at = u.Question.Number
		}
		if !slices.Contains(all, at) {
			all = append(all, at)
		}
	}
	slices.SortStableFunc(all, func(a, b string) int { return strings.Compare(a[:1], b[:1]) }) // modules first
	if more := len(all) - mostUses; more > 0 {
		all = append(all[:mostUses], "…")
	}
	return strings.Join(all, ", ")
}

// mostUses is how many uses of a term are listed.
const mostUses = 12
