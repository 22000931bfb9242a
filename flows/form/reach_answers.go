package form

import (
	"regexp"
	"slices"
	"strconv"
	"time"
)

// answers are the values that are tried for a name, as expressions see them.
func (t *trial) answers(r dep) []any {
	switch {
	case r.name == "country":
		return []any{"BE", "FR"}
	case r.self:
		return []any{"x1"}
	case r.label && !r.many:
		return t.texts()
	case r.question == nil:
		return t.lists([]any{"x1", "x2"})
	case r.many:
		return t.lists(t.of(r.question))
	}
	return t.of(r.question)
}

// of are the answers to a question that are worth trying.
func (t *trial) of(q *Question) []any {
	switch q.Type {
	case Consent, YesNo:
		return []any{true, false}
	case Single:
		return options(q)
	case Multi, Rank:
		return t.lists(options(q))
	case Ref, Repeat, FileType:
		return t.lists([]any{"x1", "x2"})
	case Scale5:
		return []any{int64(1), int64(2), int64(3), int64(4), int64(5)}
	case Number, Money:
		return t.numbers(q)
	case Date, Period:
		return []any{time.Unix(0, 0), time.Unix(4e9, 0)}
	}
	return t.texts()
}

func options(q *Question) []any {
	var ids []any
	for _, o := range q.Options {
		ids = append(ids, o.ID)
	}
	return ids
}

// lists are lists of some values: none, each alone, all, and one so often as the
// conditions may count.
func (t *trial) lists(of []any) []any {
	all := []any{[]any{}}
	for _, v := range of {
		all = append(all, []any{v})
	}
	all = append(all, slices.Clone(of))
	if n := t.longest(); n > len(of) && len(of) > 0 {
		all = append(all, slices.Repeat(of[:1], n))
	}
	return all
}

// longest is one more than the largest whole number that the conditions name.
func (t *trial) longest() int {
	n := 1
	for _, f := range t.figures() {
		n = max(n, min(int(f), mostItems))
	}
	return n + 1
}

// mostItems bounds how long a list is tried.
const mostItems = 40

// numbers are those around the ones that the conditions name, within the limits
// of the question.
func (t *trial) numbers(q *Question) []any {
	var all []any
	for _, f := range append(t.figures(), 0, 1, 100) {
		for _, n := range []float64{f, f - 1, f + 1} {
			if (q.Low == nil || n >= *q.Low) && (q.High == nil || n <= *q.High) {
				all = append(all, n)
			}
		}
	}
	return all
}

// figures are the numbers in the conditions.
func (t *trial) figures() []float64 {
	var all []float64
	for _, e := range t.holds {
		for _, s := range regexp.MustCompile(`\d+(\.\d+)?`).FindAllString(e.Source, -1) {
			if f, err := strconv.ParseFloat(s, 64); err == nil {
				all = append(all, f)
			}
		}
	}
	return all
}

// texts are no text, some text, and those that the conditions name.
func (t *trial) texts() []any {
	all := []any{"", "x"}
	for _, e := range t.holds {
		for _, m := range regexp.MustCompile(`["']([^"']*)["']`).FindAllStringSubmatch(e.Source, -1) {
			all = append(all, m[1])
		}
	}
	return all
}
