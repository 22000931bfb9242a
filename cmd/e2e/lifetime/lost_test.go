package lifetime

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"visesbot/bot"
	"visesbot/flows/form"
	"visesbot/flows/workday"
)

// forgotten: at the end nobody has a reminder that should have come already, and
// whoever has something open and has not fallen silent has one to come.
func forgotten(l *life) (wrong []string) {
	for _, who := range l.programme.people {
		s, err := l.store.Session(context.Background(), who.address)
		if err != nil {
			return []string{err.Error()}
		}
		if !s.Remind.IsZero() && s.Remind.Before(ends()) {
			wrong = append(wrong, fmt.Sprintf("%s: the reminder of %v has not come", who.address, s.Remind))
		}
		if !s.Watch.IsZero() && s.Watch.Before(ends()) {
			wrong = append(wrong, fmt.Sprintf("%s: nobody has looked since %v", who.address, s.Watch))
		}
		open := l.look(who, func(d *form.Dossier) bool {
			_, open := d.Next(form.Who{Respondent: s.Respondent, Role: s.Role})
			return open && !d.Ended()
		})
		waits := s.Pause == nil && (s.Respondent != "" || who.accompanies) && s.Reminded < 3 && (s.Rhythm == nil || s.Rhythm.Often != workday.Dated)
		known := !l.witness.answers[who.at.id].After(l.witness.last[who.address]) // what a colleague opened since is not
		if open && known && waits && s.Remind.IsZero() {
			wrong = append(wrong, fmt.Sprintf("%s has something open and no reminder: %+v", who.address, s))
		}
	}
	return wrong
}

// look opens the dossier of somebody as it is at the end.
func (l *life) look(who *person, f func(d *form.Dossier) bool) bool {
	view, err := l.store.Dossier(context.Background(), bot.Claim{}, who.at.id)
	if err != nil {
		l.t.Fatal(err)
	}
	defer view.Close()
	return f(form.Open(l.witness.engine.Script.Questionnaire, view, ends()))
}

// unreminded: of every session everybody was told before it began; where the bot
// was away at that time, as soon as it was back. Who pauses is not told.
func unreminded(l *life) (wrong []string) {
	for _, s := range l.sessions {
		if s.cancelled || s.at.After(ends()) {
			continue
		}
		for _, who := range l.invited(s) {
			told := l.toldOf(who, "appointment "+s.id+" ")
			before := s.at.AddDate(0, 0, -6)
			switch {
			case l.witness.pausedBetween(who.address, before, s.at) || l.witness.changedBetween(who.address, s.at.AddDate(0, 0, -10), s.at):
			case told.IsZero():
				wrong = append(wrong, fmt.Sprintf("%s (%s) is never told of %s, %v", who.address, who.nature, s.id, s.at))
			case !told.Before(s.at) && !(before.Before(back()) && s.at.After(gone()) && told.Before(back().AddDate(0, 0, 7))):
				wrong = append(wrong, fmt.Sprintf("%s (%s) is told of %s, %v, only at %v", who.address, who.nature, s.id, s.at, told))
			}
		}
	}
	return wrong
}

// toldOf is when somebody was first reminded of a thing; zero if never.
func (l *life) toldOf(who *person, thing string) time.Time {
	for _, x := range l.witness.of(who) {
		if slices.ContainsFunc(x.things, func(t string) bool { return strings.HasPrefix(t, thing) }) {
			return x.sent
		}
	}
	return time.Time{}
}

// patience is how long a decision may wait behind what is more urgent, for
// somebody who wants to hear little.
const patience = 45 * 24 * time.Hour

// unasked: of every decision whose day has come somebody was asked, not before
// that day.
func unasked(l *life) (wrong []string) {
	for _, e := range l.programme.enterprises {
		l.look(e.people[0], func(d *form.Dossier) bool {
			for _, p := range d.Head().Promises {
				wrong = append(wrong, l.unaskedOf(e, d, p)...)
			}
			return true
		})
	}
	return wrong
}

func (l *life) unaskedOf(e *enterprise, d *form.Dossier, p form.Promise) []string {
	at := slices.IndexFunc(e.people, func(who *person) bool { return string(who.address) == d.Promiser(p).Address })
	who := e.people[at]
	thing := fmt.Sprintf("decision %s %s", p.Place, p.On.Format(time.DateOnly))
	told := l.toldOf(who, thing)
	switch {
	case !told.IsZero() && told.Before(p.On):
		return []string{fmt.Sprintf("%s is asked about %s already at %v", who.address, thing, told)}
	case !told.IsZero() || p.Fate != "" || p.On.Add(patience).After(ends()) || l.witness.pausedBetween(who.address, p.On, p.On.Add(patience)):
		return nil
	}
	return []string{fmt.Sprintf("%s (%s) is never asked about %s", who.address, who.nature, thing)}
}

// uncollected: of every moment of collection that has come its keeper was asked,
// on its day or after it.
func uncollected(l *life) (wrong []string) {
	for _, e := range l.programme.enterprises {
		l.look(e.people[0], func(d *form.Dossier) bool {
			for _, plan := range d.Head().Plans {
				for _, m := range d.Moments(plan.Place) {
					if m.Item != "" && m.Due.After(begins()) && m.Due.Add(patience).Before(ends()) {
						wrong = append(wrong, l.uncollectedOf(e, d, plan, m)...)
					}
				}
			}
			return true
		})
	}
	return wrong
}

func (l *life) uncollectedOf(e *enterprise, d *form.Dossier, plan form.Plan, m form.Dated) []string {
	keeper := d.Keeper(plan)
	if keeper == nil || keeper.Respondent == "" {
		return nil
	}
	who := e.people[slices.IndexFunc(e.people, func(who *person) bool { return string(who.address) == keeper.Address })]
	told := l.toldOf(who, "moment "+string(m.Item))
	switch {
	case !told.IsZero() && told.Before(m.Due):
		return []string{fmt.Sprintf("%s is asked for %s already at %v", who.address, m.Item, told)}
	case !told.IsZero() || l.witness.pausedBetween(who.address, m.Due, m.Due.Add(patience)) || l.witness.changedBetween(who.address, m.Due, m.Due.Add(patience)):
		return nil
	}
	return []string{fmt.Sprintf("%s (%s) is never asked for %s, due on %s, %s", who.address, who.nature, m.Item, m.Due.Format(time.DateOnly), m.Fate)}
}
