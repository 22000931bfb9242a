package sqlite

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

// atATime is how many conversations are busy at once.
const atATime = 64

// stepper does one turn on what a person said.
type stepper func(c bot.Claim, v bot.View) (bot.Outcome, error)

// BenchmarkTurn measures durable turns: an update is accepted, claimed,
// stepped, committed, and its message claimed for delivery and committed as
// sent. Beside it stands the bare rate: the same rows without the bot.
func BenchmarkTurn(b *testing.B) {
	for _, n := range []int{1_000, 100_000} {
		b.Run(fmt.Sprintf("conversations=%d", n), func(b *testing.B) { benchmarkTurn(b, n, typical) })
	}
	for _, batch := range []int{1, atATime} {
		b.Run(fmt.Sprintf("bare/batch=%d", batch), func(b *testing.B) { benchmarkBare(b, batch) })
	}
}

func benchmarkTurn(b *testing.B, n int, step stepper) {
	s, err := Open(filepath.Join(b.TempDir(), "visesbot.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	populate(b, s, n, step)
	var turn atomic.Int64
	var all sync.WaitGroup
	b.ResetTimer()
	for range atATime {
		all.Go(func() {
			for i := turn.Add(1); i <= int64(b.N); i = turn.Add(1) {
				// 7919 is prime: the turns visit all conversations, far apart.
				if err := oneTurn(s, bench(int(i*7919)%n), fmt.Sprintf("b%d", i), step); err != nil {
					b.Error(err)
				}
			}
		})
	}
	all.Wait()
	b.StopTimer()
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "turns/s")
	counted(b, s, n)
}

// counted wants as many answers on record as there were turns, and no job left
// but the reminders.
func counted(b *testing.B, s *Store, n int) {
	b.Helper()
	for sql, want := range map[string]int{
		"SELECT count(*) FROM records":                      3*n + b.N,
		"SELECT count(*) FROM jobs WHERE state = 'waiting'": n,
	} {
		err := s.read(context.Background(), func(c *conn) error {
			got, err := c.number(sql)
			if got != int64(want) {
				b.Errorf("%s: %d, want %d", sql, got, want)
			}
			return err
		})
		if err != nil {
			b.Error(err)
		}
	}
}

// bench names the i-th conversation.
func bench(i int) bot.Address { return bot.Address(fmt.Sprintf("bench:%07d", i)) }

// start is when the turns take place.
func start() time.Time { return time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC) }

// populate makes n conversations with a dossier each and a reminder that
// waits: one by three turns, the others after its likeness.
func populate(b *testing.B, s *Store, n int, step stepper) {
	b.Helper()
	for i := range 3 {
		if err := oneTurn(s, bench(0), fmt.Sprintf("first%d", i), step); err != nil {
			b.Fatal(err)
		}
	}
	err := s.write(context.Background(), &write{do: func(c *conn) error {
		for _, sql := range likeness() {
			if _, err := c.exec(sql, n); err != nil {
				return fmt.Errorf("%s: %w", sql, err)
			}
		}
		return nil
	}})
	if err != nil {
		b.Fatal(err)
	}
	s.schedule.forget()
}

// likeness copies the first conversation and its dossier n-1 times.
func likeness() []string {
	const count = "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM n WHERE n < ?-1) "
	const mine, like = "printf('d%07d', n)", "replace(doc, 'd0000000', printf('d%07d', n))"
	docs := func(table, key string) string {
		return count + "INSERT INTO " + table + " (dossier, " + key + ", doc) SELECT " + mine + ", " + key + ", " + like +
			" FROM n, " + table + " WHERE dossier = 'd0000000'"
	}
	return []string{
		count + `INSERT INTO conversations (address, receipts, session) SELECT printf('bench:%07d', n), receipts,
			replace(replace(session, 'd0000000', printf('d%07d', n)), 'bench:0000000', printf('bench:%07d', n))
			FROM n, conversations WHERE address = 'bench:0000000'`,
		count + "INSERT INTO dossiers (id, version, doc) SELECT " + mine + ", version, " + like + " FROM n, dossiers WHERE id = 'd0000000'",
		docs("answers", "place"),
		docs("records", "kind, seq"),
		`INSERT INTO jobs (conversation, id, lane, kind, state, place, seq, due, doc)
			SELECT id, 'remind', 'in', 'timer', 'waiting', 4e12 + id, id, 4e12 + id, '{"id":"remind","kind":"timer"}'
			FROM conversations WHERE id <= ?`,
		count + "INSERT INTO seen (conversation, id, seq) SELECT n + 1, id, seq FROM n, seen WHERE conversation = 1",
	}
}

// oneTurn accepts one update and does two jobs: whichever have been due
// longest, as a worker would.
func oneTurn(s *Store, a bot.Address, id string, step stepper) error {
	ctx := context.Background()
	err := s.Enqueue(ctx, a, bot.Job{ID: id, Kind: bot.JobUpdate, Due: start(), Event: &flows.Event{
		Kind: flows.Said, At: start(), Text: "Wij werken met mensen die ver van de arbeidsmarkt staan.", Channel: "bench",
	}})
	for jobs := 0; err == nil && jobs < 2; {
		var c bot.Claim
		if c, err = s.Claim(ctx, start(), time.Minute); errors.Is(err, bot.ErrIdle) {
			// Another worker has what is left of this; it will do it.
			err = nil
			time.Sleep(100 * time.Microsecond)
			continue
		}
		if err == nil {
			err = oneJob(ctx, s, c, step)
			jobs++
		}
	}
	return err
}

