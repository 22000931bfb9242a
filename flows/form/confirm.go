package form

import (
	"hash/fnv"
	"slices"
	"strconv"
	"strings"
)

// A warning that was accepted is kept as the id of its rule, sealed with what
// the rule looked at beside the answer itself: "jump#1x2y". When that reads
// differently later, the seal no longer fits and the warning strikes again.
// An id without a seal is accepted whatever comes.

const sealMark = "#"

// confirmed tells whether a warning about an answer was accepted as things
// stand now.
func (d *standing) confirmed(s *scope, a *Answer, r Rule) bool {
	if len(a.Confirmed) == 0 {
		return false
	}
	return slices.Contains(a.Confirmed, r.ID) || slices.Contains(a.Confirmed, r.ID+sealMark+d.looksAt(s, r.If))
}

// sealed gives what was confirmed with the seals of this moment, each once.
func (d *standing) sealed(q *Question, a *Answer) []string {
	if len(a.Confirmed) == 0 {
		return nil
	}
	defer func(before *Answer) { d.trial = before }(d.trial)
	d.trial = a
	s := scope{d: &d.relevance, loop: q.Loop, path: a.Place.Path(), value: &a.Value, kind: q}
	var out []string
	for _, id := range a.Confirmed {
		at := slices.IndexFunc(q.Warn, func(r Rule) bool { return r.ID == id })
		if at >= 0 {
			if seal := d.looksAt(&s, q.Warn[at].If); seal != "" {
				id += sealMark + seal
			}
		}
		out = withSeal(out, id)
	}
	return out
}

// withSeal adds an accepted warning in the place of the same one with another
// seal.
func withSeal(all []string, id string) []string {
	rule, _, _ := strings.Cut(id, sealMark)
	all = slices.DeleteFunc(all, func(o string) bool { r, _, _ := strings.Cut(o, sealMark); return r == rule })
	return append(all, id)
}

// looksAt is a fingerprint of the single answers that an expression looks at;
// "" when it looks at none. Lists and items are left out: what is on a list is
// read on its card, and renaming changes no meaning.
func (d *standing) looksAt(s *scope, e *Expr) string {
	h := fnv.New32a()
	seen := false
	for _, r := range e.deps() {
		a := s.lookedAt(r)
		if a == nil || a.State != Given {
			continue
		}
		_, _ = h.Write([]byte(r.name + "\x00" + d.meaning(d.q.questions[a.Place.Question()], a) + "\x00"))
		seen = true
	}
	if !seen {
		return ""
	}
	return strconv.FormatUint(uint64(h.Sum32()), 36)
}

func (s *scope) lookedAt(r dep) *Answer {
	switch {
	case r.earlier:
		return s.d.Earlier(s.kind, At(s.kind.ID, s.path))
	case r.question == nil || r.many || r.question == s.kind || r.question.Type == Ref || r.question.Type == Repeat:
		return nil
	}
	return s.d.current(At(r.question.ID, s.path.Prefix(len(r.question.Loop))))
}
