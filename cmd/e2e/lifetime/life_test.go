package lifetime

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"visesbot/adapters/sqlite"
	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/flows"
)

// life is a programme that lives.
type life struct {
	t         *testing.T
	programme *programme
	witness   *witness
	phones    *phones
	clock     *bot.MovableClock
	store     *sqlite.Store
	slack     *workspace
	weeks     *weeks
	bot       *bot.Bot
	agenda    agenda // what people are going to do
	sessions  []*session
	pushed    []*order
	calls     int // for help
	friendly  []friendly
	refused   int // friendly words that would have been too many

	booked     map[string]int // minutes of guidance, by enterprise
	miscounted []string       // what was said of them wrong
	updates    int
	turns      int
}

// newLife opens everything, and lets everybody come in.
func newLife(t *testing.T, seed uint64) *life {
	t.Helper()
	store, err := sqlite.Open(filepath.Join(folder(t), "life.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	p, script := newProgramme(seed), script(t)
	l := &life{
		t: t, programme: p, store: store, witness: newWitness(script, p),
		clock: bot.NewMovableClock(begins, 0), weeks: &weeks{}, booked: map[string]int{},
	}
	l.slack = newWorkspace(t, store, l.clock, p.members)
	l.slack.react = l.answerCall
	l.phones = &phones{w: l.witness, clock: l.clock, known: map[bot.Receipt]bool{}, react: l.react}
	l.open(script)
	l.come()
	l.arrive(script)
	l.plan()
	l.work()
	return l
}

// open opens the bot and its office.
func (l *life) open(script *flows.Script) {
	codes := 0
	code := func() string { codes++; return fmt.Sprint("code", codes) }
	rooms, err := office.New(office.Options{
		Store: l.store, Script: func() *flows.Script { return script }, Rooms: allRooms(l.weeks), Clock: l.clock, Location: belgian(), Codes: code,
	})
	if err != nil {
		l.t.Fatal(err)
	}
	l.bot, err = bot.New(bot.Options{
		Store: l.store, Scripts: bot.One(l.witness), Words: script.Words, Channels: []bot.Adapter{l.phones, l.slack}, Clock: l.clock,
		Location: belgian(), Office: rooms, Codes: code,
	})
	if err != nil {
		l.t.Fatal(err)
	}
}

// folder is one in memory, where there is such: eighteen months are more than
// forty thousand times waiting for a disk.
func folder(t *testing.T) string {
	name, err := os.MkdirTemp("/dev/shm", "lifetest") //nolint:usetesting // t.TempDir is on the disk
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { _ = os.RemoveAll(name) })
	return name
}

// arrive lets everybody begin where their enterprise stands.
func (l *life) arrive(script *flows.Script) {
	stage := map[string]written{}
	for _, s := range stages() {
		stage[s.name] = s.write(l.t, script.Questionnaire)
	}
	for _, e := range l.programme.enterprises {
		l.witness.begin[e.id] = stage[e.stage.name].of(l.t, e)
		for _, who := range e.people {
			code := string(who.address)
			if err := l.store.PutInvite(context.Background(), code, flows.Invite{Dossier: e.id, Role: who.role, Member: who.member()}); err != nil {
				l.t.Fatal(err)
			}
			l.bring(who, bot.Update{Start: true, Code: code})
			l.bring(who, bot.Update{Press: "home"})
		}
		l.drain()
	}
}

// bring lets a person do something now.
func (l *life) bring(who *person, u bot.Update) {
	who.acts++
	l.accept(u, who.address, who.zone)
}

// accept brings what somebody does to the bot.
func (l *life) accept(u bot.Update, from bot.Address, zone *time.Location) {
	l.updates++
	u.ID, u.Address, u.At, u.From = fmt.Sprint("u", l.updates), from, l.clock.Now(), flows.Sender{Zone: zone.String()}
	if err := l.bot.Accept(context.Background(), u); err != nil {
		l.t.Fatal(err)
	}
}

// drain lets the bot do what is due.
func (l *life) drain() {
	for {
		some, err := l.bot.Step(context.Background())
		if err != nil {
			l.t.Fatal(err)
		}
		if !some {
			return
		}
		l.turns++
	}
}

// live jumps from one thing that is due to the next, until the end.
func (l *life) live() {
	for {
		at := l.next()
		if at.After(ends()) {
			return
		}
		if at.After(l.clock.Now()) {
			if err := l.clock.Set(at); err != nil {
				l.t.Fatal(err)
			}
		}
		for _, do := range l.agenda.due(l.clock.Now()) {
			do()
		}
		l.drain()
	}
}

// next is when something happens next. While the bot is away, nothing does:
// what falls due then, and what people do then, waits until it is back.
func (l *life) next() time.Time {
	at, some, err := l.store.NextDue(context.Background())
	if err != nil {
		l.t.Fatal(err)
	}
	if theirs, any := l.agenda.first(); any && (!some || theirs.Before(at)) {
		at, some = theirs, true
	}
	switch {
	case !some:
		return ends().Add(1)
	case at.After(gone()) && at.Before(back()):
		return back()
	}
	return at
}

// TestLife: whatever two hundred people do in eighteen months, every check holds.
func TestLife(t *testing.T) {
	began := time.Now()
	l := newLife(t, 1)
	arrived := time.Since(began)
	l.live()
	t.Logf("%d jobs, %d messages, %d times unasked, %d messages to partners; %v to arrive, %v in all",
		l.turns, l.phones.sent, len(l.witness.all), len(l.slack.shown), arrived.Round(time.Millisecond), time.Since(began).Round(time.Millisecond))
	for _, c := range checks() {
		t.Run(c.name, func(t *testing.T) {
			wrong := c.wrong(l)
			for i, w := range wrong {
				if i == 8 {
					t.Errorf("and %d more", len(wrong)-i)
					break
				}
				t.Error(w)
			}
		})
	}
}
