package lifetime

import (
	"fmt"
	"reflect"
	"slices"
	"time"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/engine"
	"visesbot/flows/form"
	"visesbot/flows/workday"
)

// cause is why the bot writes of its own accord.
type cause string

const (
	reminder   cause = "reminder"   // of one thing
	repetition cause = "repetition" // of a reminder that was put off: the person asked for it
	silence    cause = "silence"    // somebody else does not react, or pauses
	pushed     cause = "push"       // a trainer sends a module
	invitation cause = "invitation" // to a meeting
	nudge      cause = "nudge"      // a friendly word of who accompanies
)

// witnessed is one time at which the bot wrote to somebody of its own accord.
type witnessed struct {
	who    *person
	cause  cause
	at     time.Time // in the person's time zone
	meant  time.Time // when it was to come
	things []string  // what it was about
	rhythm workday.Rhythm
	card   string // the first card of it
	sent   time.Time
}

// witness stands between the bot and the engine, and sees every step.
type witness struct {
	engine  *engine.Engine
	people  map[bot.Address]*person
	begin   map[string]form.Changes // of each dossier, until it is there
	all     []*witnessed
	meant   map[bot.Address]time.Time // the next reminder
	paused  map[bot.Address][]span
	last    map[bot.Address]time.Time   // when a conversation last took a step
	answers map[string]time.Time        // when something was last changed in a dossier
	changed map[bot.Address][]time.Time // when they chose another rhythm
	wrong   []string                    // what must never happen in a step
	told    map[told]int
	spared  map[*person]int // friendly words that were not wanted then
	version string
}

// nudgeNote is the state under which it is counted how many friendly words
// reached somebody.
const nudgeNote = "nudge"

// told is what a conversation was told: what became of a meeting, or a friendly
// word. Whether and when it is shown is another matter.
type told struct {
	who       *person
	id, state string
}

// span is a time in which somebody paused.
type span struct{ from, until time.Time }

func newWitness(script *flows.Script, p *programme) *witness {
	w := &witness{
		engine: engine.Must(script), people: map[bot.Address]*person{}, begin: map[string]form.Changes{},
		meant: map[bot.Address]time.Time{}, paused: map[bot.Address][]span{}, changed: map[bot.Address][]time.Time{},
		last: map[bot.Address]time.Time{}, answers: map[string]time.Time{}, version: script.Version,
		told: map[told]int{}, spared: map[*person]int{},
	}
	for _, who := range p.people {
		w.people[who.address] = who
	}
	return w
}

// Step lets people begin where their enterprise stands, and otherwise steps the
// engine and writes down what it says unasked.
func (w *witness) Step(s flows.Session, d form.Source, ev flows.Event) (flows.Turn, error) {
	who := w.people[bot.Address(s.Address)]
	if who == nil { // a partner, or nobody: the enterprise's phone that is in nobody's hands
		return w.engine.Step(s, d, ev)
	}
	if ev.Kind == flows.Started && s.Dossier == "" {
		return w.arrive(who, ev), nil
	}
	turn, err := w.engine.Step(s, d, ev)
	if err == nil {
		w.see(who, s, turn, ev)
	}
	return turn, err
}

// arrive is somebody who has been talking with the bot for a while.
func (w *witness) arrive(who *person, ev flows.Event) flows.Turn {
	turn := flows.Turn{Session: flows.Session{
		Address: string(who.address), Dossier: who.at.id, Person: fmt.Sprint("p", who.number),
		Role: who.role, Lang: who.lang, Zone: who.zone.String(), Mode: flows.Home, Consent: "yes", Content: w.version,
	}}
	if !who.accompanies {
		turn.Session.Respondent = fmt.Sprint("rp", who.number)
	}
	if c, first := w.begin[who.at.id]; first {
		turn.Changes = c
		delete(w.begin, who.at.id)
	}
	turn.Bind(*ev.Invite)
	return turn
}

// see writes down what was said unasked, and when the next reminder is to come.
func (w *witness) see(who *person, before flows.Session, turn flows.Turn, ev flows.Event) {
	after := turn.Session
	w.last[who.address] = ev.At
	if !turn.Changes.Empty() {
		w.answers[who.at.id] = ev.At
	}
	if ev.Kind == flows.Timer && ev.Timer == "remind" {
		w.ring(who, ev)
	}
	if ev.Kind == flows.Told {
		w.hear(who, before, *ev.Note, ev.At)
	}
	for _, wish := range turn.Wishes {
		if wish.Say != nil && wish.Say.Push != "" {
			w.all = append(w.all, &witnessed{
				who: who, cause: pushed, at: ev.At, things: []string{"push " + wish.Say.Push}, rhythm: rhythmOf(before), card: wish.Say.ID,
			})
		}
	}
	if card := firstCard(turn); card != "" {
		if c, things := w.whyOf(before, after, ev); c != "" {
			w.all = append(w.all, &witnessed{
				who: who, cause: c, at: ev.At, meant: w.meant[who.address], things: things, rhythm: rhythmOf(before), card: card,
			})
		}
	}
	w.meant[who.address] = after.Remind
	if !reflect.DeepEqual(rhythmOf(before), rhythmOf(after)) {
		w.changed[who.address] = append(w.changed[who.address], ev.At)
	}
	w.notePause(who.address, after, ev.At)
}

