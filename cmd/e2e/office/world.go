package officetest

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"visesbot/adapters/qr"
	"visesbot/adapters/sheets"
	"visesbot/adapters/sqlite"
	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/bot/rooms"
	"visesbot/content"
	"visesbot/flows"
	"visesbot/flows/definition"
	"visesbot/flows/engine"
	"visesbot/flows/form"
)

// World is a programme that lives.
type World struct {
	testing.TB
	Store   *sqlite.Store
	Script  *flows.Script
	Clock   *bot.MovableClock
	Channel *Phones
	Office  *office.Office
	Bot     *bot.Bot

	updates int
	codes   int
	more    []office.Room
	log     *bytes.Buffer
}

// Start is when a world begins: a Monday, at nine in Brussels.
func Start() time.Time { return time.Date(2027, 3, 1, 9, 0, 0, 0, Brussels()) }

// Brussels is where everybody lives.
func Brussels() *time.Location {
	at, err := time.LoadLocation("Europe/Brussels")
	if err != nil {
		panic(err)
	}
	return at
}

// New makes a world with the register of [Register], and further rooms.
func New(t testing.TB, more ...office.Room) *World {
	t.Helper()
	store, err := sqlite.Open(filepath.Join(t.TempDir(), "visesbot.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	script, problems := definition.Load(content.FS)
	if script == nil {
		t.Fatal(problems)
	}
	w := &World{TB: t, Store: store, Script: script, Clock: bot.NewMovableClock(Start, 0), Channel: newPhones(), more: more}
	w.open()
	if err := store.PutEntries(w.Ctx(), Register()...); err != nil {
		t.Fatal(err)
	}
	return w
}

// open makes the bot and its office.
func (w *World) open() {
	var err error
	w.log = &bytes.Buffer{}
	w.Office, err = office.New(office.Options{
		Store: w.Store, Script: func() *flows.Script { return w.Script }, Rooms: append(rooms.All(), w.more...), Clock: w.Clock,
		Location: Brussels(), Codes: w.code, Links: func(code string) []string { return []string{w.Channel.Link(code)} },
		Log:    slog.New(slog.NewTextHandler(w.log, nil)),
		QR:     qr.PNG,
		Sheets: sheets.Book{},
	})
	if err != nil {
		w.Fatal(err)
	}
	w.Bot, err = bot.New(bot.Options{
		Store: w.Store, Scripts: bot.One(engine.Must(w.Script)), Channels: []bot.Adapter{w.Channel}, Clock: w.Clock,
		Location: Brussels(), Office: w.Office, Codes: w.code, Retry: bot.Retry{Steps: 1, Reads: 1, Sends: 1},
	})
	if err != nil {
		w.Fatal(err)
	}
}

// code makes invitations that can be foretold.
func (w *World) code() string { w.codes++; return fmt.Sprintf("code%d", w.codes) }

// Ctx is that of the test.
func (w *World) Ctx() context.Context { return w.Context() }

// Drain does everything that is due now.
func (w *World) Drain() {
	w.Helper()
	if err := w.Bot.Drain(w.Ctx()); err != nil {
		w.Fatal(err)
	}
}

// Until lets time go by, stopping wherever something is due.
func (w *World) Until(at time.Time) {
	w.Helper()
	for {
		due, some, err := w.Store.NextDue(w.Ctx())
		if err != nil {
			w.Fatal(err)
		}
		if !some || due.After(at) {
			break
		}
		if due.After(w.Clock.Now()) {
			_ = w.Clock.Set(due)
		}
		w.Drain()
	}
	if at.After(w.Clock.Now()) {
		_ = w.Clock.Set(at)
	}
}

// Pass lets so much time go by.
func (w *World) Pass(d time.Duration) { w.Helper(); w.Until(w.Clock.Now().Add(d)) }

// update lets somebody do something, and does all that comes of it.
func (w *World) update(who string, u bot.Update) {
	w.Helper()
	w.updates++
	u.ID, u.Address = fmt.Sprintf("u%d", w.updates), Address(who)
	if err := w.Bot.Accept(w.Ctx(), u); err != nil {
		w.Fatal(err)
	}
	w.Drain()
}

// Says has somebody write something.
func (w *World) Says(who, text string) { w.Helper(); w.update(who, bot.Update{Text: text}) }

// Sends has somebody send a file.
func (w *World) Sends(who, name string, raw []byte) {
	w.Helper()
	w.updates++
	f := form.File{ID: fmt.Sprintf("sent%d", w.updates), Name: name, Size: int64(len(raw))}
	if err := w.Store.PutFile(w.Ctx(), f, bytes.NewReader(raw)); err != nil {
		w.Fatal(err)
	}
	w.update(who, bot.Update{Files: []form.File{f}})
}

// Brings has something else come from somebody, such as a channel may bring.
func (w *World) Brings(who string, u bot.Update) { w.Helper(); w.update(who, u) }

// Replies has somebody write below a message that was shown to them.
func (w *World) Replies(who string, below bot.Receipt, text string) {
	w.Helper()
	w.update(who, bot.Update{Text: text, Under: below})
}

// Fills has somebody fill in the form that a button opens.
func (w *World) Fills(who, press string, fields map[string][]string) {
	w.Helper()
	w.update(who, bot.Update{Press: press, Fields: fields})
}

// Presses has somebody press the newest button with this label, or this data.
func (w *World) Presses(who, button string) {
	w.Helper()
	data := ""
	for _, m := range w.Channel.Shown(who) {
		for _, row := range m.Buttons {
			for _, b := range row {
				if b.Data == button || strings.Contains(b.Label, button) {
					data = b.Data
				}
			}
		}
	}
	if data == "" {
		w.Fatalf("%s has no button %q: %s", who, button, w.Channel.Last(who))
	}
	w.update(who, bot.Update{Press: data})
}

// Opens has somebody come in by an invitation.
func (w *World) Opens(who string, in flows.Invite) {
	w.Helper()
	code := w.code()
	if err := w.Store.PutInvite(w.Ctx(), code, in); err != nil {
		w.Fatal(err)
	}
	w.Starts(who, code)
}

// Starts has somebody open the talk with a code; without one, empty.
func (w *World) Starts(who, code string) {
	w.Helper()
	w.update(who, bot.Update{Start: true, Code: code})
}

// Partner has a member without a dossier come in, by the id of the register.
func (w *World) Partner(member string) {
	w.Helper()
	w.Opens(member, flows.Invite{Member: member})
}

// Staff has a member of staff come in, agree and give a name.
func (w *World) Staff(member string) {
	w.Helper()
	e, lang := w.Enterprise(member)
	w.Opens(member, flows.Invite{Dossier: e.ID, Enterprise: e, Lang: lang, Member: member})
	w.Presses(member, "consent~yes")
	w.Says(member, "Noor "+member)
}

// Enterprise is that of a member of staff, and the language of the member.
func (w *World) Enterprise(member string) (form.Enterprise, string) {
	w.Helper()
	p, err := register.Load(w.Ctx(), w.Store)
	if err != nil {
		w.Fatal(err)
	}
	who, _ := p.Find(register.People, member)
	e, ok := p.Find(register.Enterprises, who.Fields["enterprise"])
	if !ok {
		w.Fatalf("%s is no staff", member)
	}
	return form.Enterprise{ID: e.ID, Name: e.Fields["name"], Country: e.Fields["country"]}, who.Fields["language"]
}

// Address is where somebody talks.
func Address(who string) bot.Address { return bot.Address("test:" + who) }

// Log is what the office has logged.
func (w *World) Log() string { return w.log.String() }

// Notes puts a note about an enterprise into a mailbox of the office.
func (w *World) Notes(mailbox, kind, enterprise string) {
	w.Helper()
	w.updates++
	err := w.Store.Enqueue(w.Ctx(), bot.Address("office:"+mailbox), bot.Job{
		ID: fmt.Sprintf("n%d", w.updates), Kind: bot.JobNote, Due: w.Clock.Now(),
		Event: &flows.Event{Kind: flows.Told, At: w.Clock.Now(), Note: &flows.Note{Kind: kind, Dossier: enterprise}},
	})
	if err != nil {
		w.Fatal(err)
	}
	w.Drain()
}

// Close closes a phase of an enterprise behind everybody's back.
func (w *World) Close(enterprise, phase string, at time.Time) {
	w.Helper()
	w.alter(enterprise, func(h *form.Head) { h.Closed = append(h.Closed, form.Closed{Phase: phase, At: at}) })
}

// Enters puts an enterprise into a phase behind everybody's back.
func (w *World) Enters(enterprise, phase string) {
	w.Helper()
	w.alter(enterprise, func(h *form.Head) { h.Phase = phase })
}

func (w *World) alter(enterprise string, change func(*form.Head)) {
	w.Helper()
	w.updates++
	id, who := fmt.Sprintf("x%d", w.updates), Address("nobody-"+enterprise)
	if err := w.Store.Enqueue(w.Ctx(), who, bot.Job{ID: id, Kind: bot.JobUpdate, Due: w.Clock.Now(), Event: &flows.Event{}}); err != nil {
		w.Fatal(err)
	}
	c, err := w.Store.Claim(w.Ctx(), w.Clock.Now(), time.Minute)
	if err != nil {
		w.Fatal(err)
	}
	view, err := w.Store.Dossier(w.Ctx(), c, enterprise)
	if err != nil {
		w.Fatal(err)
	}
	h := view.Head()
	view.Close()
	h.Version++
	change(&h)
	if err := w.Store.Commit(w.Ctx(), c, bot.Outcome{Dossier: enterprise, Changes: form.Changes{Head: &h}}); err != nil {
		w.Fatal(err)
	}
}
