package lifetime

import (
	"context"
	"fmt"
	"maps"
	"strings"
	"time"

	"visesbot/bot"
	"visesbot/bot/rooms/meeting"
)

// meetings plans a meeting of every cohort, called by who accompanies it. Some are
// moved, some are cancelled, and some only when people were reminded of them.
func (l *life) meetings() {
	for c := range cohorts {
		m := l.programme.members[c]
		called := working(begins().AddDate(0, 0, 30+30*c), m)
		l.agenda.add(called, func() {
			s, ok := l.meet(m, c)
			switch {
			case !ok:
				l.t.Errorf("the meeting of %s is not called", m.id)
			case c%4 == 1:
				l.agenda.add(working(called.AddDate(0, 0, 6), m), func() { l.postpone(m, s, 4) })
			case c%4 == 2:
				l.agenda.add(working(called.AddDate(0, 0, 6), m), func() { l.cancel(m, s) })
			case c%4 == 3:
				l.agenda.add(s.at.Add(-2*time.Hour), func() { l.cancel(m, s) })
			}
		})
	}
}

// meet calls the enterprises of a cohort together.
func (l *life) meet(m *member, c int) (*session, bool) {
	day := working(l.clock.Now().AddDate(0, 0, 20), m)
	fields := map[string]string{
		"title": "Ensemble", "kind": "session", "for": "c_" + cohortID(c), "date": day.Format(time.DateOnly),
		"from": "14:00", "until": "16:00", "place": "Maison de quartier", "link": "", "module": "", "note": "",
	}
	l.hear(m, bot.Update{Press: "o~meet~new", Fields: filled(fields)})
	l.drain()
	entries, err := l.store.Entries(context.Background(), meeting.Meetings)
	if err != nil {
		l.t.Fatal(err)
	}
	for _, e := range entries {
		if e.Fields["by"] == m.id && e.Fields["state"] == "draft" {
			l.hear(m, bot.Update{Press: "o~meet~send~" + e.ID})
			s := &session{id: e.ID, cohort: c, at: e.Moment("at").In(m.zone), staff: true, fields: fields}
			l.sessions = append(l.sessions, s)
			return s, true
		}
	}
	return nil, false
}

// filled is what somebody filled in.
func filled(fields map[string]string) map[string][]string {
	f := map[string][]string{}
	for name, text := range fields {
		f[name] = []string{text}
	}
	return f
}

// postpone moves a meeting some days, or to the first working day after them.
func (l *life) postpone(m *member, s *session, days int) {
	day := working(s.at.AddDate(0, 0, days), m)
	fields := maps.Clone(s.fields)
	fields["date"], fields["from"], fields["until"] = day.Format(time.DateOnly), "10:00", "12:00"
	l.hear(m, bot.Update{Press: "o~meet~edit~" + s.id, Fields: filled(fields)})
	s.at, s.changed = time.Date(day.Year(), day.Month(), day.Day(), 10, 0, 0, 0, m.zone), l.clock.Now()
}

// cancel takes a meeting back, and says that it is really meant.
func (l *life) cancel(m *member, s *session) {
	l.hear(m, bot.Update{Press: "o~meet~cancel~" + s.id})
	l.hear(m, bot.Update{Press: "o~meet~off~" + s.id})
	s.cancelled, s.changed = true, l.clock.Now()
}

// outdated: once a meeting is cancelled nobody who was invited is reminded of it,
// and once it is moved nobody of the time at which it is not.
func outdated(l *life) (wrong []string) {
	moved, cancelled := 0, 0
	for _, s := range l.sessions {
		switch {
		case s.changed.IsZero():
			continue
		case s.cancelled:
			cancelled++
		default:
			moved++
		}
		for _, x := range l.witness.all {
			for _, thing := range x.things {
				rest, is := strings.CutPrefix(thing, "appointment "+s.id+" ")
				if !is || !x.at.After(s.changed) {
					continue
				}
				if _, at, _ := strings.Cut(rest, " "); s.cancelled || at != s.at.UTC().Format(time.RFC3339) {
					wrong = append(wrong, fmt.Sprintf("%s; since %v that is cancelled (%v) or on %v", x, s.changed, s.cancelled, s.at))
				}
			}
		}
	}
	if moved < 10 || cancelled < 10 {
		wrong = append(wrong, fmt.Sprintf("only %d are moved and %d cancelled", moved, cancelled))
	}
	return wrong
}

// uninformed: everybody who was invited to a meeting hears that it was cancelled
// or moved, once.
func uninformed(l *life) (wrong []string) {
	for _, s := range l.sessions {
		if s.changed.IsZero() || s.fields == nil {
			continue
		}
		state := map[bool]string{true: "cancelled", false: "changed"}[s.cancelled]
		for _, who := range l.invited(s) {
			if n := l.witness.told[told{who, s.id, state}]; n != 1 {
				wrong = append(wrong, fmt.Sprintf("%s hears %d times that %s is %s", who.address, n, s.id, state))
			}
		}
	}
	return wrong
}
