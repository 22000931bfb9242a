package office

import (
	"strconv"
	"time"

	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/form"
)

// mostSigns is how many reviews the front page opens, and mostStandings of how
// many enterprises it tells where they are: the rest is a press away.
const (
	mostSigns     = 5
	mostStandings = 20
)

// signs lists the phases that an enterprise has signed and the visitor has not:
// what waits for them first.
func (v *Visit) signs() (lines []flows.Line, rows [][]flows.Button, err error) {
	n := 0
	for _, enterprise := range v.accompanied() {
		h, begun, err := v.Head(enterprise)
		if err != nil {
			return nil, nil, err
		}
		if !begun || !awaitsSign(h) {
			continue
		}
		if n++; n > mostSigns {
			continue
		}
		label := v.Word("front.review", "enterprise", v.Programme.Name(register.Enterprises, enterprise))
		rows = append(rows, []flows.Button{{Label: label, Data: Press(frontVerb, "review", enterprise), Kind: "primary"}})
	}
	if n > 0 {
		lines = []flows.Line{{Style: flows.Body, Text: v.Word("front.signs", "n", strconv.Itoa(n))}}
	}
	return lines, rows, nil
}

// awaitsSign tells whether the enterprise has signed its phase, and nobody who
// accompanies it.
func awaitsSign(h form.Head) bool {
	inside, outside := false, false
	for _, s := range h.Signed {
		inside, outside = inside || !s.Outside(), outside || s.Outside()
	}
	return inside && !outside
}

// accompanied are the enterprises that the visitor accompanies.
func (v *Visit) accompanied() (all []string) {
	for _, c := range v.Programme.CohortsOf(v.Member.ID) {
		for _, enterprise := range c.List("enterprises") {
			if v.Programme.Accompanies(v.Member.ID, enterprise) {
				all = append(all, enterprise)
			}
		}
	}
	return all
}

// standings tells where each enterprise is that the visitor accompanies, and
// since when nothing has happened there; nothing of what it answered.
func (v *Visit) standings() (lines []flows.Line, err error) {
	all := v.accompanied()
	for _, enterprise := range all[:min(len(all), mostStandings)] {
		where, err := v.Position(enterprise)
		if err != nil {
			return nil, err
		}
		last, err := v.lastActivity(enterprise)
		if err != nil {
			return nil, err
		}
		name := v.Programme.Name(register.Enterprises, enterprise)
		text := v.Word("cohorts.line", "enterprise", name, "where", where)
		if !last.IsZero() {
			text += v.Word("front.last", "day", form.Day(last, v.Lang))
		}
		lines = append(lines, flows.Line{Style: flows.Bullet, Text: text})
	}
	return lines, nil
}

// lastActivity is when somebody of an enterprise answered last; zero for never.
func (v *Visit) lastActivity(enterprise string) (last time.Time, err error) {
	err = v.Look(enterprise, func(s form.Source) error {
		for _, a := range s.Answers() {
			if a.Author.Person != "" && a.At.After(last) { // what came by itself has no author
				last = a.At
			}
		}
		return nil
	})
	if !last.IsZero() {
		last = last.In(v.Now().Location())
	}
	return last, err
}

// numbers tells the coordination how the programme stands, pool by pool.
func (v *Visit) numbers() (lines []flows.Line) {
	count := func(table string) string { return strconv.Itoa(len(v.Programme.All(table))) }
	lines = []flows.Line{{Style: flows.Body, Text: v.Word("front.numbers", "enterprises", count(register.Enterprises),
		"cohorts", count(register.Cohorts), "people", count(register.People))}}
	all := append(append([]register.Entry{}, v.Programme.All(register.Targets)...), v.Programme.All(register.Enterprises)...)
	for _, pool := range register.Pools() {
		s := register.SumUp(all, pool)
		lines = append(lines, flows.Line{Style: flows.Bullet, Text: v.Word("front.pool."+pool) + v.Word("front.sum",
			"target", strconv.Itoa(s.Target), "realised", strconv.Itoa(s.Realised), "enterprises", strconv.Itoa(s.Enterprises))})
	}
	return lines
}
