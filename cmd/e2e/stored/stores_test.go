package stored

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"visesbot/adapters/sheets"
	"visesbot/adapters/sqlite"
	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/rooms"
	"visesbot/content"
	"visesbot/flows"
	"visesbot/flows/definition"
	"visesbot/flows/engine"
)

// Files of every landed version open, everybody in them goes on, and every
// button that was ever on a screen says something.
func TestStores(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "*", "stores", "*.db.gz"))
	if err != nil || len(files) < 8 {
		t.Fatalf("%d stores (%v)", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".db.gz"), func(t *testing.T) {
			t.Parallel()
			w := reopened(t, file)
			for who, s := range w.talks {
				w.goesOn(who, s)
				w.presses(who, s, filepath.Join(filepath.Dir(filepath.Dir(file)), "buttons.tsv"))
			}
			w.offices(filepath.Join(filepath.Dir(filepath.Dir(file)), "office_buttons.tsv"))
			if len(w.talks) == 0 {
				t.Error("nobody is in it")
			}
		})
	}
}

// goesOn lets somebody ask for the menu: it comes.
func (w *world) goesOn(who bot.Address, s flows.Session) {
	w.Helper()
	w.does(who, bot.Update{Text: "/menu"})
	if w.screen.take(who) == 0 {
		w.Errorf("%s (%s) types /menu, and nothing comes", who, s.Mode)
	}
}

// presses lets somebody press all buttons that their role was ever shown.
func (w *world) presses(who bot.Address, s flows.Session, file string) {
	w.Helper()
	for _, b := range buttons(w.T, file) {
		if b.role != s.Role {
			continue
		}
		w.does(who, bot.Update{Press: b.press})
		if w.screen.take(who) == 0 && !silent(b.press) {
			w.Errorf("%s (%s) presses %s, and nothing comes", who, s.Role, b.press)
		}
	}
}

// offices lets everybody press what they were shown as partners and trainers.
func (w *world) offices(file string) {
	w.Helper()
	for _, b := range buttons(w.T, file) {
		who := bot.Address(w.screen.name + ":" + b.role)
		if _, ok := w.talks[who]; !ok {
			continue
		}
		w.does(who, bot.Update{Press: b.press})
		if w.screen.take(who) == 0 && !silent(b.press) {
			w.Errorf("%s presses %s, and nothing comes", who, b.press)
		}
	}
}

// silent tells whether a button was without a word already in the version that
// made it, when the card below it had moved on.
func silent(press string) bool {
	for _, begin := range []string{"check~", "next~", "o~digest~book~", "o~intake~decline~"} {
		if strings.HasPrefix(press, begin) {
			return true
		}
	}
	return false
}

// world is a bot on a store of an earlier version.
type world struct {
	*testing.T
	store   *sqlite.Store
	screen  *screen
	bot     *bot.Bot
	clock   *bot.MovableClock
	talks   map[bot.Address]flows.Session
	updates int
}

func reopened(t *testing.T, file string) *world {
	t.Helper()
	store, err := sqlite.Open(unpacked(t, file))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	w := &world{T: t, store: store, talks: map[bot.Address]flows.Session{}}
	name := "phone"
	if err := store.Sessions(t.Context(), func(a bot.Address, s flows.Session) error {
		if a.Channel() != bot.OfficeChannel {
			w.talks[a], name = s, a.Channel()
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	w.screen = newScreen(name)
	w.clock = bot.NewMovableClock(func() time.Time { return time.Date(2028, 3, 1, 9, 0, 0, 0, time.UTC) }, 0)
	w.open()
	return w
}

// open makes the bot and its office. The codes it gives out can be foretold.
func (w *world) open() {
	script, problems := definition.Load(content.FS)
	if script == nil {
		w.Fatal(problems)
	}
	codes := 0
	code := func() string { codes++; return fmt.Sprintf("stored%d", codes) }
	o, err := office.New(office.Options{
		Store: w.store, Script: func() *flows.Script { return script }, Rooms: rooms.All(), Clock: w.clock, Location: time.UTC,
		Codes: code, Links: func(code string) []string { return []string{"https://test.example/" + code} },
		Log: slog.New(slog.DiscardHandler), QR: func(string) ([]byte, error) { return []byte("qr"), nil }, Sheets: sheets.Book{},
	})
	if err != nil {
		w.Fatal(err)
	}
	w.bot, err = bot.New(bot.Options{
		Store: w.store, Scripts: bot.One(engine.Must(script)), Channels: []bot.Adapter{w.screen}, Clock: w.clock,
		Location: time.UTC, Office: o, Codes: code, Retry: bot.Retry{Steps: 1, Reads: 1, Sends: 1},
	})
	if err != nil {
		w.Fatal(err)
	}
}

// does lets somebody do something, and nothing that comes of it is given up.
func (w *world) does(who bot.Address, u bot.Update) {
	w.Helper()
	w.updates++
	w.clock.Move(3 * time.Second)
	u.ID, u.Address = fmt.Sprintf("stored%d", w.updates), who
	ctx := context.Background()
	if err := w.bot.Accept(ctx, u); err != nil {
		w.Fatal(err)
	}
	if err := w.bot.Drain(ctx); err != nil {
		w.Fatalf("%s: %s%s: %v", who, u.Press, u.Text, err)
	}
	if dead, err := w.store.AllJobs(ctx, true, 1); err != nil || len(dead) > 0 {
		w.Fatalf("%s: %s%s is given up: %+v (%v)", who, u.Press, u.Text, dead, err)
	}
}

func fresh(t *testing.T) *sqlite.Store {
	t.Helper()
	store, err := sqlite.Open(filepath.Join(t.TempDir(), "visesbot.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	return store
}

func unpacked(t *testing.T, file string) string {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "visesbot.db")
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// shownTo is a button, and the role, or in the office the person, who had it.
type shownTo struct{ role, press string }

func buttons(t *testing.T, file string) (all []shownTo) {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range bytes.Lines(raw) {
		role, press, ok := strings.Cut(strings.TrimSuffix(string(line), "\n"), "\t")
		if !ok {
			t.Fatalf("%s: a line without a tab: %q", file, line)
		}
		all = append(all, shownTo{role, press})
	}
	return all
}
