package flows

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// listItems are the items that a repeat question has so far.
func (st *step) listItems(q *form.Question, p form.Place) []form.Path {
	return slices.DeleteFunc(st.d.Items(q.Adds, p.Path()), func(item form.Path) bool {
		return item.Depth() != p.Path().Depth()+1
	})
}

// listLines shows the list so far, numbered.
func (st *step) listLines(q *form.Question, p form.Place) []Line {
	var lines []Line
	if a := st.d.Answer(p); a != nil && a.State == form.Given && !a.Archived {
		if strike := st.d.Strikes(q, a); strike != nil {
			lines = append(lines, Line{Style: Body, Text: "⚠ " + st.d.Text(strike.Rule.Say, p, st.lang())})
		}
	}
	for i, item := range st.listItems(q, p) {
		l := Line{Style: Bullet, Text: strconv.Itoa(i+1) + ". " + st.named(item)}
		if st.named(item) != st.d.Label(item, st.lang()) {
			l.Lang = st.d.Item(item).Lang
		}
		lines = append(lines, l)
	}
	return lines
}

// listButtons closes the list, or lets it be mended.
func (st *step) listButtons(q *form.Question, p form.Place) [][]Button {
	n := len(st.listItems(q, p))
	var rows [][]Button
	switch {
	case n == 0 && q.Least() == 0:
		rows = append(rows, row(primary(st.word("list.none"), data(vDone, p, ""))))
	case n >= q.Least():
		rows = append(rows, row(primary("✓ "+st.word("list.done"), data(vDone, p, ""))))
	}
	if parts := st.splittable(q, p); len(parts) > 1 {
		rows = append(rows, row(button(st.word("list.split", "n", strconv.Itoa(len(parts))), data(vSplit, p, ""))))
	}
	if n > 0 {
		rows = append(rows, row(quiet(st.word("list.rename"), data(vRename, p, "")), quiet(st.word("list.remove"), data(vRemove, p, ""))))
	}
	if n > 0 && len(q.Variants[st.pool(q)].Ideas) > 0 {
		rows = append(rows, row(quiet("💡 "+st.word("list.ideas"), data(vIdeas, p, ""))))
	}
	return rows
}

// readEntries adds what was typed to the list, one item a line.
func (st *step) readEntries(q *form.Question) {
	p := st.s.Place
	if st.listWords(q, p) {
		return
	}
	var problems []string
	entries, before := parse.Lines(st.ev.Text), st.listItems(q, p)
	added := 0
	for _, entry := range entries {
		problem := st.addEntry(q, p, entry)
		if problem == "" {
			added++
		} else if !slices.Contains(problems, problem) {
			problems = append(problems, problem)
		}
	}
	if added == 0 && len(entries) == 0 {
		st.notUnderstood(q)
		return
	}
	if len(problems) > 0 {
		st.keepDraft()
	}
	st.retire(q, p, before)
	c := st.questionCard(q, p)
	for _, problem := range problems {
		c.Lines = append(c.Lines, Line{Style: Body, Text: problem})
	}
	st.ask(c)
}

// addEntry adds one item; it tells why not, if not.
func (st *step) addEntry(q *form.Question, p form.Place, entry string) string {
	label, _ := parse.Clean(strings.Join(strings.Fields(entry), " "))
	switch {
	case label == "":
		return st.word("refused." + form.Empty)
	case utf8.RuneCountInString(label) > form.MaxLabel:
		return st.word("refused."+form.TooLong, "n", strconv.Itoa(form.MaxLabel))
	case st.onList(q, p, label):
		return st.word("list.twice", "label", label)
	}
	if most := q.Most(); most > 0 && len(st.listItems(q, p)) >= most {
		return st.word("refused."+form.TooMany, "n", strconv.Itoa(most))
	}
	if st.bringBack(q, p, label) {
		return ""
	}
	item, err := st.d.Add(p, label, st.author())
	if err != nil {
		return st.word("refused."+form.TooMany, "n", strconv.Itoa(q.Adds.Max))
	}
	st.readLabel(item)
	return ""
}

// bringBack takes an entry that was removed off the shelf again, with its answers.
func (st *step) bringBack(q *form.Question, p form.Place, label string) bool {
	for _, item := range st.d.Shelved(q.Adds, p.Path()) {
		if it := st.d.Item(item); it != nil && it.Via == p && strings.EqualFold(it.Label, label) {
			st.d.Restore(item, st.author())
			return true
		}
	}
	return false
}

func (st *step) onList(q *form.Question, p form.Place, label string) bool {
	return slices.ContainsFunc(st.listItems(q, p), func(item form.Path) bool {
		return strings.EqualFold(st.d.Label(item, st.lang()), label) || strings.EqualFold(st.named(item), label)
	})
}

