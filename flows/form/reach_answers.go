package form

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// answers are the values that are tried for a name, as expressions see them.
func (t *trial) answers(r dep) []any {
	switch {
	case r.name == "country":
		return []any{"BE", "FR"}
	case r.newest && r.many:
		return t.lists([]any{true, false})
	case r.newest:
		return []any{true, false}
	case r.self:
		return []any{"x1"}
	case r.label && !r.many, r.from:
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

// mostApart is how many values of a list are told apart, each there or not.
const mostApart = 6

// lists are lists of some values: each there or not, and each so often as the
// conditions may count.
func (t *trial) lists(of []any) []any {
	if len(of) > mostApart {
		of = t.named(of)
	}
	var all []any
	for set := range 1 << len(of) {
		var some []any
		for i, v := range of {
			if set&(1<<i) != 0 {
				some = append(some, v)
			}
		}
		all = append(all, append([]any{}, some...))
		for _, v := range some {
			if n := t.longest(); n > len(some) {
				all = append(all, append(slices.Repeat([]any{v}, n-len(some)), some...))
			}
		}
	}
	return all
}

// named are the values that the conditions name, and another one; where they are
// too many, or no words, nothing is proven any more.
func (t *trial) named(of []any) []any {
	if _, words := of[0].(string); !words {
		t.lost = true
		return append(slices.Clone(of[:mostApart-1]), of[len(of)-1])
	}
	words := t.texts()
	some := slices.DeleteFunc(slices.Clone(of), func(v any) bool { return !slices.Contains(words, v) })
	if len(some) < len(of) {
		other := slices.IndexFunc(of, func(v any) bool { return !slices.Contains(words, v) })
		some = append(some, of[other])
	}
	if len(some) > mostApart {
		t.lost = true
		some = some[:mostApart]
	}
	return some
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

// numbers are those that the conditions name, and two between each and the
// next, within the limits of the question.
func (t *trial) numbers(q *Question) []any {
	points := append(t.figures(), 0, 1, 100)
	for _, limit := range []*float64{q.Low, q.High} {
		if limit != nil {
			points = append(points, *limit)
		}
	}
	slices.Sort(points)
	points = append([]float64{points[0] - 2, points[0] - 1}, append(points, points[len(points)-1]+1, points[len(points)-1]+2)...)
	var all []any
	for i, f := range points {
		tries := []float64{f}
		if i > 0 && points[i-1] < f {
			tries = append(tries, points[i-1]+(f-points[i-1])/3, points[i-1]+(f-points[i-1])*2/3)
		}
		for _, n := range tries {
			if (q.Low == nil || n >= *q.Low) && (q.High == nil || n <= *q.High) && !slices.Contains(all, any(n)) {
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
		for _, s := range t.figure.FindAllString(e.Source, -1) {
			if f, err := strconv.ParseFloat(s, 64); err == nil {
				all = append(all, f)
			}
		}
	}
	return all
}

// texts are no text, some text, a longer one, and those that the conditions
// name.
func (t *trial) texts() []any {
	all := []any{"", "x", strings.Repeat("x", t.longest())}
	for _, e := range t.holds {
		for _, m := range t.quoted.FindAllStringSubmatch(e.Source, -1) {
			all = append(all, m[1])
		}
	}
	return all
}
