package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"regexp"
	"sync/atomic"
	"testing"
	"time"

	"visesbot/bot"
	"visesbot/content"
	"visesbot/flows"
	"visesbot/flows/definition"
	"visesbot/flows/engine"
	"visesbot/flows/form"
)

// start is when the turns take place.
func start() time.Time { return time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC) }

// bench names the i-th conversation; dossier its dossier.
func bench(i int) bot.Address { return bot.Address(fmt.Sprintf("bench:%07d", i)) }

func dossier(i int) string { return fmt.Sprintf("d%07d", i) }

// phone takes every message at once.
type phone struct{ sent atomic.Int64 }

func (*phone) Name() string                              { return "bench" }
func (*phone) Capabilities() bot.Capabilities            { return bot.Capabilities{Edits: true} }
func (*phone) Receive(context.Context, bot.Accept) error { return nil }
func (p *phone) Send(context.Context, bot.Address, bot.Message) (bot.Receipt, error) {
	return bot.Receipt(fmt.Sprint(p.sent.Add(1))), nil
}

// world is a bot with the real content, and people who type what somebody did
// in a transcript.
type world struct {
	b     *testing.B
	store *Store
	bot   *bot.Bot
	phone *phone
	typed []string

	engine *engine.Engine
}

// The people of the benchmark have typed so much, and one to nine lines more:
// they are at different questions of a list and of a loop.
const (
	typedBefore = 14
	templates   = 10
)

