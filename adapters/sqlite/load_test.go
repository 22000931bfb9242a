package sqlite

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"visesbot/bot"
	"visesbot/flows/form"
)

// talks is how many conversations are busy at once, two on a dossier.
const talks = 8

// TestChild is the program that [TestKill] kills; by itself it does nothing.
func TestChild(t *testing.T) {
	path := os.Getenv("VISESBOT_TEST_STORE")
	if path == "" {
		return
	}
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	l := &load{store: s, life: os.Getenv("VISESBOT_TEST_LIFE")}
	if err := l.again(); err != nil {
		t.Fatal(err)
	}
	fail := make(chan error)
	for i := range talks {
		go func() { fail <- l.arrive(i) }()
		go func() {
			for {
				if err := l.drain(); err != nil {
					fail <- err
				}
				<-s.Changed()
			}
		}()
	}
	t.Fatal(<-fail)
}

// load is a small bot that records every update.
type load struct {
	store *Store
	life  string
}

// again delivers once more what was acknowledged in the life before, as a
// platform would that did not hear of it.
func (l *load) again() error {
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		talk, id, _ := strings.Cut(lines.Text(), " ")
		if err := l.store.Enqueue(context.Background(), bot.Address(talk), job0(id)); err != nil {
			return err
		}
	}
	return nil
}

func job0(id string) bot.Job { return bot.Job{ID: id, Kind: bot.JobUpdate, Due: start()} }

// arrive brings updates into one conversation and acknowledges each.
func (l *load) arrive(i int) error {
	talk := fmt.Sprintf("test:%d", i)
	for n := 0; ; n++ {
		id := fmt.Sprintf("%s-%d", l.life, n)
		if err := l.store.Enqueue(context.Background(), bot.Address(talk), job0(id)); err != nil {
			return err
		}
		fmt.Fprintf(os.Stdout, "ack %s %s\n", talk, id)
	}
}

// drain does what is due until there is nothing.
func (l *load) drain() error {
	for {
		c, err := l.store.Claim(context.Background(), start(), time.Minute)
		if errors.Is(err, bot.ErrIdle) {
			return nil
		}
		if err == nil {
			err = l.do(c)
		}
		if err != nil {
			return err
		}
	}
}

// do records an update and answers it with a message; messages are sent.
func (l *load) do(c bot.Claim) error {
	ctx := context.Background()
	if c.Job.Kind == bot.JobSend {
		return l.store.Commit(ctx, c, bot.Outcome{Receipts: map[string]bot.Receipt{c.Job.ID: "r"}})
	}
	var i int
	if _, err := fmt.Sscanf(string(c.Address), "test:%d", &i); err != nil {
		return err
	}
	for {
		v, err := l.store.Dossier(ctx, c, fmt.Sprintf("d%d", i/2))
		if err != nil {
			return err
		}
		h := v.Head()
		v.Close()
		h.Dossier, h.Version, h.Records = fmt.Sprintf("d%d", i/2), h.Version+1, h.Records+1
		r := form.Record{Seq: h.Records, Kind: form.RecordFeedback, At: start(), Reason: string(c.Address) + " " + c.Job.ID}
		err = l.store.Commit(ctx, c, bot.Outcome{
			Dossier: h.Dossier, Changes: form.Changes{Head: &h, Records: []form.Record{r}},
			Jobs: []bot.Job{{ID: "s-" + c.Job.ID, Kind: bot.JobSend, Due: start()}},
		})
		if !errors.Is(err, bot.ErrChanged) {
			return err
		}
	}
}
