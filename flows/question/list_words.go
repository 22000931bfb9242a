package question

import (
	"slices"
	"strings"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/parse"
	"visesbot/flows/talk"
)

// listWords understands what is typed below a list and is no entry: the words
// of its buttons, and no or "nobody else" for its end.
func listWords(t *talk.Turn, q *form.Question, p form.Place) bool {
	for _, b := range slices.Concat(listButtons(t, q, p)...) {
		if talk.SameWords(b.Label, t.Event.Text) {
			t.Ways.Press(t, b.Data)
			return true
		}
	}
	yes, ok := parse.YesNo(t.Event.Text, t.Lang())
	ok = ok || nobodyElse(t.Event.Text)
	switch {
	case ok && yes:
		again(t, q, t.Word("how.repeat"))
	case ok && q.Optional() && len(listItems(t, q, p)) == 0:
		leaveOpen(t, flows.AtSkip, q, p)
	case ok:
		doneList(t, q, p)
	}
	return ok
}

// nobodyElse tells whether a text says that there is nothing more to list.
func nobodyElse(text string) bool {
	switch strings.ToLower(talk.Bare(text)) {
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
func retire(t *talk.Turn, q *form.Question, p form.Place, before []form.Path) {
	items := listItems(t, q, p)
	if t.Session.Card == "" || len(items) == len(before) {
		return
	}
	lines := []flows.Line{{Style: flows.Heading, Text: t.ShortText(q, p)}}
	for _, item := range items {
		if !slices.Contains(before, item) {
			lines = append(lines, flows.Line{Style: flows.Body, Text: "+ " + t.Named(item), Lang: t.Dossier.Item(item).Lang})
		}
	}
	t.Replace(flows.Card{Lines: lines})
}

// splittable gives the parts of the last entry if it reads like several: with
// commas, and nothing said about it yet.
func splittable(t *talk.Turn, q *form.Question, p form.Place) []string {
	items := listItems(t, q, p)
	if len(items) == 0 || q.Adds == nil {
		return nil
	}
	last := items[len(items)-1]
	if label := t.Dossier.Item(last).Label; strings.Contains(label, ",") && len(t.Dossier.Hanging(last)) == 0 {
		return parts(label, t.Lang())
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
func split(t *talk.Turn, q *form.Question, p form.Place) {
	found := splittable(t, q, p)
	items := listItems(t, q, p)
	if most := q.Most(); len(found) < 2 || most > 0 && len(items)-1+len(found) > most {
		AskPlace(t, p)
		return
	}
	t.Dossier.Archive(items[len(items)-1], t.Author())
	for _, part := range found {
		addEntry(t, q, p, part)
	}
	t.AnswerTo(questionCard(t, q, p))
}
