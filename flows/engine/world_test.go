package engine_test

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"visesbot/flows"
	"visesbot/flows/definition"
	"visesbot/flows/engine"
	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// realScript is the content of this repository, read once.
var realScript = sync.OnceValue(func() *flows.Script {
	script, problems := definition.Load(os.DirFS("../../content"))
	if script == nil {
		panic(fmt.Sprint(problems))
	}
	return script
})

// tester is a *testing.T or a *rapid.T.
type tester interface {
	Helper()
	Fatalf(format string, args ...any)
}

// world is one dossier with the people who talk about it. Between any two
// steps everything goes through its stored form, and everything is checked.
type world struct {
	t      tester
	dice   formtest.Dice
	engine *engine.Engine
	mem    *formtest.Memory
	cache  *formtest.Shared // of mem, for the checks
	now    time.Time
	people []*talker
	mail   []flows.Tell // not delivered yet
	said   []string     // what happened, for the report of a failure
	worded int          // own words typed so far

	invites []flows.Invite // made in the talk
}

// talker is one person and their phone.
type talker struct {
	address string
	role    string
	session []byte
	newest  *flows.Card
	said    []*flows.Card  // since a test last looked
	buttons []flows.Button // every one ever shown
	remind  time.Time
	timers  map[string]time.Time // the others
}

func newWorld(t tester, dice formtest.Dice, script *flows.Script) *world {
	mem := formtest.New()
	return &world{
		t: t, dice: dice, engine: engine.Must(script), mem: mem, cache: formtest.Share(mem),
		now: time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC),
	}
}

// join lets somebody new open the talk.
func (w *world) join(role string) *talker {
	p := &talker{address: fmt.Sprint("phone", len(w.people)+1), role: role, session: []byte(`{"mode":"welcome"}`)}
	w.people = append(w.people, p)
	in := flows.Invite{Dossier: "d1", Enterprise: form.Enterprise{ID: "d1", Name: "Atelier Horizon", Country: "BE"}, Role: role}
	if formtest.Chance(w.dice, 2) {
		in.Lang = formtest.Choose(w.dice, form.Langs())
	}
	w.step(p, flows.Event{Kind: flows.Started, Invite: &in})
	return p
}

// joinBy lets somebody open the talk by an invitation made in it.
func (w *world) joinBy(in flows.Invite) *talker {
	p := &talker{address: fmt.Sprint("phone", len(w.people)+1), session: []byte(`{"mode":"welcome"}`)}
	w.people = append(w.people, p)
	w.step(p, flows.Event{Kind: flows.Started, Invite: &in, Person: flows.Sender{Lang: "en"}})
	return p
}

// joinIn lets a member of staff open the talk in a language.
func (w *world) joinIn(lang string) *talker {
	p := &talker{address: fmt.Sprint("phone", len(w.people)+1), session: []byte(`{"mode":"welcome"}`)}
	w.people = append(w.people, p)
	w.step(p, flows.Event{Kind: flows.Started, Invite: invitation(lang)})
	return p
}

func invitation(lang string) *flows.Invite {
	return &flows.Invite{Dossier: "d1", Lang: lang, Enterprise: form.Enterprise{ID: "d1", Name: "Atelier Horizon", Country: "BE"}}
}

func (w *world) memory(p *talker) flows.Session {
	var s flows.Session
	if err := json.Unmarshal(p.session, &s); err != nil {
		w.fail("the session of %s cannot be read: %v", p.address, err)
	}
	s.Address = p.address
	return s
}

func (w *world) dossier() *form.Dossier {
	return form.Open(w.engine.Script.Questionnaire, w.cache, w.now)
}

// press presses a button.
func (w *world) press(p *talker, data string) {
	w.step(p, flows.Event{Kind: flows.Pressed, Press: data})
}

// say types something.
func (w *world) say(p *talker, text string) { w.step(p, flows.Event{Kind: flows.Said, Text: text}) }

// step makes one step and checks all that must hold after any step.
func (w *world) step(p *talker, ev flows.Event) {
	w.now = w.now.Add(7 * time.Second)
	ev.At, ev.Channel, ev.Fresh = w.now, "telegram", &flows.Fresh{Code: fmt.Sprint("code", len(w.invites)+1), Links: []string{"https://t.me/b?start=c"}}
	w.note(p, ev)
	turn := w.twice(w.memory(p), ev)
	raw, err := json.Marshal(turn.Session)
	if err != nil {
		w.fail("the session cannot be written: %v", err)
	}
	p.session = raw
	if back := w.memory(p); fmt.Sprintf("%+v", back) == "" || !sameJSON(back, turn.Session) {
		w.fail("the session reads back as %+v, was %+v", back, turn.Session)
	}
	w.keep(turn.Changes)
	w.carryOut(p, ev, turn.Wishes)
}