// hear notes what a conversation is told of a meeting, and friendly words.
func (w *witness) hear(who *person, before flows.Session, n flows.Note, at time.Time) {
	switch {
	case n.Kind == flows.NoteMeeting && n.Appointment != nil:
		w.told[told{who, n.Appointment.ID, n.Fields["state"]}]++
	case n.Kind == flows.NoteNudge:
		w.told[told{who: who, state: nudgeNote}]++
		if before.Pause != nil || before.Promised.After(at) || before.Respondent == "" {
			w.spared[who]++
		}
	}
}

func firstCard(turn flows.Turn) string {
	for _, wish := range turn.Wishes {
		if wish.Say != nil {
			return wish.Say.ID
		}
	}
	return ""
}

// whyOf tells why something was said, where nobody asked for it then.
func (w *witness) whyOf(before, after flows.Session, ev flows.Event) (cause, []string) {
	switch {
	case ev.Kind == flows.Timer && ev.Timer == "remind":
		if !before.Promised.IsZero() && after.Promised.IsZero() {
			return repetition, []string{after.Thing}
		}
		if told := appointments(before, after); len(told) > 0 {
			return reminder, told
		}
		if after.Thing == "" {
			return reminder, []string{"open " + string(after.Place)}
		}
		return reminder, []string{after.Thing}
	case ev.Kind == flows.Timer && ev.Timer == "letters", ev.Kind == flows.Told && (ev.Note.Kind == "silent" || ev.Note.Kind == "paused"):
		return silence, nil
	case ev.Kind == flows.Told && ev.Note.Kind == flows.NoteMeeting:
		return invitation, nil
	case ev.Kind == flows.Told && ev.Note.Kind == flows.NoteNudge:
		return nudge, []string{"word"}
	}
	return "", nil
}

// appointments are those that a reminder named, and which reminder it was.
func appointments(before, after flows.Session) (told []string) {
	for _, a := range after.Appointments {
		i := slices.IndexFunc(before.Appointments, func(o flows.Awaited) bool { return o.ID == a.ID })
		switch {
		case i < 0:
		case a.Day && !before.Appointments[i].Day:
			told = append(told, "appointment "+a.ID+" day "+a.At.UTC().Format(time.RFC3339))
		case a.Hour && !before.Appointments[i].Hour:
			told = append(told, "appointment "+a.ID+" hour "+a.At.UTC().Format(time.RFC3339))
		}
	}
	for _, b := range before.Appointments { // named and over: forgotten in the same step
		if !b.Day && !slices.ContainsFunc(after.Appointments, func(a flows.Awaited) bool { return a.ID == b.ID }) {
			told = append(told, "appointment "+b.ID+" day "+b.At.UTC().Format(time.RFC3339))
		}
	}
	return told
}

// ring sees that a reminder comes when it was meant to; only where the bot was
// away it may come later.
func (w *witness) ring(who *person, ev flows.Event) {
	meant := w.meant[who.address]
	away := !meant.Before(gone()) && !meant.After(back())
	switch {
	case meant.IsZero():
		w.wrong = append(w.wrong, string(who.address)+": a reminder comes that was not to come, at "+ev.At.String())
	case !ev.At.Equal(meant) && !away || away && ev.At.Before(meant) || away && ev.At.After(back()):
		w.wrong = append(w.wrong, string(who.address)+": the reminder of "+meant.String()+" comes at "+ev.At.String())
	}
}

// notePause writes down when somebody wants to hear nothing.
func (w *witness) notePause(a bot.Address, s flows.Session, at time.Time) {
	all := w.paused[a]
	open := len(all) > 0 && all[len(all)-1].until.IsZero()
	switch {
	case s.Pause != nil && !open:
		w.paused[a] = append(all, span{from: at})
	case s.Pause == nil && open:
		all[len(all)-1].until = at
	}
}

// pausedBetween tells whether somebody paused at any time between two moments.
func (w *witness) pausedBetween(a bot.Address, from, until time.Time) bool {
	return slices.ContainsFunc(w.paused[a], func(s span) bool {
		return s.from.Before(until) && (s.until.IsZero() || s.until.After(from))
	})
}

// changedBetween tells whether somebody chose to hear less, or at other times.
func (w *witness) changedBetween(a bot.Address, from, until time.Time) bool {
	return slices.ContainsFunc(w.changed[a], func(t time.Time) bool { return t.After(from) && t.Before(until) })
}

func rhythmOf(s flows.Session) workday.Rhythm {
	if s.Rhythm == nil {
		return workday.Rhythm{}
	}
	return *s.Rhythm
}

// of are the things that somebody was told of.
func (w *witness) of(who *person) (all []*witnessed) {
	for _, x := range w.all {
		if x.who == who {
			all = append(all, x)
		}
	}
	return all
}
