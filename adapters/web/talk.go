package web

import (
	"fmt"
	"os"
	"sync"
	"time"

	"visesbot/bot"
)

// talk is everything shown in this round, in the order it first appeared, and
// the file that keeps it.
type talk struct {
	mu      sync.Mutex
	file    *os.File // nil: memory only
	seq     int64
	round   int
	life    int64 // when the round began: tells it from any other, of any talk
	sample  string
	guests  []string // the chats of those who came by a link
	came    int64    // when the last of them did
	entries []*entry
	places  map[string]*entry
	wakes   map[chan struct{}]struct{}
}

func newTalk() *talk {
	return &talk{places: map[string]*entry{}, wakes: map[chan struct{}]struct{}{}}
}

func (t *talk) now() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.round
}

// show keeps a message of the bot, in the place of the one it replaces. A card
// that comes again, because the program was stopped before it noted that it had
// sent it, takes its own place.
func (t *talk) show(chat string, at time.Time, m bot.Message) (string, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	e := entry{Chat: chat, At: at, Message: &m}
	if old := t.shown(chat, m); old != nil {
		e.ID, e.At, e.Edited = old.ID, old.At, true
	} else {
		e.ID = fmt.Sprintf("m%d", t.seq+1)
	}
	return e.ID, t.keep(e)
}

// shown finds the entry in whose place a message belongs, if there is one.
func (t *talk) shown(chat string, m bot.Message) *entry {
	if old := t.places[chat+"/"+m.Replace]; old != nil && old.Message != nil {
		return old
	}
	for _, e := range t.entries {
		if m.Card != "" && e.Chat == chat && e.Message != nil && e.Message.Card == m.Card && e.Message.Part == m.Part {
			return e
		}
	}
	return nil
}

// say keeps what a person said; said twice, it stands once.
func (t *talk) say(e entry) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.places[e.place()] != nil {
		return nil
	}
	return t.keep(e)
}

// begin forgets the talk and begins the next round, with a past or without.
func (t *talk) begin(at time.Time, sample string, past []Past) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if err := t.keep(entry{Round: t.round + 1, At: at, Sample: sample}); err != nil {
		return err
	}
	for _, p := range past {
		e := entry{Chat: p.Chat, ID: fmt.Sprintf("m%d", t.seq+1), At: p.At, Message: p.Message, Text: p.Text, Lang: p.Lang}
		if err := t.keep(e); err != nil {
			return err
		}
	}
	return nil
}

// began is the sample that the round began with, "" if none.
func (t *talk) began() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.sample
}

// keep writes the entry, then shows it. The lock is held.
func (t *talk) keep(e entry) error {
	e.Seq = t.seq + 1
	if e.Round == 0 {
		e.Round = t.round
	}
	if err := t.write(e); err != nil {
		return err
	}
	t.fold(e)
	t.wake()
	return nil
}

// fold makes the entry part of the talk. It never changes an entry that was
// given out.
func (t *talk) fold(e entry) {
	t.seq, t.round = e.Seq, e.Round
	old := t.places[e.place()]
	switch {
	case e.Guest:
		t.guests, t.came = append(t.guests, e.Chat), e.Seq
	case e.Chat == "":
		t.entries, t.places, t.guests, t.came = nil, map[string]*entry{}, nil, 0
		t.life, t.sample = e.At.UnixMilli()+int64(e.Round), e.Sample
	case old != nil:
		*old = e
	default:
		t.entries, t.places[e.place()] = append(t.entries, &e), &e
	}
}

// view is what a reader is told: entries, and where it stands now.
type view struct {
	entries []entry
	life    int64
	round   int
	seq     int64
	whole   bool // the reader knew nothing of this round
}

// since gives what was shown or changed after seq; all of the round when the
// reader comes from another one, or does not know all guests.
func (t *talk) since(life, seq int64) view {
	t.mu.Lock()
	defer t.mu.Unlock()
	v := view{life: t.life, round: t.round, seq: t.seq}
	if life != t.life || seq > t.seq || seq < t.came {
		seq, v.whole = 0, true
	}
	for _, e := range t.entries {
		if e.Seq > seq {
			v.entries = append(v.entries, *e)
		}
	}
	return v
}
