package lifetime

import (
	"fmt"
	"time"

	"visesbot/bot"
	"visesbot/bot/rooms/digest"
	"visesbot/flows/form"
)

// friendly is a friendly word that was sent to an enterprise.
type friendly struct {
	to *enterprise
	at time.Time
}

// nudges plans friendly words: each accompanist sends one now and then, also by
// night and at the weekend, and some a second one two days later.
func (l *life) nudges() {
	for i, m := range l.programme.members[:cohorts] {
		all := l.enterprisesOf(i)
		for n := range 17 {
			day := begins().AddDate(0, 0, 10+28*n+i)
			at := time.Date(day.Year(), day.Month(), day.Day(), []int{10, 23, 6, 19}[(n+i)%4], 20, 0, 0, m.zone)
			e := all[n%len(all)]
			l.agenda.add(at, func() { l.nudge(m, e) })
			if n%3 == 0 {
				l.agenda.add(at.AddDate(0, 0, 2), func() { l.nudge(m, e) })
			}
		}
	}
}

func (l *life) enterprisesOf(cohort int) (all []*enterprise) {
	for _, e := range l.programme.enterprises {
		if e.cohort == cohort {
			all = append(all, e)
		}
	}
	return all
}

// nudge sends a friendly word, and notes whether it was taken.
func (l *life) nudge(m *member, e *enterprise) {
	last := l.nudged(e)
	l.hear(m, bot.Update{Press: "o~digest~nudged~" + e.id})
	l.drain()
	switch now := l.nudged(e); {
	case now.Equal(last):
		l.refused++
	default:
		l.friendly = append(l.friendly, friendly{e, now})
	}
}

// nudged is when the office took the last friendly word to an enterprise.
func (l *life) nudged(e *enterprise) (at time.Time) {
	for _, x := range l.entries(digest.Nudges, e.id) {
		if x.ID == e.id {
			at = x.Moment("at")
		}
	}
	return at
}

// unfriendly: a friendly word is sent to an enterprise once a week at most, reaches
// everybody of its staff once, and is shown to all but those who have said that
// they do not want to hear anything now, or do not agree any more. Nobody is shown another. That none comes
// in quiet hours is a check of its own: see restless.
func unfriendly(l *life) (wrong []string) {
	sent := map[*enterprise][]time.Time{}
	for _, f := range l.friendly {
		all := sent[f.to]
		if n := len(all); n > 0 && f.at.Sub(all[n-1]) < 7*24*time.Hour {
			wrong = append(wrong, fmt.Sprintf("%s is sent a word at %v and again at %v", f.to.id, all[n-1], f.at))
		}
		sent[f.to] = append(all, f.at)
	}
	if len(l.friendly) < 100 || l.refused < 30 {
		wrong = append(wrong, fmt.Sprintf("only %d words are sent, and %d refused", len(l.friendly), l.refused))
	}
	for _, who := range l.programme.people {
		want := len(sent[who.at])
		if who.accompanies {
			want = 0
		}
		if n := l.witness.told[told{who: who, state: nudgeNote}]; n != want {
			wrong = append(wrong, fmt.Sprintf("%d friendly words reach %s, and not %d", n, who.address, want))
		}
		ended := l.look(who, func(d *form.Dossier) bool { return d.Ended() })
		if shown := l.shownNudges(who); shown > want || shown+l.witness.spared[who] < want && !ended {
			wrong = append(wrong, fmt.Sprintf("%s is shown %d friendly words of %d, and spared %d", who.address, shown, want, l.witness.spared[who]))
		}
	}
	return wrong
}

func (l *life) shownNudges(who *person) (n int) {
	for _, x := range l.witness.of(who) {
		if x.cause == nudge {
			n++
		}
	}
	return n
}
