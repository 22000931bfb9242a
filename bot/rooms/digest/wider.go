package digest

import (
	"strconv"
	"strings"
	"time"

	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
)

// mostCohorts is of how many cohorts an overview tells by name.
const mostCohorts = 12

// wider is the digest of somebody who does not accompany: a trainer, or the
// coordination.
func (r Room) wider(v *office.Visit, s Speech, since, sent time.Time) (page, error) {
	q := QueryOf(v.Script, v.Now(), since)
	if v.Member.Fields["role"] == register.Trainer {
		t, err := GatherTaught(v.Ctx, v.Store(), v.Programme, v.Member.ID, q)
		t.Until = sent
		return page{card: r.plain(v, All, s.Taught(t)), detail: s.Asked(t), nothing: t.Nothing()}, err
	}
	o, err := GatherOverview(v.Ctx, v.Store(), v.Programme, q)
	o.Until = sent
	return page{card: r.plain(v, All, s.Overview(o)), detail: s.Pools(o), nothing: o.Moves == 0 && len(o.Stalled)+len(o.Odd) == 0}, err
}

// plain is a digest below which there is nothing to do but to see it later.
func (Room) plain(v *office.Visit, subject string, lines []flows.Line) flows.Card {
	snooze := flows.Button{Label: v.Word("digest.snooze"), Data: office.Press(verb, "snooze", subject), Kind: "quiet"}
	return flows.Card{Lines: lines, Buttons: [][]flows.Button{{snooze}, v.Home()}}
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
	}{{s.Word("digest.stalled"), o.Stalled}, {s.Word("digest.odd", "least", n(register.SmallestCohort), "most", n(register.LargestCohort)), o.Odd}} {
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

// Pools says how the pools stand.
func (s Speech) Pools(o Overview) []flows.Line {
	lines := []flows.Line{{Style: flows.Heading, Text: s.Word("digest.pools")}}
	for _, p := range o.Pools {
		lines = append(lines, s.stood(p)...)
	}
	return lines
}

// stood says how a pool stands.
func (s Speech) stood(p Pool) []flows.Line {
	where := s.Word("digest.pool.small", "least", strconv.Itoa(SmallestCell))
	if len(p.Cells) > 0 {
		where = s.cells(p.Cells)
	}
	return []flows.Line{
		body(s.Word("digest.pool", "pool", s.Word("digest.pool."+p.Pool), "target", strconv.Itoa(p.Target), "realised", strconv.Itoa(p.Realised))),
		bullet(where),
	}
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
