package engine

import (
	"fmt"

	"visesbot/flows"
	"visesbot/flows/cycle"
	"visesbot/flows/entry"
	"visesbot/flows/form"
	"visesbot/flows/learning"
	"visesbot/flows/reminder"
	"visesbot/flows/talk"
)

// Engine moves conversations on, by one version of the content. It is safe for
// concurrent use.
type Engine struct {
	Script *flows.Script
	Links  map[string]string // by entry of the library: where the programme keeps it; "site" is its own site
}

// Step gives what an event leads to. The source may be nil while the
// conversation belongs to no dossier. An error means that the step cannot be
// made at all (a fault of the content or the program); what people do never
// leads to one.
func (e *Engine) Step(session flows.Session, dossier form.Source, ev flows.Event) (flows.Turn, error) {
	if e.Script == nil || e.Script.Questionnaire == nil {
		return flows.Turn{}, fmt.Errorf("step: %w", errContent)
	}
	t := talk.Begin(e.Script, e.Links, session, ev)
	t.Ways = ways{}
	t.Session.Content = e.Script.Version
	if ev.Person.Zone != "" {
		t.Session.Zone = ev.Person.Zone
	}
	if dossier != nil {
		t.Dossier = form.Open(e.Script.Questionnaire, dossier, ev.At)
	}
	if gone(t) {
		return flows.Turn{Session: t.Session, Wishes: t.Wishes}, t.Err
	}
	stood := reminder.Stands(t)
	cycle.UpgradeContent(t)
	reminder.Presence(t)
	entry.LastSeen(t)
	cycle.Collect(t)
	before, promises := t.Plans(), reminder.Promises(t)
	reminder.CameBack(t)
	happen(t)
	cycle.Collect(t)
	cycle.NotifyKeepers(t, before)
	reminder.NotifyPromisers(t, promises)
	reminder.NotifyOpened(t, stood, dossier)
	reminder.Plan(t)
	suppress(t)
	part(t)
	turn := flows.Turn{Session: t.Session, Wishes: t.Wishes}
	if t.Dossier != nil {
		turn.Changes = t.Dossier.Changes()
	}
	return turn, t.Err
}

// happen takes the event to whoever it is for.
func happen(t *talk.Turn) {
	switch {
	case t.Event.Kind == flows.Said && t.Event.Album != "":
		gather(t)
		return
	case t.Event.Kind == flows.Timer && t.Event.Timer == timerAlbum:
		gathered(t)
		return
	case t.Event.Kind == flows.Timer && t.Event.Timer == learning.TimerPushed:
		learning.ShowPushes(t)
		return
	case t.Event.Kind == flows.Said || t.Event.Kind == flows.Pressed || t.Event.Kind == flows.Started:
		gathered(t)
	}
	switch t.Event.Kind {
	case flows.Started:
		entry.Started(t)
	case flows.Timer:
		timer(t)
	case flows.Told:
		notice(t)
	case flows.Pressed:
		Pressed(t)
	case flows.Said:
		typed(t)
	case flows.Missed:
		missed(t)
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