func oneJob(ctx context.Context, s *Store, c bot.Claim, step stepper) error {
	if c.Job.Kind == bot.JobSend {
		return s.Commit(ctx, c, bot.Outcome{Receipts: map[string]bot.Receipt{c.Job.Message.Card: "4711"}})
	}
	v, err := s.Dossier(ctx, c, "d"+string(c.Address[6:]))
	if err != nil {
		return err
	}
	o, err := step(c, v)
	if err != nil {
		return err
	}
	return s.Commit(ctx, c, o)
}

// typical reads and writes what a turn in the middle of a questionnaire does:
// the head and four documents are read; head, answer, record, session and one
// message are written.
func typical(c bot.Claim, v bot.View) (bot.Outcome, error) {
	h := v.Head()
	if h.Version == 0 {
		h = newHead("d" + string(c.Address[6:]))
	}
	place := form.At("P1-16", form.Path(fmt.Sprintf("st2/ch%d", h.Version%40)))
	old, _ := v.Answer(place)
	v.Answer(form.At("P1-12.side", "st2"))
	v.Item("st2")
	v.List("change@st2")
	h.Version++
	h.Records++
	a := form.Answer{
		Place: place, State: form.Given, Value: form.Value{Text: c.Job.Event.Text}, Revision: old.Revision + 1,
		Author: form.Author{Respondent: "rp1", Role: "management", Channel: "bench", Lang: "nl"}, At: c.Job.Event.At, Version: "3f2a",
	}
	s := c.Session
	s.Address, s.Dossier, s.Person, s.Respondent, s.Role = string(c.Address), h.Dossier, "p1", "rp1", "management"
	s.Lang, s.Mode, s.Content, s.Consent, s.Place = "nl", flows.Answering, "3f2a", "yes", place
	s.Cards++
	s.Card = fmt.Sprintf("c%d", s.Cards)
	s.Trail = []form.Place{"P1-12@st1", "P1-13@st1", place}
	return bot.Outcome{
		Session: &s, Dossier: h.Dossier, Jobs: []bot.Job{message(s.Card)},
		Changes: form.Changes{
			Head: &h, Answers: []form.Answer{a},
			Records: []form.Record{{Seq: h.Records, Kind: form.RecordAnswer, At: a.At, Author: a.Author, Answer: &a}},
		},
	}, v.Err()
}

// newHead is the head of a dossier in which half of the questions are open.
func newHead(id string) form.Head {
	h := form.Head{
		Dossier: id, Content: "3f2a", Phase: "diagnosis", Enterprise: form.Enterprise{ID: "e1", Name: "De Kringloop", Country: "BE"},
		People: []form.Person{{ID: "p1", Name: "An", Address: "bench:1", Respondent: "rp1", Role: "management", Lang: "nl"}},
	}
	for i := range 40 {
		h.Open = append(h.Open, fmt.Sprintf("P1-%02d", i))
	}
	for i := range 8 {
		h.Below = append(h.Below, form.Tally{Question: fmt.Sprintf("P1-%02d.side", i), Open: i})
	}
	return h
}

// message is a card with buttons that is to be sent.
func message(card string) bot.Job {
	return bot.Job{ID: "s-" + card, Kind: bot.JobSend, Due: start(), Message: &bot.Message{
		Card: card, Lang: "nl", Input: flows.LineInput,
		Lines: []flows.Line{
			{Style: flows.Heading, Text: "Wat verandert er voor de klanten?"},
			{Style: flows.Hint, Text: "Bijvoorbeeld: ze leren elkaar kennen. Nog ongeveer 12 vragen."},
		},
		Buttons: [][]flows.Button{
			{{Label: "Weet ik nog niet", Data: "c1:unknown"}, {Label: "Niet van toepassing", Data: "c1:na"}},
			{{Label: "Later", Data: "c1:later", Kind: "quiet"}},
		},
	}}
}

// benchmarkBare writes the rows of a turn by hand: head, answer, record,
// session, and the two jobs that come and go; batch turns a transaction.
func benchmarkBare(b *testing.B, batch int) {
	s, err := Open(filepath.Join(b.TempDir(), "visesbot.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	c := s.writer.conn
	o, err := typical(bot.Claim{Address: bench(1), Job: bot.Job{Event: &flows.Event{Text: "x", At: start()}}}, &view{store: s, ctx: context.Background()})
	if err != nil {
		b.Fatal(err)
	}
	docs, err := encodeChanges("d", o.Changes)
	if err != nil {
		b.Fatal(err)
	}
	session, _ := encode(o.Session)
	sent, _ := encode(o.Jobs[0])
	b.ResetTimer()
	for i := 0; i < b.N; i += batch {
		run := func(sql string, args ...any) {
			if _, err := c.exec(sql, args...); err != nil {
				b.Fatal(err)
			}
		}
		run("BEGIN IMMEDIATE")
		for k := i; k < min(i+batch, b.N); k++ {
			d, n := string(bench(k*7919%1000)), int64(k%1000+1)
			run("INSERT INTO dossiers (id, version, doc) VALUES (?, 1, ?) ON CONFLICT DO UPDATE SET version = version + 1, doc = excluded.doc", d, docs.head)
			run(putAnswer, d, docs.rows[0].args[1], docs.rows[0].args[2])
			run(addRecord, d, k, docs.rows[1].args[2], "answer")
			run("INSERT INTO conversations (address, session) VALUES (?, ?) ON CONFLICT DO UPDATE SET session = excluded.session", d, session)
			for _, lane := range []string{"in", "out"} {
				run(`INSERT INTO jobs (conversation, id, lane, kind, state, place, seq, due, doc)
					VALUES (?, ?, ?, 'x', 'waiting', 0, ?, 0, ?)`, n, fmt.Sprint(k), lane, k, sent)
				run("DELETE FROM jobs WHERE seq = ?", k)
			}
		}
		run("COMMIT")
	}
	b.StopTimer()
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "turns/s")
}
