package faketelegram

import (
	"math"
	"time"
)

// Limits are how much may be sent or edited. Zero: no limit. Each is a bucket:
// so many a second in the long run, and so many at once.
type Limits struct {
	Second float64 // messages a second over all chats: 30
	Chat   float64 // a second in one chat: 1
	Burst  int     // at once in one chat: 1 when it is 0
	Minute float64 // a minute in one group: 20
}

// Published are the limits that Telegram publishes; short bursts in a chat are
// let through, as Telegram says it may.
func Published() Limits { return Limits{Second: 30, Chat: 1, Burst: 5, Minute: 20} }

// bucket is full with cap, and fills at rate a second.
type bucket struct {
	left float64
	at   time.Time
}

// rates counts what was sent.
type rates struct {
	all     bucket
	chats   map[int64]*bucket
	groups  map[int64]*bucket
	refused int
}

func (b *bucket) fill(now time.Time, rate, most float64) {
	if b.at.IsZero() {
		b.left, b.at = most, now
	}
	b.left = math.Min(most, b.left+rate*now.Sub(b.at).Seconds())
	b.at = now
}

// limited takes one message out of every bucket that it counts for, or tells
// how many seconds to wait. The lock is held.
func (s *Server) limited(c *Chat) error {
	l, r, now := s.o.Limits, &s.rates, s.o.Now()
	if r.chats == nil {
		r.chats, r.groups = map[int64]*bucket{}, map[int64]*bucket{}
	}
	var taken []*bucket
	wait := 0.0
	take := func(b *bucket, rate, most float64) {
		if rate <= 0 {
			return
		}
		b.fill(now, rate, most)
		if missing := 1 - b.left; missing > 1e-6 {
			wait = math.Max(wait, missing/rate)
		}
		taken = append(taken, b)
	}
	take(&r.all, l.Second, math.Max(1, l.Second))
	take(of(r.chats, c.id), l.Chat, float64(max(1, l.Burst)))
	if !c.private() {
		take(of(r.groups, c.id), l.Minute/60, math.Max(1, l.Minute))
	}
	if wait > 0 {
		r.refused++
		return tooMany(int(math.Ceil(wait)))
	}
	for _, b := range taken {
		b.left--
	}
	return nil
}

func of(all map[int64]*bucket, id int64) *bucket {
	if all[id] == nil {
		all[id] = &bucket{}
	}
	return all[id]
}

// Refused counts the messages that came too fast.
func (s *Server) Refused() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.rates.refused
}
