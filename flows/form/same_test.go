package form_test

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// TestSameAnswersSameDossier plays a dossier by chance, then gives the same
// final answers to a new one in another order, with wrong answers, superfluous
// items and removals in between: both have to be the same (rule 9).
func TestSameAnswersSameDossier(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dice := formtest.Drawn(t)
		q := formtest.Random(dice)
		if formtest.Chance(dice, 3) {
			q = realQuestionnaire()
		}
		first := newDesk(t, q)
		for range 30 {
			first.edit(dice)
		}
		first.tidy()
		second := newDesk(t, q)
		second.made = 1000 // labels of its own
		second.retell(dice, first.story())
		want, got := first.portrait(), second.portrait()
		if want != got {
			t.Fatalf("%s\n%s\nfirst did:\n%s\nsecond did:\n%s", cmp.Diff(want, got),
				first.describe(), strings.Join(first.done, "\n"), strings.Join(second.done, "\n"))
		}
	})
}

// TestThereAndBackAgain changes one thing in a dossier by chance and changes it
// back: nothing is different but the history, and all of that is kept (rule 4).
func TestThereAndBackAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dice := formtest.Drawn(t)
		q := formtest.Random(dice)
		if formtest.Chance(dice, 3) {
			q = realQuestionnaire()
		}
		s := newDesk(t, q)
		for range 20 {
			s.edit(dice)
		}
		before := s.portrait()
		for range 5 {
			s.thereAndBack(dice)
			if after := s.portrait(); after != before {
				s.fail("%s", cmp.Diff(before, after))
			}
		}
	})
}

// thereAndBack answers a place in another way and then as before, or takes an
// item away and brings it back.
func (s *desk) thereAndBack(dice formtest.Dice) {
	var given []form.Answer
	for _, at := range formtest.Everything(s.look()) {
		if a := at.Answer; a != nil && !a.Archived && at.Status == form.Settled && s.final(a) {
			given = append(given, *a)
		}
	}
	items := slices.DeleteFunc(s.mem.Items(), func(it form.Item) bool { return it.Archived || it.Option != "" })
	if len(given) == 0 || len(items) > 0 && formtest.Chance(dice, 3) {
		if len(items) > 0 {
			it := formtest.Choose(dice, items)
			s.archive(it.Path)
			s.restore(it.Path)
		}
		return
	}
	a := formtest.Choose(dice, given)
	s.put(s.someAnswer(dice, a.Place))
	s.put(a)
}

// edit is anything, but for phases and time.
func (s *desk) edit(dice formtest.Dice) {
	switch dice.Roll(8) {
	case 0, 1, 2:
		s.addSomething(dice)
	case 3:
		s.shelveSomething(dice)
	default:
		s.answerSomething(dice)
	}
}

// tidy answers anew what is asked again because a text reads differently, what
// lists their items, and what names items that are gone: final answers are
// those that were given last to the questions as they read at last.
func (s *desk) tidy() {
	for range 3 {
		for _, at := range formtest.Everything(s.look()) {
			a := at.Answer
			if a == nil || a.Archived || a.State != form.Given {
				continue
			}
			again := *a
			if at.Question.Type == form.Repeat {
				again.Value.Choices = s.ids(at.Question, at.Place)
			}
			if at.Question.Type == form.Ref {
				again.Value.Choices = slices.DeleteFunc(slices.Clone(a.Value.Choices), s.gone)
			}
			s.put(again)
		}
	}
}

func (s *desk) ids(q *form.Question, p form.Place) []string {
	var out []string
	for _, item := range s.look().Items(q.Adds, p.Path()) {
		out = append(out, item.ID())
	}
	return out
}

// gone tells whether an item, or one around it, was taken away.
func (s *desk) gone(path string) bool {
	for p := form.Path(path); p != ""; p = p.Parent() {
		if it := s.look().Item(p); it == nil || it.Archived {
			return true
		}
	}
	return false
}

// final tells whether an answer counts: it is not archived, nor handed to
// somebody who is gone.
func (s *desk) final(a *form.Answer) bool {
	return !a.Archived && (a.To == "" || !s.gone(a.To))
}

