package flows

import (
	"slices"
	"strings"

	"visesbot/flows/form"
)

// showTerm explains a term; kin are others that may have been meant.
func (st *step) showTerm(id string, kin ...string) {
	t := st.script.Terms[id]
	if t == nil {
		st.vocabulary(0)
		return
	}
	var rows [][]Button
	for _, other := range kin[:min(len(kin), mostKin)] {
		rows = append(rows, st.termButton(other))
	}
	st.answerTo(Card{Lines: st.termLines(t), Buttons: append(rows, st.wayBack())})
}

// termLines are what is said of a term: its name, what it means, its other
// names, what it is called elsewhere, and where it is used.
func (st *step) termLines(t *Term) []Line {
	lines := []Line{{Style: Heading, Text: st.termName(t)}, {Style: Body, Text: t.Meaning.In(st.lang())}}
	if also := st.otherNames(t); len(also) > 0 {
		lines = append(lines, Line{Style: Hint, Text: st.word("term.also", "words", strings.Join(also, ", "))})
	}
	lines = append(lines, st.byCountry(t)...)
	for _, lang := range form.Langs() {
		if lang != st.lang() {
			lines = append(lines, Line{Style: Bullet, Text: st.pair(languageName(lang), t.Name(lang, st.country())), Lang: lang})
		}
	}
	if used := st.usedIn(t); used != "" {
		lines = append(lines, Line{Style: Hint, Text: st.word("term.used", "where", used)})
	}
	return lines
}

// otherNames are the synonyms that differ from the name and the names of the
// countries.
func (st *step) otherNames(t *Term) []string {
	shown := []string{st.termName(t), t.In["BE"].In(st.lang()), t.In["FR"].In(st.lang())}
	return slices.DeleteFunc(t.synonyms(st.lang()), func(word string) bool { return slices.Contains(shown, word) })
}

// byCountry says how Belgium and France call a term, where they differ.
func (st *step) byCountry(t *Term) []Line {
	var lines []Line
	for _, c := range []struct{ country, name string }{{"BE", st.word("in.be")}, {"FR", st.word("in.fr")}} {
		if own := t.In[c.country].In(st.lang()); own != "" {
			lines = append(lines, Line{Style: Bullet, Text: st.pair(c.name, own)})
		}
	}
	return lines
}

// usedIn lists where a term is used: lessons and questions, by their numbers.
func (st *step) usedIn(t *Term) string {
	var all []string
	for _, u := range t.Uses {
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

// backToLesson shows the lesson on the table again.
func (st *step) backToLesson() {
	m, b := st.block()
	if b == nil || st.s.Mode != Studying {
		st.home()
		return
	}
	st.answerTo(st.blockCard(m, b))
}
