package question

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/parse"
	"visesbot/flows/talk"
)

// notTheirs tells whether an entry is one that a delegate must leave as it is:
// somebody else made it.
func notTheirs(t *talk.Turn, item form.Path) bool {
	it := t.Dossier.Item(item)
	return t.Guest() && (it == nil || it.By.Respondent != t.Session.Respondent)
}

// listItems are the items that a repeat question has so far.
func listItems(t *talk.Turn, q *form.Question, p form.Place) []form.Path {
	return slices.DeleteFunc(t.Dossier.Items(q.Adds, p.Path()), func(item form.Path) bool {
		return item.Depth() != p.Path().Depth()+1
	})
}

// listLines shows the list so far, numbered.
func listLines(t *talk.Turn, q *form.Question, p form.Place) []flows.Line {
	var lines []flows.Line
	if a := t.Dossier.Answer(p); a != nil && a.State == form.Given && !a.Archived {
		if strike := t.Dossier.Strikes(q, a); strike != nil {
			lines = append(lines, flows.Line{Style: flows.Body, Text: "⚠ " + t.Dossier.Text(strike.Rule.Say, p, t.Lang())})
		}
	}
	for i, item := range listItems(t, q, p) {
		l := flows.Line{Style: flows.Bullet, Text: strconv.Itoa(i+1) + ". " + t.Named(item)}
		if t.Named(item) != t.Dossier.Label(item, t.Lang()) {
			l.Lang = t.Dossier.Item(item).Lang
		}
		lines = append(lines, l)
	}
	return lines
}

// listButtons closes the list, or lets it be mended.
func listButtons(t *talk.Turn, q *form.Question, p form.Place) [][]flows.Button {
	n := len(listItems(t, q, p))
	var rows [][]flows.Button
	switch {
	case n == 0 && q.Least() == 0:
		rows = append(rows, talk.Row(talk.Primary(t.Word("list.none"), flows.PressAt(flows.AtDone, p, ""))))
	case n >= q.Least():
		rows = append(rows, talk.Row(talk.Primary("✓ "+t.Word("list.done"), flows.PressAt(flows.AtDone, p, ""))))
	}
	if parts := splittable(t, q, p); len(parts) > 1 {
		rows = append(rows, talk.Row(talk.Button(t.Word("list.split", "n", strconv.Itoa(len(parts))), flows.PressAt(flows.AtSplit, p, ""))))
	}
	if n > 0 {
		rows = append(rows, talk.Row(talk.Quiet(t.Word("list.rename"), flows.PressAt(flows.AtRename, p, "")), talk.Quiet(t.Word("list.remove"), flows.PressAt(flows.AtRemove, p, ""))))
	}
	if n > 0 && len(q.Variants[t.Pool(q)].Ideas) > 0 {
		rows = append(rows, talk.Row(talk.Quiet("💡 "+t.Word("list.ideas"), flows.PressAt(flows.AtIdeas, p, ""))))
	}
	return rows
}

// readEntries adds what was typed to the list, one item a line.
func readEntries(t *talk.Turn, q *form.Question) {
	p := t.Session.Place
	if listWords(t, q, p) {
		return
	}
	var problems []string
	entries, before := parse.Lines(t.Event.Text), listItems(t, q, p)
	added := 0
	var doubts []string
	for _, entry := range entries {
		if name, doubt := doubtful(t, q, entry); doubt {
			doubts = append(doubts, name)
			continue
		}
		problem := addEntry(t, q, p, entry)
		if problem == "" {
			added++
		} else if !slices.Contains(problems, problem) {
			problems = append(problems, problem)
		}
	}
	if added == 0 && len(entries) == 0 && len(doubts) == 0 {
		notUnderstood(t, q)
		return
	}
	if len(problems)+len(doubts) > 0 {
		t.KeepDraft()
	}
	retire(t, q, p, before)
	c := questionCard(t, q, p)
	for _, problem := range problems {
		c.Lines = append(c.Lines, flows.Line{Style: flows.Body, Text: problem})
	}
	askEntries(t, p, &c, doubts)
	t.Ask(c)
}

