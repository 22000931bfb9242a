package form

import (
	"strings"
	"time"

	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/interpreter"
)

// scope is what an expression sees: a dossier from one path of items.
type scope struct {
	d      *relevance
	loop   []*Collection
	path   Path
	value  *Value // the answer itself, if there is one
	former *Value // the one it would replace
	kind   *Question
	day    time.Time // of the answer
	open   bool      // something unknown was met that may still be answered
}

var _ interpreter.Activation = (*scope)(nil)

// Parent ends the chain of scopes.
func (s *scope) Parent() interpreter.Activation { return nil }

// ResolveName gives the value of a name, or CEL's unknown.
func (s *scope) ResolveName(name string) (any, bool) {
	switch name {
	case "value":
		return s.ofValue(s.kind, s.value, "")
	case "value.start":
		return s.ofValue(s.kind, s.value, "start")
	case "value.end":
		return s.ofValue(s.kind, s.value, "end")
	case "former", "former.start", "former.end", "earlier", "earlier.start", "earlier.end":
		return s.before(name), true
	case "today":
		return s.day, true
	case "country":
		return s.d.head.Enterprise.Country, true
	}
	r, ok := s.d.q.names[name]
	if !ok {
		return nil, false
	}
	return s.resolve(r), true
}

func (s *scope) ofValue(q *Question, v *Value, part string) (any, bool) {
	if v == nil {
		return s.unknown(true), true
	}
	return native(q, *v, part), true
}

// before gives what was answered before: here, or at the moment before.
func (s *scope) before(name string) any {
	what, part, _ := strings.Cut(name, ".")
	v := s.former
	if what == "earlier" {
		v = nil
		if a := s.d.Earlier(s.kind, At(s.kind.ID, s.path)); a != nil {
			v = &a.Value
		}
	}
	if v == nil {
		return s.unknown(false)
	}
	return native(s.kind, *v, part)
}

// unknown is CEL's unknown; waiting tells whether an answer may still come.
func (s *scope) unknown(waiting bool) ref.Val {
	s.open = s.open || waiting
	return types.NewUnknown(1, nil)
}

func (s *scope) resolve(r dep) any {
	switch {
	case r.self:
		return string(s.path.Prefix(r.collection.Depth()))
	case r.newest && r.many:
		return s.newest(r.collection)
	case r.newest:
		return s.d.newest(s.path.Prefix(r.collection.Depth()))
	case r.from:
		return s.d.comesFrom(s.path.Prefix(r.collection.Depth()))
	case r.label && !r.many:
		return s.d.words(s.path.Prefix(r.collection.Depth()))
	case r.label:
		return s.labels(r.collection)
	case r.collection != nil:
		return s.ids(r.collection)
	case r.many:
		return s.all(r.question)
	}
	return s.one(r.question, s.path.Prefix(len(r.question.Loop)), r.part)
}

// one is the answer of a question at one path.
func (s *scope) one(q *Question, path Path, part string) any {
	if q.Type == Calc {
		return s.calc(q, path)
	}
	a := s.d.current(At(q.ID, path))
	switch {
	case a != nil && a.State == Given:
		return native(q, a.Value, part)
	case a != nil && (a.State == NotApplicable || a.State == Declined), a == nil && s.d.spared(q):
		return s.unknown(false)
	}
	return s.unknown(s.d.Relevant(At(q.ID, path)) != No)
}

func (s *scope) calc(q *Question, path Path) any {
	inner := scope{d: s.d, loop: q.Loop, path: path}
	v := inner.eval(q.Calc)
	s.open = s.open || inner.open
	return v
}

// ids lists the items of a collection below the items that both share.
func (s *scope) ids(c *Collection) []string {
	under := s.path.Prefix(s.shared(chain(c.Of)))
	out := []string{}
	s.d.eachAsked(c, under, func(p Path) { out = append(out, string(p)) })
	return out
}

// labels lists the words of the same items.
func (s *scope) labels(c *Collection) []string {
	out := s.ids(c)
	for i, p := range out {
		out[i] = s.d.words(Path(p))
	}
	return out
}

// newest tells of the same items which are not followed by a newer version.
func (s *scope) newest(c *Collection) []bool {
	ids := s.ids(c)
	out := make([]bool, len(ids))
	for i, p := range ids {
		out[i] = s.d.newest(Path(p))
	}
	return out
}

// all lists the answers of all items; unknown while one of them is.
func (s *scope) all(q *Question) any {
	c := q.Loop[len(q.Loop)-1]
	under := s.path.Prefix(s.shared(chain(c.Of)))
	out := []any{}
	missing := false
	s.d.each(c, under, func(p Path) {
		switch v := s.one(q, p, "").(type) {
		case *types.Unknown:
			missing = missing || s.open
		default:
			out = append(out, v)
		}
	})
	if missing {
		return s.unknown(true)
	}
	return out
}

// shared counts the loops around the scope that are also around the other.
func (s *scope) shared(other []*Collection) int { return shared(s.loop, other) }

func shared(a, b []*Collection) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// chain lists a collection and those around it, outermost first.
func chain(c *Collection) []*Collection {
	if c == nil {
		return nil
	}
	return append(chain(c.Of), c)
}

func (s *scope) eval(e *Expr) ref.Val {
	v, _, err := e.program.Eval(s)
	if err != nil {
		return types.NewErr("%v", err)
	}
	return v
}

// truth evaluates a condition. What hangs on an answer that will never come
// (not applicable, declined, a closed branch) is No.
func (s *scope) truth(e *Expr) Tri {
	if e == nil {
		return Yes
	}
	switch v := s.eval(e).(type) {
	case types.Bool:
		if v {
			return Yes
		}
		return No
	case *types.Unknown:
		if s.open {
			return Pending
		}
	}
	return No
}

// fails tells whether a condition is known to be false.
func (s *scope) fails(e *Expr) bool { return s.eval(e) == types.False }

// native gives an answer as expressions see it.
func native(q *Question, v Value, part string) any {
	switch q.Type {
	case Consent, YesNo:
		return len(v.Choices) > 0 && v.Choices[0] == "yes"
	case Single:
		return first(v.Choices)
	case Scale5:
		return int64(numberOf(v))
	case Number, Money:
		return numberOf(v)
	case Date:
		return v.Date
	case Period:
		if part == "end" {
			return v.Until
		}
		return v.Date
	case ShortTxt, LongTxt:
		return v.Text
	case FileType:
		return fileIDs(v.Files)
	}
	return v.Choices
}

func first(s []string) string {
	if len(s) == 0 {
		return ""
	}
	return s[0]
}

func fileIDs(files []File) []string {
	out := make([]string, len(files))
	for i, f := range files {
		out[i] = f.ID
	}
	return out
}
