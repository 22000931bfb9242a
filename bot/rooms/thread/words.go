package thread

import (
	"regexp"

	"visesbot/bot/office"
	"visesbot/flows"
	"visesbot/flows/form"
)

// cardID names the first card of a thread, and cardBelow one that stands below it.
func cardID(thread string) string        { return verb + "-" + thread }
func cardBelow(thread, id string) string { return cardID(thread) + "-" + id[:min(len(id), 8)] }

// gap is what an enterprise's own words are filled in for.
var gap = regexp.MustCompile(`\{[^{}]*\}`)

// questionText says a question with its number, and nothing of what was answered
// before: where own words would stand there are dots. Empty for no question.
func questionText(v *office.Visit, enterprise, id, lang string) string {
	q, ok := v.Script.Questionnaire.Question(id)
	if !ok {
		return ""
	}
	e, _ := v.Programme.Find("enterprises", enterprise)
	text, _ := q.Wording(e.Fields["pool"])
	return q.Number + " · " + gap.ReplaceAllString(text.In(lang), "…")
}

// answerAt is what an enterprise answered at a place; empty for nothing.
func answerAt(v *office.Visit, enterprise string, p form.Place, lang string) (text string, err error) {
	if p == "" {
		return "", nil
	}
	err = v.Look(enterprise, func(s form.Source) error {
		d := form.Open(v.Script.Questionnaire, s, v.Now())
		if a := d.Answer(p); a != nil {
			text = d.Show(a, lang)
		}
		return nil
	})
	return text, err
}

// own are somebody's own words, marked with their language where the reader has
// another.
func own(text, lang, reader string) flows.Line {
	l := flows.Line{Style: flows.Own, Text: text}
	if lang != reader && lang != "" {
		l.Text, l.Lang = text+form.Mark(lang, reader), lang
	}
	return l
}