func newWorld(b *testing.B) *world {
	b.Helper()
	s, err := Open(filepath.Join(b.TempDir(), "visesbot.db"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
	script, problems := definition.Load(content.FS)
	if script == nil {
		b.Fatal(problems)
	}
	w := &world{b: b, store: s, phone: &phone{}, typed: typed(b), engine: engine.Must(script)}
	w.bot, err = bot.New(bot.Options{
		Store: s, Scripts: bot.One(w.engine), Channels: []bot.Adapter{w.phone},
		Clock: bot.NewMovableClock(start, 0), Location: time.UTC, Words: script.Words,
	})
	if err != nil {
		b.Fatal(err)
	}
	return w
}

// typed is what somebody types in a transcript, after the start.
func typed(b *testing.B) (said []string) {
	b.Helper()
	raw, err := fs.ReadFile(content.FS, "transcripts/nl-mandate.txt")
	if err != nil {
		b.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`(?m)^> (.+)$`).FindAllStringSubmatch(string(raw), -1) {
		said = append(said, m[1])
	}
	return said[1:]
}

// begin enrols the i-th person and has them type n lines.
func (w *world) begin(i, n int) {
	w.b.Helper()
	ctx := context.Background()
	invite := flows.Invite{Dossier: dossier(i), Lang: "nl", Enterprise: form.Enterprise{ID: "e1", Name: "De Brug", Country: "BE"}}
	err := w.store.PutInvite(ctx, "code", invite)
	if err == nil {
		err = w.take(bot.Update{ID: fmt.Sprintf("start%d", i), Address: bench(i), At: start(), Start: true, Code: "code"})
	}
	for k := 0; err == nil && k < n; k++ {
		err = w.say(i, k, fmt.Sprintf("first%d-%d", i, k))
	}
	if err != nil {
		w.b.Fatal(err)
	}
}

// answer has a person of the benchmark type the next line.
func (w *world) answer(i, k int, id string) error {
	return w.say(i, typedBefore+i%templates+k, id)
}

func (w *world) say(i, line int, id string) error {
	return w.take(bot.Update{ID: id, Address: bench(i), At: start(), Text: w.typed[line%len(w.typed)]})
}

// take accepts an update and then does what there is to do, for whomever.
func (w *world) take(u bot.Update) error {
	ctx := context.Background()
	err := w.bot.Accept(ctx, u)
	for some := true; err == nil && some; {
		some, err = w.bot.Step(ctx)
	}
	return err
}

// example is what a turn of the middle leads to.
func (w *world) example() bot.Outcome {
	w.b.Helper()
	w.begin(0, typedBefore)
	spy := &spy{Store: w.store}
	w.bot, _ = bot.New(bot.Options{
		Store: spy, Scripts: bot.One(w.engine), Channels: []bot.Adapter{w.phone},
		Clock: bot.NewMovableClock(start, 0), Location: time.UTC,
	})
	if err := w.answer(0, 0, "example"); err != nil || spy.turn.Changes.Empty() {
		w.b.Fatal("the example changed nothing", err)
	}
	return spy.turn
}

// spy keeps what the last turn was committed as.
type spy struct {
	*Store
	turn bot.Outcome
}

func (s *spy) Commit(ctx context.Context, c bot.Claim, o bot.Outcome) error {
	if c.Job.Kind == bot.JobUpdate {
		s.turn = o
	}
	return s.Store.Commit(ctx, c, o)
}

// rest has all that was written copied into the file, and the file on the disk.
func (w *world) rest() {
	w.b.Helper()
	c, err := dial(w.store.path, "rw", "busy_timeout(5000)", "synchronous(full)")
	if err == nil {
		err = errors.Join(c.script("PRAGMA wal_checkpoint(TRUNCATE)"), c.close())
	}
	if err != nil {
		w.b.Fatal(err)
	}
}

// populate makes n conversations, each with a dossier in the middle of a phase
// and a reminder that waits: the first by talking, the others after their
// likeness.
func (w *world) populate(n int) {
	w.b.Helper()
	for i := range templates {
		w.begin(i, typedBefore+i)
	}
	err := w.store.write(context.Background(), &write{do: func(c *conn) error {
		for _, sql := range likeness() {
			if _, err := c.exec(sql, n, templates); err != nil {
				return fmt.Errorf("%s: %w", sql, err)
			}
		}
		return nil
	}})
	if err != nil {
		w.b.Fatal(err)
	}
	if err := w.store.writer.conn.script("PRAGMA wal_checkpoint(TRUNCATE)"); err != nil {
		w.b.Fatal(err)
	}
	w.store.schedule.forget()
	w.phone.sent.Store(0)
}

// likeness copies the first conversations and their dossiers, one after the
// other, until there are ?1. Their reminders are due one after the other.
func likeness() []string {
	const count = "WITH RECURSIVE n(n) AS (SELECT ?2 UNION ALL SELECT n+1 FROM n WHERE n < ?1-1) "
	const like = "replace(replace(%s, printf('d%%07d', n %% ?2), printf('d%%07d', n)), printf('bench:%%07d', n %% ?2), printf('bench:%%07d', n))"
	const talk = " JOIN conversations c ON c.address = printf('bench:%07d', n % ?2)"
	const mine = "(SELECT id FROM conversations WHERE address = printf('bench:%07d', n))"
	return []string{
		count + "INSERT INTO conversations (address, receipts, session) SELECT printf('bench:%07d', n), receipts, " +
			fmt.Sprintf(like, "session") + " FROM n" + talk,
		count + "INSERT INTO documents (dossier, part, key, version, kind, doc) SELECT printf('d%07d', n), part, key, version, kind, " +
			fmt.Sprintf(like, "doc") + " FROM n JOIN documents ON dossier = printf('d%07d', n % ?2)",
		count + "INSERT INTO jobs (seq, conversation, lane, place, due, id, kind, state, doc) SELECT n * 16 + row_number() OVER (PARTITION BY n), " +
			mine + ", lane, place + n, due + n, j.id, kind, state, doc FROM n" + talk + " JOIN jobs j ON j.conversation = c.id",
		count + "INSERT INTO seen (conversation, id, seq) SELECT " + mine + ", s.id, s.seq FROM n" + talk + " JOIN seen s ON s.conversation = c.id",
	}
}
