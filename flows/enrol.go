package flows

import (
	"slices"
	"strings"
	"unicode/utf8"

	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// asideName: the next thing typed is this person's name or function.
const asideName = "name"

// askName asks who is there: one of those a colleague has named, or somebody new.
func (st *step) askName() {
	st.s.Asked = asideName
	var rows [][]Button
	for _, p := range st.unclaimed() {
		rows = append(rows, row(button(st.named(p), bIAm+"~"+string(p))))
	}
	st.ask(Card{
		Lines: []Line{
			{Style: Heading, Text: st.word("name.ask")},
			{Style: Hint, Text: st.word("name.help")},
		},
		Buttons: rows, Input: LineInput,
	})
}

// unclaimed lists the respondents that nobody has joined as.
func (st *step) unclaimed() []form.Path {
	c, _, ok := st.script.Questionnaire.Respondents()
	if !ok {
		return nil
	}
	var out []form.Path
	for _, p := range st.d.Items(c, "") {
		if st.d.PersonOf(string(p)) == nil && st.d.Delegate(string(p)) == "" {
			out = append(out, p)
		}
	}
	return out
}

// iAm takes the person at their word: they are this respondent.
func (st *step) iAm(path string) {
	if st.s.Asked != asideName || st.d == nil || st.d.Item(form.Path(path)) == nil || st.d.PersonOf(path) != nil {
		st.settledIn()
		return
	}
	st.d.Claim(st.s.Person, form.Path(path))
	st.enrolled(form.Path(path))
}

func (st *step) readName() {
	name, _ := parse.Clean(strings.Join(strings.Fields(st.ev.Text), " "))
	if name == "" || utf8.RuneCountInString(name) > form.MaxLabel {
		st.askName()
		return
	}
	path, err := st.d.Enrol(st.s.Person, name, st.author())
	if err != nil {
		st.tell(st.word("name.full"))
		st.askName()
		return
	}
	st.enrolled(path)
}

// enrolled keeps the consent under the respondent's own name and opens the door.
func (st *step) enrolled(path form.Path) {
	st.s.Respondent, st.s.Asked = string(path), ""
	if a := st.roleAnswer(path); a != "" && !st.guest() {
		st.s.Role = a
	}
	st.d.Join(st.person())
	st.recordConsent("yes")
	st.recordSelf("lang", st.lang())
	st.recordSelf("channel", st.ev.Channel)
	st.tell(st.word("name.thanks", "name", st.named(path)))
	if st.s.Mode == Studying { // the exercise of a module waits
		st.showBlock()
		return
	}
	st.move(moveAgreed, Home)
	st.home()
}

// recordSelf answers for the person what the talk itself shows, where the
// questionnaire asks it of each respondent and offers that answer.
func (st *step) recordSelf(name, value string) {
	q := st.respondentQuestion(name)
	if q == nil || !slices.ContainsFunc(q.Options, func(o form.Option) bool { return o.ID == value }) {
		return
	}
	place := form.At(q.ID, form.Path(st.s.Respondent))
	if st.d.Status(place).Open() {
		st.d.Put(form.Answer{Place: place, State: form.Given, Value: form.Value{Choices: []string{value}}, Author: st.author()})
	}
}

// roleAnswer is the role that was answered for a respondent, by anybody.
func (st *step) roleAnswer(path form.Path) string {
	q := st.respondentQuestion("role")
	if q == nil {
		return ""
	}
	a := st.d.Answer(form.At(q.ID, path))
	if a == nil || len(a.Value.Choices) == 0 {
		return ""
	}
	return a.Value.Choices[0]
}

// respondentQuestion is the question of that name which is asked of each respondent.
func (st *step) respondentQuestion(name string) *form.Question {
	c, _, ok := st.script.Questionnaire.Respondents()
	if !ok {
		return nil
	}
	for _, q := range st.script.Questionnaire.Questions() {
		if q.Name == name && len(q.Loop) == 1 && q.Loop[0] == c {
			return q
		}
	}
	return nil
}

// noticeRole keeps the person's role in step with what was answered about them.
func (st *step) noticeRole(p form.Place) {
	q := st.respondentQuestion("role")
	if q == nil || p.Question() != q.ID || string(p.Path()) != st.s.Respondent {
		return
	}
	if role := st.roleAnswer(p.Path()); role != "" && !st.guest() {
		st.s.Role = role
		st.d.Join(st.person())
	}
}
