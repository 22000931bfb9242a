package lifetime

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"visesbot/flows/workday"
)

// check is one thing that has to hold when everything is over: what was wrong.
type check struct {
	name  string
	wrong func(l *life) []string
}

func checks() []check {
	return []check{
		{"something happened", quietLives},
		{"the channel is asked for nothing that it cannot show", func(l *life) []string { return l.phones.wrong }},
		{"every reminder comes when it was meant to", func(l *life) []string { return l.witness.wrong }},
		{"nobody is written to in quiet hours, on a weekend or a holiday", restless},
		{"nobody is reminded twice of one thing", repeated},
		{"nobody is reminded oftener than was agreed", tooOften},
		{"the hour on the wall stays the hour on the wall", shifted},
		{"nobody waits for a reminder that does not come", forgotten},
		{"everybody is reminded of every session", unreminded},
		{"nobody is reminded of a meeting that is cancelled, or of a time at which it is not", outdated},
		{"everybody who was invited hears that a meeting is cancelled or moved", uninformed},
		{"a friendly word comes once a week at most, to all of an enterprise", unfriendly},
		{"the hours of guidance add up", miscounted},
		{"whoever sees to it is asked for every value that is due", uncollected},
		{"whoever takes care of a decision is asked on its day", unasked},
		{"Slack takes whatever partners are shown", refused},
		{"a digest is one message with five buttons", oversized},
		{"every digest comes once a week, at its hour, and after the outage", untimely},
		{"a digest comes when there is something to report, and only then", untold},
		{"partners are written to in working hours", disturbed},
		{"everybody of a cohort gets what is pushed once, and nobody else", misdelivered},
		{"all who got a module got the same", differing},
		{"every call for help is heard", unheard},
	}
}

// quietLives sees that the other checks have something to look at.
func quietLives(l *life) (wrong []string) {
	count := map[string]int{}
	for _, x := range l.witness.all {
		count[string(x.cause)]++
		for _, thing := range x.things {
			kind, _, _ := strings.Cut(thing, " ")
			count[kind]++
		}
	}
	for _, kind := range []string{"reminder", "repetition", "silence", "open", "moment", "decision", "appointment", "push", "invitation", "nudge"} {
		if count[kind] < 10 {
			wrong = append(wrong, fmt.Sprintf("only %d of %s, of %v", count[kind], kind, count))
		}
	}
	l.t.Logf("witnessed: %v", count)
	return wrong
}

// holidays are those of both countries in these years, as their laws have them:
// not asked of what is tested.
func holidays(country string) []string {
	both := []string{
		"2027-03-29", "2027-05-01", "2027-05-06", "2027-05-17", "2027-08-15", "2027-11-01", "2027-11-11", "2027-12-25",
		"2028-01-01", "2028-04-17", "2028-05-01", "2028-05-25", "2028-06-05", "2028-08-15",
	}
	if country == "FR" {
		return append(both, "2027-05-08", "2027-07-14", "2028-05-08", "2028-07-14")
	}
	return append(both, "2027-07-21", "2028-07-21")
}

func restless(l *life) (wrong []string) {
	for _, x := range l.witness.all {
		from, until := x.rhythm.Open()
		at := x.sent
		weekend := at.Weekday() == time.Saturday || at.Weekday() == time.Sunday
		holiday := slices.Contains(holidays(x.who.at.partner.country), at.Format(time.DateOnly))
		if at.IsZero() || weekend || holiday || at.Hour() < from || at.Hour() >= until || !x.rhythm.Works(at.Weekday()) {
			wrong = append(wrong, x.String())
		}
	}
	return wrong
}

// String says who heard what, and when.
func (x witnessed) String() string {
	return fmt.Sprintf("%s (%s) hears on %s of %v, %s: %+v", x.who.address, x.who.nature, x.sent.Format("Mon 2006-01-02 15:04 -07"), x.things, x.cause, x.rhythm)
}

// repeated: what is open may be asked again after some silence, at most three
// times; everything else comes once.
func repeated(l *life) (wrong []string) {
	for _, who := range l.programme.people {
		seen := map[string]bool{}
		for _, x := range l.witness.of(who) {
			for _, thing := range x.things {
				if x.cause != reminder || strings.HasPrefix(thing, "open ") {
					continue
				}
				if seen[thing] {
					wrong = append(wrong, x.String())
				}
				seen[thing] = true
			}
		}
	}
	return wrong
}

func tooOften(l *life) (wrong []string) {
	for _, who := range l.programme.people {
		var before []time.Time
		for _, x := range l.witness.of(who) {
			if x.cause != reminder {
				continue
			}
			within := func(days int) (n int) {
				for _, t := range before {
					if workday.Civil(x.sent).Sub(workday.Civil(t)) < time.Duration(days)*24*time.Hour {
						n++
					}
				}
				return n
			}
			most := map[workday.Often]int{workday.Twice: 2, workday.Weekly: 1}[x.rhythm.Often]
			if within(1) > 0 || most > 0 && within(7) >= most {
				wrong = append(wrong, x.String())
			}
			before = append(before, x.sent)
		}
	}
	return wrong
}

// shifted: what can wait for its hour comes at that hour, whatever the clocks do;
// only what the bot could not say in time comes when it is back.
func shifted(l *life) (wrong []string) {
	for _, x := range l.witness.all {
		if x.cause != reminder || strings.HasPrefix(x.things[0], "appointment") || x.sent.Sub(back()).Abs() < 72*time.Hour || l.askedThatDay(x) {
			continue
		}
		if x.sent.Hour() != x.rhythm.At() || x.sent.Minute() != 0 {
			wrong = append(wrong, x.String())
		}
	}
	return wrong
}

// askedThatDay tells whether something that the person had asked for came on the
// same day: the other one keeps an hour away from it.
func (l *life) askedThatDay(x *witnessed) bool {
	return slices.ContainsFunc(l.witness.of(x.who), func(o *witnessed) bool {
		return o.cause == repetition && workday.Civil(o.sent).Equal(workday.Civil(x.sent))
	})
}
