package lifetime

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// refused: what partners are shown is taken by Slack as it is.
func refused(l *life) []string { return l.slack.wrong }

// oversized: a digest is one message with at most five buttons.
func oversized(l *life) (wrong []string) {
	seen := map[string]int{}
	for _, x := range l.digests() {
		if len(slices.Concat(x.Buttons...)) > 5 {
			wrong = append(wrong, fmt.Sprintf("%s has %d buttons", x, len(slices.Concat(x.Buttons...))))
		}
		if x.Replace != "" {
			continue
		}
		if seen[x.who.id+x.Card]++; seen[x.who.id+x.Card] > 1 {
			wrong = append(wrong, fmt.Sprintf("%s comes as several messages, or again", x))
		}
	}
	return wrong
}

// digests are the messages that are digests, as they were sent one after the
// other; not what stands in their threads.
func (l *life) digests() (all []shown) {
	for _, x := range l.slack.shown {
		if strings.HasPrefix(x.Card, "digest-") && !strings.HasSuffix(x.Card, "-d") {
			all = append(all, x)
		}
	}
	return all
}

// String says what was shown to whom, and when.
func (x shown) String() string {
	return fmt.Sprintf("%s of %s on %s", x.Card, x.who.id, x.at.Format("Mon 2006-01-02 15:04 -07"))
}

// due is when a digest has to come: in the week of a day, on the weekday of its
// reader or the next working day, at nine.
func (m *member) due(monday time.Time) time.Time {
	at := time.Date(monday.Year(), monday.Month(), monday.Day()+int(m.weekday-time.Monday), 9, 0, 0, 0, m.zone)
	for m.free(at) {
		at = at.AddDate(0, 0, 1)
	}
	return at
}

// free tells whether nobody works there on that day.
func (m *member) free(at time.Time) bool {
	return at.Weekday() == time.Saturday || at.Weekday() == time.Sunday || slices.Contains(holidays(countryOf(m.partner)), at.Format(time.DateOnly))
}

// resting tells whether somebody is not to be written to at that moment.
func (m *member) resting(at time.Time) bool { return m.free(at) || at.Hour() < 8 || at.Hour() >= 20 }

// untimely: every digest falls due at its hour of its week, and no other; what
// falls due while the bot is away, in the first working hours after it is back.
func untimely(l *life) (wrong []string) {
	for _, m := range l.programme.members {
		for _, subject := range m.subjects() {
			came := l.weeks.of(m.id, subject)
			for monday := brussels(2027, time.March, 1, 0); monday.Before(ends()); monday = monday.AddDate(0, 0, 7) {
				at := m.due(monday)
				if !at.After(m.came) || at.After(ends()) {
					continue
				}
				until := at
				if !at.Before(gone()) && at.Before(back()) {
					at, until = back(), m.morning(back())
				}
				n := len(slices.DeleteFunc(slices.Clone(came), func(w week) bool { return w.at.Before(at) || w.at.After(until) || m.resting(w.at) }))
				if n != 1 {
					wrong = append(wrong, fmt.Sprintf("the digest of %s about %s comes %d times from %v to %v", m.id, subject, n, at, until))
				}
				came = slices.DeleteFunc(came, func(w week) bool { return !w.at.Before(at) && !w.at.After(until) })
			}
			for _, w := range came {
				wrong = append(wrong, fmt.Sprintf("the digest of %s about %s comes at %v", m.id, subject, w.at))
			}
		}
	}
	return wrong
}

// morning is the end of the first working hour after a moment.
func (m *member) morning(after time.Time) time.Time {
	at := after.In(m.zone).Truncate(time.Hour)
	for m.resting(at) || at.Before(after) {
		at = at.Add(time.Hour)
	}
	return at.Add(time.Hour)
}

// of are the weeks of somebody's digest, but for those in which it was only moved.
func (w *weeks) of(member, subject string) (all []week) {
	for _, x := range w.all {
		if x.member == member && x.subject == subject && !x.moved {
			all = append(all, x)
		}
	}
	return all
}

// untold: whenever a digest falls due and there is something to report, a message
// comes with a sound, once a week at most; otherwise there is none.
func untold(l *life) (wrong []string) {
	sent := map[string]shown{}
	nothing := map[string]string{}
	for _, m := range l.programme.members {
		text := l.witness.engine.Script.Office["digest.nothing"].In(m.lang)
		nothing[m.id], _, _ = strings.Cut(text, "{")
	}
	for _, x := range l.digests() {
		if x.Replace == "" {
			sent[x.who.id+x.Card+x.at.UTC().String()] = x
			if x.Silent || !x.Top || strings.Contains(x.words(), nothing[x.who.id]) {
				wrong = append(wrong, fmt.Sprintf("%s is silent, in a thread, or says nothing", x))
			}
		}
	}
	last := map[string]time.Time{}
	for _, w := range l.weeks.all {
		key := w.member + w.card + w.at.UTC().String()
		_, came := sent[key]
		delete(sent, key)
		switch {
		case came && w.at.Sub(last[w.member+w.subject]) < 3*24*time.Hour && sameWeek(w.at, last[w.member+w.subject]):
			wrong = append(wrong, fmt.Sprintf("%s comes to %s a second time in a week", w.card, w.member))
		case w.card != "" && !w.moved && !came:
			wrong = append(wrong, fmt.Sprintf("%s is not shown to %s at %v", w.card, w.member, w.at))
		case w.news:
			wrong = append(wrong, fmt.Sprintf("%s is not told of %s at %v", w.member, w.subject, w.at))
		}
		if came {
			last[w.member+w.subject] = w.at
		}
	}
	for _, x := range sent {
		wrong = append(wrong, fmt.Sprintf("%s comes although it is not due", x))
	}
	return wrong
}

func sameWeek(a, b time.Time) bool {
	y, w := a.ISOWeek()
	year, week := b.ISOWeek()
	return y == year && w == week
}

// disturbed: partners are written to unasked in their working hours only; what is
// shown anew in its place makes no sound.
func disturbed(l *life) (wrong []string) {
	for _, x := range l.slack.shown {
		if x.asked {
			continue
		}
		if x.Replace != "" && !x.Silent && strings.HasPrefix(x.Card, "digest-") || x.Replace == "" && !x.Silent && x.who.resting(x.at) {
			wrong = append(wrong, x.String())
		}
	}
	return wrong
}
