package storetest

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

// noon is when every test begins.
func noon() time.Time { return time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC) }

// lease is how long a claim lasts in the tests.
const lease = time.Minute

// lab is a store on a site, and a clock that a test moves.
type lab struct {
	testing.TB
	site  Site
	store Store
	now   time.Time
	seen  bot.View // the last view, to be closed before the next
}

// newLab opens the site's store and closes it after the test.
func newLab(t testing.TB, site Site) *lab {
	l := &lab{TB: t, site: site, now: noon()}
	l.open()
	t.Cleanup(func() {
		if err := l.close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return l
}

func (l *lab) open() {
	l.Helper()
	s, ok := l.site.Open(l).(Store)
	if !ok {
		l.Fatal("the store has no storetest.Reader")
	}
	l.store = s
}

// reopen closes the store and opens it again, as a restart does.
func (l *lab) reopen() {
	l.Helper()
	l.ok(l.close(), "close")
	l.open()
}

func (l *lab) close() error {
	l.look(nil)
	return l.store.Close()
}

func (l *lab) ctx() context.Context { return context.Background() }

func (l *lab) ok(err error, what string) {
	l.Helper()
	if err != nil {
		l.Fatalf("%s: %v", what, err)
	}
}

func (l *lab) enqueue(a bot.Address, jobs ...bot.Job) {
	l.Helper()
	l.ok(l.store.Enqueue(l.ctx(), a, jobs...), "enqueue")
}

// claim claims what must be there.
func (l *lab) claim() bot.Claim {
	l.Helper()
	c, err := l.store.Claim(l.ctx(), l.now, lease)
	l.ok(err, "claim")
	return c
}

// take claims, and wants the job with this id.
func (l *lab) take(id string) bot.Claim {
	l.Helper()
	c := l.claim()
	if c.Job.ID != id {
		l.Fatalf("claimed job %q, want %q", c.Job.ID, id)
	}
	return c
}

// idle wants nothing to be claimable.
func (l *lab) idle() {
	l.Helper()
	c, err := l.store.Claim(l.ctx(), l.now, lease)
	if !errors.Is(err, bot.ErrIdle) {
		l.Fatalf("claim gave job %q of %q and error %v, want ErrIdle", c.Job.ID, c.Address, err)
	}
}

func (l *lab) commit(c bot.Claim, o bot.Outcome) {
	l.Helper()
	l.ok(l.store.Commit(l.ctx(), c, o), "commit")
}

// refuse wants a commit to fail with err.
func (l *lab) refuse(c bot.Claim, o bot.Outcome, want error) {
	l.Helper()
	if err := l.store.Commit(l.ctx(), c, o); !errors.Is(err, want) {
		l.Fatalf("commit gave %v, want %v", err, want)
	}
}

// do claims the job with this id and finishes it with an outcome.
func (l *lab) do(id string, o bot.Outcome) {
	l.Helper()
	l.commit(l.take(id), o)
}

// drain finishes everything that is due, and gives the ids in order.
func (l *lab) drain() []string {
	l.Helper()
	var ids []string
	for {
		c, err := l.store.Claim(l.ctx(), l.now, lease)
		if errors.Is(err, bot.ErrIdle) {
			return ids
		}
		l.ok(err, "claim")
		l.commit(c, bot.Outcome{})
		ids = append(ids, c.Job.ID)
	}
}

func (l *lab) view(c bot.Claim, dossier string) bot.View {
	l.Helper()
	v, err := l.store.Dossier(l.ctx(), c, dossier)
	l.ok(err, "dossier")
	l.look(v)
	return v
}

// look closes the last view and notes the next.
func (l *lab) look(v bot.View) {
	if l.seen != nil {
		l.seen.Close()
	}
	l.seen = v
}

func (l *lab) jobs(a bot.Address) []bot.Job {
	l.Helper()
	jobs, err := l.store.Jobs(l.ctx(), a)
	l.ok(err, "jobs")
	return jobs
}

func (l *lab) records(dossier string) []form.Record {
	l.Helper()
	r, err := l.store.Records(l.ctx(), dossier)
	l.ok(err, "records")
	return r
}

// next wants the earliest due time; a zero time stands for none.
func (l *lab) next(want time.Time) {
	l.Helper()
	got, some, err := l.store.NextDue(l.ctx())
	l.ok(err, "next due")
	if some != !want.IsZero() || some && !got.Equal(want) {
		l.Fatalf("next due is %v (%v), want %v", got, some, want)
	}
}

// peek claims with a probe, to see what is kept of a conversation.
func (l *lab) peek(a bot.Address) bot.Claim {
	l.Helper()
	id := fmt.Sprintf("probe-%s", l.Name())
	l.enqueue(a, bot.Job{ID: clean(id), Kind: bot.JobNote, Due: noon().Add(-24 * time.Hour)})
	c := l.take(clean(id))
	l.commit(c, bot.Outcome{})
	return c
}

// clean makes a name fit for a job id.
func clean(s string) string {
	out := []rune(s)
	for i, r := range out {
		if r == '.' || r == '$' {
			out[i] = '-'
		}
	}
	return string(out)
}

// update is an incoming job, due at noon.
func update(id string) bot.Job {
	return bot.Job{ID: id, Kind: bot.JobUpdate, Due: noon(), Event: &flows.Event{Kind: flows.Said, At: noon(), Text: id}}
}

// send is an outgoing job, due at noon.
func send(id string) bot.Job {
	return bot.Job{ID: id, Kind: bot.JobSend, Due: noon(), Message: &bot.Message{Card: id, Lang: "nl"}}
}

// timer is a job due at a moment; the zero time cancels it.
func timer(id string, due time.Time) bot.Job {
	return bot.Job{ID: id, Kind: bot.JobTimer, Due: due, Event: &flows.Event{Kind: flows.Timer, At: due, Timer: id}}
}

// put gives the job back with another Due.
func put(j bot.Job, due time.Time) *bot.Job {
	j.Due = due
	j.Attempts++
	return &j
}

// answered is a change of a dossier at a version: one answer and its record.
func answered(dossier string, version int64, place form.Place, text string) form.Changes {
	a := form.Answer{Place: place, State: form.Given, Value: form.Value{Text: text}, At: noon(), Revision: int(version)}
	return form.Changes{
		Head:    &form.Head{Dossier: dossier, Version: version, Records: version},
		Answers: []form.Answer{a},
		Records: []form.Record{{Seq: version, Kind: form.RecordAnswer, At: noon(), Answer: &a}},
	}
}
