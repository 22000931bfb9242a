package engine

import (
	"visesbot/flows"
	"visesbot/flows/cycle"
	"visesbot/flows/entry"
	"visesbot/flows/form"
	"visesbot/flows/learning"
	"visesbot/flows/reminder"
	"visesbot/flows/talk"
)

// A step is more than what happens: before it the talk is brought up to date, and
// after it others are told and moments are set. The order is this, and why:
//
//	pin               the version of the content is the engine's, the zone that of the event's person
//	remember          how the dossier stood is what opened questions are told from: before anything changes it
//	upgrade content   the first change of all: everything else reads the dossier by this content
//	presence          who does something is reachable again, and is answered
//	last seen         which of somebody's apps is theirs now: before anything is said to them
//	collect           moments of the calendar that have come are there before the person looks
//	remember plans    after that, so that only what the event changes is told
//	came back         a pause ends by doing something, before that is answered
//	happen            the event itself
//	collect           what was just planned may have come already
//	notify            keepers of a calendar, promisers of a decision, those with something new to answer
//	plan              the next reminder: after all that it depends on
//	suppress          the last word: nothing is said to who cannot hear it
//	part              the talk of who was taken out in this step ends, once everything else is done
func (e *Engine) inOrder(t *talk.Turn, source form.Source) {
	t.Session.Content = e.Script.Version
	if zone := t.Event.Person.Zone; zone != "" {
		t.Session.Zone = zone
	}
	stood := reminder.Stands(t)
	cycle.UpgradeContent(t)
	reminder.Presence(t)
	entry.LastSeen(t)
	cycle.Collect(t)
	plans, promises := t.Plans(), reminder.Promises(t)
	reminder.CameBack(t)
	e.happen(t)
	cycle.Collect(t)
	cycle.NotifyKeepers(t, plans)
	reminder.NotifyPromisers(t, promises)
	reminder.NotifyOpened(t, stood, source)
	reminder.Plan(t)
	suppress(t)
	part(t)
}

// happen takes the event to whoever it is for.
func (e *Engine) happen(t *talk.Turn) {
	switch t.Event.Kind {
	case flows.Started:
		e.gathered(t)
		entry.Started(t)
	case flows.Timer:
		e.timer(t)
	case flows.Told:
		e.notice(t)
	case flows.Pressed:
		e.gathered(t)
		e.press(t, t.Event.Press)
	case flows.Said:
		e.said(t)
	case flows.Missed:
		e.missed(t)
	case flows.Edited:
		edited(t)
	case flows.Deleted:
		deleted(t)
	case flows.Left:
		reminder.ShutOut(t)
	case flows.Voted:
		if t.Event.Vote != nil {
			learning.Voted(t, *t.Event.Vote)
		}
	}
}

// said takes what was typed or sent; several parts that belong together are one
// thing.
func (e *Engine) said(t *talk.Turn) {
	if t.Event.Album != "" {
		e.gather(t)
		return
	}
	e.gathered(t)
	e.typed(t)
}

// timer does what a moment was waited for.
func (e *Engine) timer(t *talk.Turn) {
	if t.Event.Timer == flows.TimerAlbum {
		e.gathered(t)
		return
	}
	if alarm, ok := e.routes.Timers[t.Event.Timer]; ok && (alarm.Open || t.Joined()) {
		alarm.Do(t)
	}
}
