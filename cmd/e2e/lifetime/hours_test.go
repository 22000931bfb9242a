package lifetime

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"time"

	"visesbot/bot"
	"visesbot/bot/register"
	"visesbot/bot/rooms/digest"
)

// budgeted is how long each enterprise may be guided, in minutes.
const budgeted = 20 * 60

// guidance plans hours of guidance: of each enterprise four times, now from the
// digest and now from the meetings. A few get more than they may have.
func (l *life) guidance() {
	for i, m := range l.programme.members[:cohorts] {
		for j, e := range l.enterprisesOf(i) {
			for n := range 4 {
				minutes := 30 + 45*n + 10*j
				if i%5 == 0 && j == 0 {
					minutes = 310 + n
				}
				at := working(begins().AddDate(0, 0, 25+90*n+7*j+i), m)
				l.agenda.add(at, func() { l.guide(m, e, minutes, n%2 == 0) })
			}
		}
	}
}

// guide books some time, and reads what is said of the budget then.
func (l *life) guide(m *member, e *enterprise, minutes int, fromDigest bool) {
	before := len(l.slack.shown)
	if fromDigest {
		day := l.clock.Now().In(m.zone).Format(time.DateOnly)
		l.fill(m, "o~digest~book~"+cohortID(e.cohort), "enterprise", e.id, "minutes", strconv.Itoa(minutes), "date", day, "note", "Visite")
	} else {
		l.hear(m, bot.Update{Press: "o~meet~time~" + e.id, Fields: map[string][]string{
			"minutes": {fmt.Sprintf("%dh%02d", minutes/60, minutes%60)}, "note": {"Visite"},
		}})
	}
	l.drain()
	l.booked[e.id] += minutes
	left := budgeted - l.booked[e.id]
	if fromDigest {
		left = max(0, left)
	}
	want, said := []int{l.booked[e.id], budgeted, left}, l.saidOfHours(m, before)
	if !slices.ContainsFunc(said, func(figures []int) bool { return slices.Equal(figures, want) }) {
		l.miscounted = append(l.miscounted, fmt.Sprintf("%s reads of %s: used, given and left are %v, and not %v", m.id, e.id, said, want))
	}
}

// saidOfHours are the last three times of every line that somebody was shown and
// that names so many.
func (l *life) saidOfHours(m *member, since int) (all [][]int) {
	for _, x := range l.slack.shown[since:] {
		for _, line := range x.Lines {
			var figures []int
			for _, t := range spoken().FindAllStringSubmatch(line.Text, -1) {
				figures = append(figures, minutesOf(t))
			}
			if n := len(figures); x.who == m && n >= 3 {
				all = append(all, figures[n-3:])
			}
		}
	}
	return all
}

// spoken is a time as people say it: "3 h", "3 u 30", "−1 h 05".
func spoken() *regexp.Regexp { return regexp.MustCompile(`(−?)(\d+) [hu](?: (\d\d))?\b`) }

func minutesOf(t []string) int {
	hours, _ := strconv.Atoi(t[2])
	minutes, _ := strconv.Atoi("0" + t[3])
	if t[1] != "" {
		return -60*hours - minutes
	}
	return 60*hours + minutes
}

// miscounted: the hours that are used are those that were booked, and budget, used
// and left add up, wherever they are told.
func miscounted(l *life) []string {
	wrong := slices.Clone(l.miscounted)
	p, err := register.Load(l.t.Context(), l.store)
	if err != nil {
		return append(wrong, err.Error())
	}
	all, over := 0, 0
	for _, e := range l.programme.enterprises {
		b := p.BudgetOf(e.id, l.entries(register.Hours, e.id+"/"))
		if b.Used != l.booked[e.id] || b.Given != budgeted || b.Used+b.Left() != b.Given {
			wrong = append(wrong, fmt.Sprintf("%s has used %+v, and %d minutes were booked", e.id, b, l.booked[e.id]))
		}
		all += b.Used
		if b.Left() < 0 {
			over++
		}
	}
	if over < 3 || all < 69*60 {
		wrong = append(wrong, fmt.Sprintf("only %d minutes are used, and %d budgets exceeded", all, over))
	}
	for c := range cohorts {
		d, err := digest.Gather(l.t.Context(), l.store, p, cohortID(c), digest.QueryOf(l.witness.engine.Script, ends(), ends().AddDate(0, 0, -7)))
		if err != nil {
			return append(wrong, err.Error())
		}
		for _, s := range d.Stands {
			if all -= s.Used; s.Used != l.booked[s.Enterprise] || s.Budget != budgeted {
				wrong = append(wrong, fmt.Sprintf("the digest of %s tells %+v", cohortID(c), s))
			}
		}
	}
	if all != 0 {
		wrong = append(wrong, fmt.Sprintf("%d minutes are in no digest", all))
	}
	return wrong
}