// askEntries asks of what may be no entry whether it is one.
func askEntries(t *talk.Turn, p form.Place, c *flows.Card, doubts []string) {
	var rows [][]flows.Button
	for _, name := range doubts[:min(len(doubts), 3)] {
		c.Lines = append(c.Lines, flows.Line{Style: flows.Body, Text: t.Word("list.doubt", "label", talk.Clip(name, 60))})
		if press, ok := flows.PressWords(p, name); ok {
			rows = append(rows, talk.Row(talk.Button(t.Word("list.keep", "label", name), press)))
		}
	}
	c.Buttons = append(rows, c.Buttons...)
}

// addEntry adds one item; it tells why not, if not.
func addEntry(t *talk.Turn, q *form.Question, p form.Place, entry string) string {
	label, _ := parse.Clean(strings.Join(strings.Fields(entry), " "))
	switch {
	case label == "":
		return t.Word("refused." + form.Empty)
	case utf8.RuneCountInString(label) > form.MaxLabel:
		return t.Word("refused."+form.TooLong, "n", strconv.Itoa(form.MaxLabel))
	case OnList(t, q, p, label):
		return t.Word("list.twice", "label", label)
	}
	if most := q.Most(); most > 0 && len(listItems(t, q, p)) >= most {
		return t.Word("refused."+form.TooMany, "n", strconv.Itoa(most))
	}
	if bringBack(t, q, p, label) {
		return ""
	}
	item, err := t.Dossier.Add(p, label, t.Author())
	if err != nil {
		return t.Word("refused."+form.TooMany, "n", strconv.Itoa(q.Adds.Max))
	}
	readLabel(t, item)
	return ""
}

// bringBack takes an entry that was removed off the shelf again, with its answers.
func bringBack(t *talk.Turn, q *form.Question, p form.Place, label string) bool {
	for _, item := range t.Dossier.Shelved(q.Adds, p.Path()) {
		if it := t.Dossier.Item(item); it != nil && it.Via == p && strings.EqualFold(it.Label, label) {
			t.Dossier.Restore(item, t.Author())
			return true
		}
	}
	return false
}

// OnList tells whether an entry of these words stands on a list already.
func OnList(t *talk.Turn, q *form.Question, p form.Place, label string) bool {
	return slices.ContainsFunc(listItems(t, q, p), func(item form.Path) bool {
		return strings.EqualFold(t.Dossier.Label(item, t.Lang()), label) || strings.EqualFold(t.Named(item), label)
	})
}

// doneList closes the list.
func doneList(t *talk.Turn, q *form.Question, p form.Place) {
	items := listItems(t, q, p)
	if least := q.Least(); len(items) < least {
		again(t, q, t.Word("refused."+form.TooFew, "n", strconv.Itoa(least)))
		return
	}
	ids := make([]string, len(items))
	for i, item := range items {
		ids[i] = item.ID()
	}
	a := form.Answer{Place: p, State: form.Given, Value: form.Value{Choices: ids}, Author: t.Author(), At: t.Event.At}
	if old := t.Dossier.Answer(p); old != nil {
		a.Confirmed = confirmedSoFar(t, q, old)
	}
	if strike := t.Dossier.Strikes(q, &a); strike != nil {
		struck(t, q, p, a.Value, strike)
		return
	}
	Record(t, a)
	settled(t, q, p)
}

// confirmedSoFar is what was confirmed of a list, with the warning that stands
// on its card: whoever closes the list below it has read it.
func confirmedSoFar(t *talk.Turn, q *form.Question, old *form.Answer) []string {
	if old.State != form.Given || old.Archived {
		return old.Confirmed
	}
	if strike := t.Dossier.Strikes(q, old); strike != nil && strike.Warning {
		return append(slices.Clone(old.Confirmed), strike.Rule.ID)
	}
	return old.Confirmed
}