// twice makes the same step on shared documents twice: the turns have to be
// equal and the arguments untouched.
func (w *world) twice(s flows.Session, ev flows.Event) flows.Turn {
	before := fmt.Sprintf("%+v %+v", s, ev)
	source := formtest.Share(w.mem)
	turn, err := w.engine.Step(s, source, ev)
	if err != nil {
		w.fail("step: %v", err)
	}
	if len(turn.Faults) > 0 {
		w.t.Fatalf("after %+v: %v", ev, turn.Faults)
	}
	again, _ := w.engine.Step(s, source, ev)
	if err := source.Unchanged(); err != nil {
		w.fail("%v", err)
	}
	if !reflect.DeepEqual(turn, again) {
		w.fail("the same step gave another turn:\n%+v\n%+v", turn, again)
	}
	if after := fmt.Sprintf("%+v %+v", s, ev); before != after {
		w.fail("the step changed its arguments:\n%s\n%s", before, after)
	}
	return turn
}

// keep writes the changes and checks what stands there then.
func (w *world) keep(c form.Changes) {
	for _, fault := range formtest.FaultsOf(c, w.mem) {
		w.fail("%s", fault)
	}
	w.mem.Apply(c)
	w.cache.Forget(c)
	if c.Head != nil {
		w.count()
	}
}

// count counts everything anew and compares it with what is kept.
func (w *world) count() {
	d := w.dossier()
	if !d.Exists() {
		return
	}
	all := formtest.Everything(d)
	for _, fault := range formtest.Faults(w.cache, d, all) {
		w.fail("%s", fault)
	}
	for _, p := range w.people {
		s := w.memory(p)
		w.checkAgenda(d, all, form.Who{Respondent: s.Respondent, Role: s.Role, Stakeholder: s.Delegate})
		if len(s.Focus) > 0 {
			w.checkAgenda(d, all, form.Who{Respondent: s.Respondent, Role: s.Role, Only: s.Focus, Stakeholder: s.Delegate})
		}
	}
}

// checkAgenda compares what is asked next, and how much is left, with the
// agenda computed in full.
func (w *world) checkAgenda(d *form.Dossier, all []form.Placed, who form.Who) {
	want := formtest.Agenda(d, all, w.now, who)
	next, open := d.Next(who)
	if open != (len(want) > 0) || open && next != want[0] {
		w.fail("next for %v is %q, but the agenda is %v", who, next, want)
	}
	if core, optional := d.Left(who); core+optional != len(want) {
		w.fail("left for %v are %d+%d, but the agenda is %v", who, core, optional, want)
	}
}

// deliver brings everything told to whoever it is for.
func (w *world) deliver() {
	for len(w.mail) > 0 {
		m := w.mail[0]
		w.mail = w.mail[1:]
		for _, p := range w.people {
			if p.address == m.To {
				w.step(p, flows.Event{Kind: flows.Told, Note: &m.Note})
			}
		}
	}
}

// pass lets days go by; reminders that fall due are delivered.
func (w *world) pass(days int) {
	w.now = w.now.AddDate(0, 0, days)
	w.count()
	for _, p := range w.people {
		if !p.remind.IsZero() && !p.remind.After(w.now) {
			p.remind = time.Time{}
			w.step(p, flows.Event{Kind: flows.Timer, Timer: "remind"})
		}
	}
}

func (w *world) note(p *talker, ev flows.Event) {
	line := fmt.Sprintf("%s> %s %q %s", p.address, ev.Kind, cut(ev.Text, 60), ev.Press)
	if ev.Note != nil {
		line += fmt.Sprintf(" %+v", *ev.Note)
	}
	w.said = append(w.said, line)
}

func (w *world) fail(format string, args ...any) {
	w.t.Helper()
	last := w.said[max(0, len(w.said)-30):]
	w.t.Fatalf("%s\n%s\n%s", fmt.Sprintf(format, args...), strings.Repeat("-", 40), strings.Join(last, "\n"))
}

// sameJSON compares what is written, in whatever order the fields of a note stand.
func sameJSON(a, b any) bool {
	plain := func(v any) (out any) {
		raw, _ := json.Marshal(v)
		_ = json.Unmarshal(raw, &out)
		return out
	}
	return reflect.DeepEqual(plain(a), plain(b))
}

var _ tester = (*testing.T)(nil)
