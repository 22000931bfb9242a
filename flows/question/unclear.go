package question

import (
	"strconv"
	"strings"
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/parse"
	"visesbot/flows/talk"
)

// meaning is one thing that typed words may mean: the value, and words that mean
// it and nothing else.
type meaning struct {
	value form.Value
	words string
}

// whichMeant asks which of several readings is meant, each as a button; false
// when what was typed has one at most.
func whichMeant(t *talk.Turn, q *form.Question) bool {
	found := meanings(t, q)
	if len(found) < 2 {
		return false
	}
	t.KeepDraft()
	p := t.Session.Place
	c := flows.Card{Input: InputOf(q), Lines: []flows.Line{
		{Style: flows.Body, Text: t.Word("which.meant")},
		{Style: flows.Heading, Text: t.ShortText(q, p)},
	}}
	for _, m := range found {
		if press, ok := flows.PressWords(p, m.words); ok {
			c.Buttons = append(c.Buttons, talk.Row(talk.Button(t.Dossier.ShowValue(p, m.value, t.Lang()), press)))
		}
	}
	c.Buttons = append(c.Buttons, navigation(t, q, p))
	t.Ask(c)
	return true
}

func meanings(t *talk.Turn, q *form.Question) (found []meaning) {
	text, lang, at := t.Event.Text, t.Lang(), t.Event.At
	switch q.Type {
	case form.Number:
		for _, n := range parse.ReadNumber(text, lang).Values {
			if v, ok := counted(t, q, n.N, n.Unit); ok {
				found = append(found, meaning{v, strings.TrimSpace(figure(n.N) + " " + n.Unit)})
			}
		}
	case form.Date:
		for _, day := range parse.ReadDate(text, lang, at).Values {
			found = append(found, meaning{form.Value{Date: day}, day.Format(time.DateOnly)})
		}
	case form.Period:
		for _, s := range parse.ReadPeriod(text, lang, at).Values {
			found = append(found, meaning{form.Value{Date: s.From, Until: s.To}, s.From.Format(time.DateOnly) + " - " + s.To.Format(time.DateOnly)})
		}
	default:
		return chosenMeanings(t, q)
	}
	return found
}

// chosenMeanings are the options that were named where only one may be.
func chosenMeanings(t *talk.Turn, q *form.Question) (found []meaning) {
	if q.Most() != 1 || len(q.Options) == 0 {
		return nil
	}
	ids, rest := parse.Choices(t.Event.Text, t.Lang(), Options(t, q, t.Session.Place))
	if len(rest) > 0 || len(ids) > 4 {
		return nil
	}
	for _, id := range ids {
		found = append(found, meaning{form.Value{Choices: []string{id}}, id})
	}
	return found
}

// figure writes a number so that it reads one way in every language: never with
// three decimals, which might be thousands.
func figure(n float64) string {
	s := strconv.FormatFloat(n, 'f', -1, 64)
	if _, decimals, ok := strings.Cut(s, "."); ok && len(decimals) == 3 {
		return s + "0"
	}
	return s
}

// keepWords takes the words of a button for what they say, beyond doubt: an
// entry of a list, a text, or one of several readings.
func keepWords(t *talk.Turn, q *form.Question, p form.Place, words string) {
	words = flows.PressedWords(words)
	t.Event.Text = words
	switch q.Type {
	case form.Repeat:
		before := listItems(t, q, p)
		problem := addEntry(t, q, p, words)
		retire(t, q, p, before)
		c := questionCard(t, q, p)
		if problem != "" {
			c.Lines = append(c.Lines, flows.Line{Style: flows.Body, Text: problem})
		}
		t.Ask(c)
	case form.ShortTxt, form.LongTxt:
		if v, ok := readText(t, q); ok {
			answer(t, q, p, v)
			return
		}
		again(t, q, t.Word("again"))
	default:
		if v, ok := read(t, q); ok {
			answer(t, q, p, v)
			return
		}
		notUnderstood(t, q)
	}
}

// doubtful tells whether something typed as an entry may be none: a greeting, a
// number, a question; and of people also a sentence. name is what would be added.
func doubtful(t *talk.Turn, q *form.Question, entry string) (name string, doubt bool) {
	if c, _, ok := t.Script.Questionnaire.Respondents(); ok && q.Adds == c {
		r := parse.Name(entry, t.Lang())
		return r.Name, r.Kind != parse.IsName
	}
	r := parse.Label(entry, t.Lang())
	return r.Name, r.Kind != parse.IsName && r.Kind != parse.IsAsked
}

// AskWords offers to take words for the answer, or to do something else instead.
func AskWords(t *talk.Turn, words string, instead flows.Button) {
	q, p := t.Asking(), t.Session.Place
	t.KeepDraft()
	press, _ := flows.PressWords(p, words)
	t.Ask(flows.Card{
		Lines: []flows.Line{
			{Style: flows.Body, Text: t.Word("bare.ask", "text", words)},
			{Style: flows.Heading, Text: t.ShortText(q, p)},
		},
		Buttons: [][]flows.Button{talk.Row(talk.Button(t.Word("bare.keep"), press)), talk.Row(instead), navigation(t, q, p)},
		Input:   InputOf(q),
	})
}