// retell gives the items and answers of a story by chance, with detours.
func (s *desk) retell(dice formtest.Dice, st story) {
	waiting := append(slices.Clone(st.items), st.answers...)
	for stuck := 0; len(waiting) > 0 && stuck < 500; stuck++ {
		i := dice.Roll(len(waiting))
		if s.retellOne(waiting[i]) {
			waiting = slices.Delete(waiting, i, i+1)
		}
		if formtest.Chance(dice, 4) {
			s.detour(dice, &waiting, st)
		}
	}
	for range 6 {
		s.correct(st)
	}
}

func (s *desk) retellOne(t told) bool {
	path, ok := s.find(t.path)
	if !ok {
		return false
	}
	place := form.At(t.question, path)
	if t.label != "" {
		return s.add(place, t.label) != ""
	}
	a, ok := s.translate(t, place)
	if ok {
		s.put(a)
	}
	return ok
}

// translate writes an answer with the items of this dossier.
func (s *desk) translate(t told, place form.Place) (form.Answer, bool) {
	a := t.answer
	a.Place = place
	q, _ := s.q.Question(t.question)
	var paths []string
	for _, label := range t.refs {
		p, ok := s.find(label)
		if !ok {
			return a, false
		}
		paths = append(paths, string(p))
	}
	switch {
	case a.To != "":
		a.To = paths[0]
	case a.State != form.Given:
	case q.Type == form.Ref:
		a.Value.Choices = paths
	case q.Type == form.Repeat:
		a.Value.Choices = s.ids(q, place)
	}
	return a, true
}

// detour gives a wrong answer, or names something and takes it away again.
func (s *desk) detour(dice formtest.Dice, waiting *[]told, st story) {
	if formtest.Chance(dice, 2) {
		before := len(s.mem.Items())
		s.addSomething(dice)
		if items := s.mem.Items(); len(items) > before {
			s.archive(s.newest(items))
		}
		return
	}
	if len(st.answers) > 0 {
		t := formtest.Choose(dice, st.answers)
		if path, ok := s.find(t.path); ok {
			s.put(s.someAnswer(dice, form.At(t.question, path)))
			*waiting = append(*waiting, t)
		}
	}
}

// newest is the item made last.
func (s *desk) newest(items []form.Item) form.Path {
	last := items[0]
	for _, it := range items {
		if it.At.After(last.At) {
			last = it
		}
	}
	return last.Path
}

// correct gives those answers again that a detour has put aside.
func (s *desk) correct(st story) {
	for _, t := range st.answers {
		path, ok := s.find(t.path)
		if !ok {
			continue
		}
		place := form.At(t.question, path)
		now := s.look().Answer(place)
		a, ok := s.translate(t, place)
		if ok && (now == nil || now.Archived || now.State != a.State || fmt.Sprint(now.Value) != fmt.Sprint(a.Value) || s.look().Status(place) == form.ToCheck) {
			s.put(a)
		}
	}
}

// portrait describes all that is not archived, items by their labels.
func (s *desk) portrait() string {
	d := s.look()
	var lines []string
	for _, at := range formtest.Everything(d) {
		if at.Status == form.Irrelevant {
			continue
		}
		line := fmt.Sprintf("%s@%s status %d", at.Question.ID, s.labels(at.Place.Path()), at.Status)
		if a := at.Answer; a != nil && s.final(a) {
			refs := s.named(d, at.Question, a)
			sort.Strings(refs)
			line += fmt.Sprintf(" %s %s %s to %v", a.State, a.Reason, s.shown(at.Question, a), refs)
		}
		lines = append(lines, line)
	}
	for _, t := range d.Head().Below {
		lines = append(lines, fmt.Sprint("below ", t))
	}
	sort.Strings(lines)
	return strings.Join(lines, "\n") + fmt.Sprint("\n", d.Head().Open, len(d.Gaps()))
}

// shown writes a value without the ids of items.
func (s *desk) shown(q *form.Question, a *form.Answer) string {
	v := a.Value
	if q.Type == form.Ref || q.Type == form.Repeat {
		v.Choices = nil
	}
	number := "-"
	if v.Number != nil {
		number = fmt.Sprint(*v.Number)
	}
	v.Number = nil
	return number + fmt.Sprint(v)
}