// pressedList mends a list: remove, rename, ideas.
func pressedList(t *talk.Turn, verb flows.Verb, q *form.Question, p form.Place, arg string) {
	if q.Type != form.Repeat {
		AskPlace(t, p)
		return
	}
	switch {
	case verb == flows.AtIdeas:
		ideas(t, q, p, arg)
	case verb == flows.AtSplit:
		split(t, q, p)
	case arg == "":
		chooseItem(t, verb, q, p)
	case !slices.Contains(listItems(t, q, p), p.Path().Join(arg)):
		AskPlace(t, p) // taken off the list by somebody else
	case notTheirs(t, p.Path().Join(arg)):
		t.Tell(t.Word("delegate.notyours"))
		AskPlace(t, p)
	case verb == flows.AtRemove:
		remove(t, q, p, form.Path(arg))
	case verb == flows.AtReally:
		t.Dossier.Archive(p.Path().Join(arg), t.Author())
		tellArchived(t)
		t.Replace(questionCard(t, q, p))
	case verb == flows.AtRename:
		t.Expect(flows.Expects{Kind: flows.ExpectRename, Arg: arg})
		t.AnswerTo(flows.Card{Input: flows.LineInput, Lines: []flows.Line{
			{Style: flows.Heading, Text: t.Word("rename.ask")},
			{Style: flows.Own, Text: t.Named(p.Path().Join(arg))},
		}, Buttons: [][]flows.Button{talk.Row(talk.Quiet(t.Word("back"), flows.PressAt(flows.AtShow, p, flows.ArgHere)))}})
	}
}

// chooseItem asks which entry is meant.
func chooseItem(t *talk.Turn, verb flows.Verb, q *form.Question, p form.Place) {
	rows := [][]flows.Button{}
	for _, item := range listItems(t, q, p) {
		rows = append(rows, talk.Row(talk.Button(t.NamedWithin(item, 60), flows.PressAt(verb, p, item.ID()))))
	}
	rows = append(rows, talk.Row(talk.Quiet(t.Word("back"), flows.PressAt(flows.AtShow, p, flows.ArgHere))))
	key := "remove.which"
	if verb == flows.AtRename {
		key = "rename.which"
	}
	t.Replace(flows.Card{Lines: []flows.Line{{Style: flows.Heading, Text: t.Word(key)}}, Buttons: rows})
}

// remove archives an item; what hangs on it is listed and confirmed first.
func remove(t *talk.Turn, q *form.Question, p form.Place, id form.Path) {
	item := p.Path().Join(string(id))
	if t.Dossier.PersonOf(string(item)) != nil {
		t.Replace(flows.Card{
			Lines:   []flows.Line{{Style: flows.Body, Text: t.Word("remove.person", "label", t.Named(item))}},
			Buttons: [][]flows.Button{talk.Row(talk.Quiet(t.Word("back"), flows.PressAt(flows.AtShow, p, flows.ArgHere)))},
		})
		return
	}
	hanging := t.Dossier.Hanging(item)
	if len(hanging) == 0 {
		t.Dossier.Archive(item, t.Author())
		t.Replace(questionCard(t, q, p))
		return
	}
	lines := []flows.Line{{Style: flows.Heading, Text: t.Word("remove.sure", "label", t.Named(item), "n", strconv.Itoa(len(hanging)))}}
	lines = append(lines, hangingItems(t, item)...)
	lines = append(lines, hangingAnswers(t, hanging)...)
	t.Replace(flows.Card{Lines: lines, Buttons: [][]flows.Button{
		talk.Row(talk.Button(t.Word("remove.yes"), flows.PressAt(flows.AtReally, p, string(id)))),
		talk.Row(talk.Quiet(t.Word("back"), flows.PressAt(flows.AtShow, p, flows.ArgHere))),
	}})
}

// ideas offers what others also mention, after the enterprise's own words.
func ideas(t *talk.Turn, q *form.Question, p form.Place, arg string) {
	all := q.Variants[t.Pool(q)].Ideas
	if n, err := strconv.Atoi(arg); err == nil && n >= 0 && n < len(all) {
		if problem := addEntry(t, q, p, all[n].In(t.Lang())); problem != "" {
			t.Tell(problem)
		}
	}
	var rows [][]flows.Button
	for i, idea := range all {
		if !OnList(t, q, p, idea.In(t.Lang())) {
			rows = append(rows, talk.Row(talk.Button("+ "+idea.In(t.Lang()), flows.PressAt(flows.AtIdeas, p, strconv.Itoa(i)))))
		}
	}
	rows = append(rows, talk.Row(talk.Quiet(t.Word("back"), flows.PressAt(flows.AtShow, p, flows.ArgHere))))
	t.Replace(flows.Card{Lines: []flows.Line{
		{Style: flows.Heading, Text: t.Word("ideas.title")}, {Style: flows.Hint, Text: t.Word("ideas.help")},
	}, Buttons: rows})
}
