package main

import (
	"context"
	"fmt"
	"log/slog"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
	"time"

	"visesbot/adapters/sqlite"
	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/bot/rooms/digest"
	"visesbot/content"
	"visesbot/flows"
	"visesbot/flows/definition"
	"visesbot/flows/form"
)

// benchDay is when the enterprises of the benchmark stand as they do.
func benchDay() time.Time { return time.Date(2027, 3, 8, 9, 0, 0, 0, time.UTC) }

// BenchmarkDigest makes the digest of a cohort of ten with 600 answers each, with
// its picture, and the overview of a thousand enterprises; it says how much
// memory was in use at the most.
func BenchmarkDigest(b *testing.B) {
	script, problems := definition.Load(content.FS)
	if script == nil {
		b.Fatal(problems)
	}
	q := digest.QueryOf(script, benchDay(), benchDay().AddDate(0, 0, -7))
	speech := digest.Speech{Sentences: office.Sentences{Script: script, Log: slog.Default()}, Lang: "fr", At: time.UTC}
	b.Run("cohort=10/answers=600", func(b *testing.B) {
		store, p := manyEnterprises(b, script, 10, 600)
		begun, n := worked(b), 0
		for b.Loop() {
			n++
			d, err := digest.Gather(b.Context(), store, p, "c0", q)
			if err != nil || len(d.Stalled) == 0 || len(d.Worries) == 0 {
				b.Fatal(d, err)
			}
			if png, err := speech.Picture(d); err != nil || len(speech.Lines(d)) == 0 || len(png) == 0 {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64((worked(b)-begun).Milliseconds())/float64(n), "cpu-ms/op")
	})
	b.Run("coordinator/enterprises=1000", func(b *testing.B) {
		store, p := manyEnterprises(b, script, 1000, 60)
		stop := heapWatch()
		for b.Loop() {
			o, err := digest.GatherOverview(b.Context(), store, p, q)
			if err != nil || o.Enterprises != 1000 || len(o.Stalled) == 0 {
				b.Fatal(o, err)
			}
		}
		b.ReportMetric(float64(stop())/(1<<20), "MB-heap")
	})
}

// worked is how long the processor has worked for us: on a busy computer the time
// that goes by says little.
func worked(b *testing.B) time.Duration {
	b.Helper()
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		b.Fatal(err)
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

// heapWatch looks at the heap all the while; what it gives ends it, and tells the
// most that was in use.
func heapWatch() func() uint64 {
	ctx, cancel := context.WithCancel(context.Background())
	most := make(chan uint64)
	go func() {
		var m runtime.MemStats
		var top uint64
		for ctx.Err() == nil {
			runtime.ReadMemStats(&m)
			top = max(top, m.HeapInuse)
			time.Sleep(5 * time.Millisecond)
		}
		most <- top
	}()
	return func() uint64 { cancel(); return <-most }
}

// manyEnterprises is a store with so many enterprises in cohorts of ten, each with
// so many answers and as many records.
func manyEnterprises(b *testing.B, script *flows.Script, n, answers int) (*sqlite.Store, *register.Programme) {
	b.Helper()
	store, err := sqlite.Open(filepath.Join(b.TempDir(), "visesbot.db"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = store.Close() })
	cohorts := map[int]string{}
	var entries []register.Entry
	for i := range n {
		id := fmt.Sprintf("e%04d", i)
		cohorts[i/10] += id + ";"
		entries = append(entries, register.Entry{Table: register.Enterprises, ID: id, Fields: map[string]string{"name": "Atelier " + id, "pool": "wi", "hours": "10"}})
		fillDossier(b, store, script, id, answers)
	}
	for i, members := range cohorts {
		entries = append(entries, register.Entry{Table: register.Cohorts, ID: fmt.Sprintf("c%d", i), Fields: map[string]string{"name": "Cohort", "enterprises": members}})
	}
	if err := store.PutEntries(b.Context(), entries...); err != nil {
		b.Fatal(err)
	}
	p, err := register.Load(b.Context(), store)
	if err != nil {
		b.Fatal(err)
	}
	return store, p
}

// fillDossier fills the dossier of an enterprise: the last answers are three weeks
// old, but for one of little trust.
func fillDossier(b *testing.B, store *sqlite.Store, script *flows.Script, id string, n int) {
	b.Helper()
	questions, old, low := script.Questionnaire.Questions(), benchDay().AddDate(0, 0, -21), 2.0
	c := form.Changes{Head: &form.Head{
		Dossier: id, Version: 1, Enterprise: form.Enterprise{ID: id, Name: id}, Phase: "collection", Open: []string{"P2-20"}, Records: int64(n),
		Closed: []form.Closed{{Phase: "mandate", At: old}, {Phase: "diagnosis", At: benchDay().Add(-time.Hour)}},
	}}
	for i := range n {
		a := form.Answer{
			Place: form.At(questions[i%len(questions)].ID, form.Path(fmt.Sprintf("st%d/ch%d", i/7, i%7))), State: form.Given, At: old, Revision: 1,
			Author: form.Author{Person: "p1", Respondent: "rp1", Role: "staff", Lang: "fr", Channel: "telegram"},
			Value:  form.Value{Text: "Les personnes racontent leur semaine et citent des noms de voisins."},
		}
		if i == n-1 { // by who accompanies: the enterprise itself has been silent
			a.Place, a.Value, a.At = "P2-19@st1/ch1/in1/me1", form.Value{Number: &low}, benchDay().Add(-time.Hour)
			a.Author.Role = flows.RoleAccompanist
		}
		c.Answers = append(c.Answers, a)
		c.Records = append(c.Records, form.Record{Seq: int64(i + 1), Kind: form.RecordAnswer, At: a.At, Author: a.Author, Answer: &a})
	}
	address := bot.Address("bench:" + id)
	if err := store.Enqueue(b.Context(), address, bot.Job{ID: "u1", Kind: bot.JobUpdate, Due: old, Event: &flows.Event{}}); err != nil {
		b.Fatal(err)
	}
	claim, err := store.Claim(b.Context(), benchDay(), time.Minute)
	if err != nil {
		b.Fatal(err)
	}
	if err := store.Commit(b.Context(), claim, bot.Outcome{Dossier: id, Changes: c}); err != nil {
		b.Fatal(err)
	}
}
