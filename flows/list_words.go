package flows

import (
	"slices"
	"strings"

	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// listWords understands what is typed below a list and is no entry: the words
// of its buttons, and no or "nobody else" for its end.
func (st *step) listWords(q *form.Question, p form.Place) bool {
	for _, b := range slices.Concat(st.listButtons(q, p)...) {
		if sameWords(b.Label, st.ev.Text) {
			st.ev.Press = b.Data
			st.pressed()
			return true
		}
	}
	yes, ok := parse.YesNo(st.ev.Text, st.lang())
	ok = ok || nobodyElse(st.ev.Text)
	switch {
	case ok && yes:
		st.again(q, st.word("how.repeat"))
	case ok && q.Optional() && len(st.listItems(q, p)) == 0:
		st.leaveOpen(vSkip, q, p)
	case ok:
		st.doneList(q, p)
	}
	return ok
}

// nobodyElse tells whether a text says that there is nothing more to list.
func nobodyElse(text string) bool {
	switch strings.ToLower(bare(text)) {
	case "compleet", "volledig", "de lijst is compleet", "de lijst is volledig", "complet", "complète", "complete", "la liste est complete", "list complete",
		"niemand", "niemand anders", "niemand meer", "verder niemand", "geen", "niets", "niets meer", "dat is alles", "dat was het",
		"personne", "personne d'autre", "personne d’autre", "aucun", "aucune", "aucun autre", "rien", "rien d'autre", "rien d’autre", "c'est tout", "c’est tout",
		"nobody", "nobody else", "no one", "no one else", "none", "nothing", "nothing else", "nothing more", "that's all", "that’s all", "that is all":
		return true
	}
	return false
}

// retire leaves of the card above only what was just added to the list: the
// new card below has the buttons.
func (st *step) retire(q *form.Question, p form.Place, before []form.Path) {
	items := st.listItems(q, p)
	if st.s.Card == "" || len(items) == len(before) {
		return
	}
	lines := []Line{{Style: Heading, Text: st.shortText(q, p)}}
	for _, item := range items {
		if !slices.Contains(before, item) {
			lines = append(lines, Line{Style: Body, Text: "+ " + st.named(item), Lang: st.d.Item(item).Lang})
		}
	}
	st.replace(Card{Lines: lines})
}

// splittable gives the parts of the last entry if it reads like several: with
// commas, and nothing said about it yet.
func (st *step) splittable(q *form.Question, p form.Place) []string {
	items := st.listItems(q, p)
	if len(items) == 0 || q.Adds == nil {
		return nil
	}
	last := items[len(items)-1]
	if label := st.d.Item(last).Label; strings.Contains(label, ",") && len(st.d.Hanging(last)) == 0 {
		return parts(label, st.lang())
	}
	return nil
}

// parts cuts at commas, and before the last part at "and".
func parts(label, lang string) []string {
	var out []string
	for part := range strings.SplitSeq(label, ",") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	if len(out) < 2 {
		return nil
	}
	and := map[string]string{"fr": " et ", "nl": " en ", "en": " and "}[lang]
	if before, after, ok := strings.Cut(out[len(out)-1], and); ok {
		out = append(out[:len(out)-1], strings.TrimSpace(before), strings.TrimSpace(after))
	}
	return out
}

// split makes several entries of the last one.
func (st *step) split(q *form.Question, p form.Place) {
	found := st.splittable(q, p)
	items := st.listItems(q, p)
	if most := q.Most(); len(found) < 2 || most > 0 && len(items)-1+len(found) > most {
		st.askPlace(p)
		return
	}
	st.d.Archive(items[len(items)-1], st.author())
	for _, part := range found {
		st.addEntry(q, p, part)
	}
	st.answerTo(st.questionCard(q, p))
}
