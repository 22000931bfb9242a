package digest

import (
	"strconv"
	"strings"
	"time"

	"visesbot/bot/cohort"
	"visesbot/bot/office"
	"visesbot/flows"
)

// mostCohorts is of how many cohorts an overview tells by name.
const mostCohorts = 12

// wider is the digest of somebody who does not accompany: a trainer, or the
// coordination.
func (r Room) wider(v *office.Visit, s Speech, since time.Time) (page, error) {
	q := QueryOf(v.Script, v.Now(), since)
	later := [][]flows.Button{{{Label: v.Word("digest.snooze"), Data: office.Press(verb, "snooze", All), Kind: "quiet"}}, v.Home()}
	if v.Member.Fields["role"] == cohort.Trainer {
		lessons, err := GatherLessons(v.Ctx, v.Store(), v.Programme, v.Member.ID, q)
		lines := s.Lessons(lessons, v.Now())
		return page{card: flows.Card{Lines: lines, Buttons: later}, nothing: len(lessons) == 0, mark: mark(lines)}, err
	}
	o, err := GatherOverview(v.Ctx, v.Store(), v.Programme, q)
	lines, detail := s.Overview(o), s.Pools(o, "")
	return page{
		card: flows.Card{Lines: lines, Buttons: later}, detail: detail,
		nothing: o.Moves == 0 && len(o.Stalled)+len(o.Odd) == 0, mark: mark(append(lines[:len(lines):len(lines)], detail...)),
	}, err
}

// Lessons says what was followed, cohort by cohort.
func (s Speech) Lessons(all []Lesson, at time.Time) []flows.Line {
	lines := []flows.Line{{Style: flows.Heading, Text: s.Word("digest.title", "cohort", s.Word("digest.all"), "day", s.day(at))}}
	if len(all) == 0 {
		lines = append(lines, body(s.Word("digest.lessons.none")))
	}
	for _, l := range all[:min(mostCohorts, len(all))] {
		lines = append(lines, body(clip(l.Name, mostName)), bullet(s.Word("digest.modules", "list", s.modules(l.Modules))))
	}
	return lines
}

// Overview says how the programme stands.
func (s Speech) Overview(o Overview) []flows.Line {
	n := strconv.Itoa
	lines := []flows.Line{
		{Style: flows.Heading, Text: s.Word("digest.title", "cohort", s.Word("digest.all"), "day", s.day(o.Until))},
		body(s.Word("digest.enterprises", "n", n(o.Enterprises), "list", s.cells(o.Phases))),
		body(s.Word("digest.closed", "n", n(o.Moves), "day", s.day(o.Since))),
	}
	for _, part := range []struct {
		title string
		cells []Cell
	}{{s.Word("digest.stalled"), o.Stalled}, {s.Word("digest.odd", "least", n(cohort.SmallestCohort), "most", n(cohort.LargestCohort)), o.Odd}} {
		if len(part.cells) == 0 {
			continue
		}
		lines = append(lines, body(part.title))
		for _, c := range part.cells[:min(mostCohorts, len(part.cells))] {
			lines = append(lines, bullet(s.Word("digest.cell", "of", clip(c.Name, mostName), "n", n(c.N))))
		}
		if more := s.others(len(part.cells) - mostCohorts); more != "" {
			lines = append(lines, flows.Line{Style: flows.Hint, Text: strings.TrimSpace(more)})
		}
	}
	if o.Used > 0 || o.Budget > 0 {
		lines = append(lines, body(s.hoursOf(o.Used, o.Budget)))
	}
	return lines
}

// Pools says how the pools stand, or one of them.
func (s Speech) Pools(o Overview, only string) []flows.Line {
	lines := []flows.Line{{Style: flows.Heading, Text: s.Word("digest.pools")}}
	for _, p := range o.Pools {
		if only != "" && p.Pool != only {
			continue
		}
		lines = append(lines, body(s.Word("digest.pool", "pool", s.Word("digest.pool."+p.Pool), "target", strconv.Itoa(p.Target), "realised", strconv.Itoa(p.Realised))))
		if len(p.Cells) == 0 {
			lines = append(lines, bullet(s.Word("digest.pool.small", "least", strconv.Itoa(SmallestCell))))
			continue
		}
		lines = append(lines, bullet(s.cells(p.Cells)))
	}
	return lines
}

// cells says how many are where.
func (s Speech) cells(all []Cell) string {
	var list []string
	for _, c := range all {
		where := s.phase(c.Of)
		if c.Of == others {
			where = s.Word("digest.elsewhere")
		}
		list = append(list, s.Word("digest.cell", "of", where, "n", strconv.Itoa(c.N)))
	}
	return strings.Join(list, " ; ")
}