// doneList closes the list.
func (st *step) doneList(q *form.Question, p form.Place) {
	items := st.listItems(q, p)
	if least := q.Least(); len(items) < least {
		st.again(q, st.word("refused."+form.TooFew, "n", strconv.Itoa(least)))
		return
	}
	ids := make([]string, len(items))
	for i, item := range items {
		ids[i] = item.ID()
	}
	a := form.Answer{Place: p, State: form.Given, Value: form.Value{Choices: ids}, Author: st.author(), At: st.ev.At}
	if old := st.d.Answer(p); old != nil {
		a.Confirmed = st.confirmedSoFar(q, old)
	}
	if strike := st.d.Strikes(q, &a); strike != nil {
		st.struck(q, p, a.Value, strike)
		return
	}
	st.record(a)
	st.settled(q, p)
}

// confirmedSoFar is what was confirmed of a list, with the warning that stands
// on its card: whoever closes the list below it has read it.
func (st *step) confirmedSoFar(q *form.Question, old *form.Answer) []string {
	if old.State != form.Given || old.Archived {
		return old.Confirmed
	}
	if strike := st.d.Strikes(q, old); strike != nil && strike.Warning {
		return append(slices.Clone(old.Confirmed), strike.Rule.ID)
	}
	return old.Confirmed
}

// pressedList mends a list: remove, rename, ideas.
func (st *step) pressedList(verb string, q *form.Question, p form.Place, arg string) {
	if q.Type != form.Repeat {
		st.askPlace(p)
		return
	}
	switch {
	case verb == vIdeas:
		st.ideas(q, p, arg)
	case verb == vSplit:
		st.split(q, p)
	case arg == "":
		st.chooseItem(verb, q, p)
	case !slices.Contains(st.listItems(q, p), p.Path().Join(arg)):
		st.askPlace(p) // taken off the list by somebody else
	case st.notTheirs(p.Path().Join(arg)):
		st.tell(st.word("delegate.notyours"))
		st.askPlace(p)
	case verb == vRemove:
		st.remove(q, p, form.Path(arg))
	case verb == vReally:
		st.d.Archive(p.Path().Join(arg), st.author())
		st.tellArchived()
		st.replace(st.questionCard(q, p))
	case verb == vRename:
		st.s.Asked = asideRename + arg
		st.answerTo(Card{Input: LineInput, Lines: []Line{
			{Style: Heading, Text: st.word("rename.ask")},
			{Style: Own, Text: st.named(p.Path().Join(arg))},
		}, Buttons: [][]Button{row(quiet(st.word("back"), data(vShow, p, here)))}})
	}
}

// chooseItem asks which entry is meant.
func (st *step) chooseItem(verb string, q *form.Question, p form.Place) {
	rows := [][]Button{}
	for _, item := range st.listItems(q, p) {
		rows = append(rows, row(button(st.namedWithin(item, 60), data(verb, p, item.ID()))))
	}
	rows = append(rows, row(quiet(st.word("back"), data(vShow, p, here))))
	key := "remove.which"
	if verb == vRename {
		key = "rename.which"
	}
	st.replace(Card{Lines: []Line{{Style: Heading, Text: st.word(key)}}, Buttons: rows})
}

// remove archives an item; what hangs on it is listed and confirmed first.
func (st *step) remove(q *form.Question, p form.Place, id form.Path) {
	item := p.Path().Join(string(id))
	if st.d.PersonOf(string(item)) != nil {
		st.replace(Card{
			Lines:   []Line{{Style: Body, Text: st.word("remove.person", "label", st.named(item))}},
			Buttons: [][]Button{row(quiet(st.word("back"), data(vShow, p, here)))},
		})
		return
	}
	hanging := st.d.Hanging(item)
	if len(hanging) == 0 {
		st.d.Archive(item, st.author())
		st.replace(st.questionCard(q, p))
		return
	}
	lines := []Line{{Style: Heading, Text: st.word("remove.sure", "label", st.named(item), "n", strconv.Itoa(len(hanging)))}}
	lines = append(lines, st.hangingItems(item)...)
	lines = append(lines, st.hangingAnswers(hanging)...)
	st.replace(Card{Lines: lines, Buttons: [][]Button{
		row(button(st.word("remove.yes"), data(vReally, p, string(id)))),
		row(quiet(st.word("back"), data(vShow, p, here))),
	}})
}

// ideas offers what others also mention, after the enterprise's own words.
func (st *step) ideas(q *form.Question, p form.Place, arg string) {
	all := q.Variants[st.pool(q)].Ideas
	if n, err := strconv.Atoi(arg); err == nil && n >= 0 && n < len(all) {
		if problem := st.addEntry(q, p, all[n].In(st.lang())); problem != "" {
			st.tell(problem)
		}
	}
	var rows [][]Button
	for i, idea := range all {
		if !st.onList(q, p, idea.In(st.lang())) {
			rows = append(rows, row(button("+ "+idea.In(st.lang()), data(vIdeas, p, strconv.Itoa(i)))))
		}
	}
	rows = append(rows, row(quiet(st.word("back"), data(vShow, p, here))))
	st.replace(Card{Lines: []Line{
		{Style: Heading, Text: st.word("ideas.title")}, {Style: Hint, Text: st.word("ideas.help")},
	}, Buttons: rows})
}
