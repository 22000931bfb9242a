package fakeslack

import (
	"math"
	"time"
)

// rates count the calls of the last minute.
type rates struct {
	calls map[string][]time.Time
	full  map[string]bucket
}

// bucket is what one channel may still take.
type bucket struct {
	left float64
	at   time.Time
}

// tooFast tells in how many seconds a call may be made that is too early, or 0.
// The lock is held.
func (s *Server) tooFast(team, method, channel string) int {
	now := s.o.Now()
	if s.rates.calls == nil {
		s.rates.calls, s.rates.full = map[string][]time.Time{}, map[string]bucket{}
	}
	if method == "chat.postMessage" && channel != "" && s.limits.Channel > 0 {
		if wait := s.tooFull(team+channel, now); wait > 0 {
			return wait
		}
	}
	most := s.limits.Methods[method]
	if most == 0 {
		return 0
	}
	key := team + method
	recent := s.rates.calls[key]
	for len(recent) > 0 && now.Sub(recent[0]) >= time.Minute {
		recent = recent[1:]
	}
	s.rates.calls[key] = recent
	if len(recent) >= most {
		return max(1, int(math.Ceil((time.Minute - now.Sub(recent[0])).Seconds())))
	}
	s.rates.calls[key] = append(recent, now)
	return 0
}

// tooFull takes a message out of what a channel may take.
func (s *Server) tooFull(channel string, now time.Time) int {
	perSecond := float64(s.limits.Channel) / 60
	b, ok := s.rates.full[channel]
	if !ok {
		b = bucket{float64(s.limits.Burst), now}
	}
	b.left = min(float64(s.limits.Burst), b.left+now.Sub(b.at).Seconds()*perSecond)
	b.at = now
	wait := 0
	if b.left < 1 {
		wait = max(1, int(math.Ceil((1-b.left)/perSecond)))
	} else {
		b.left--
	}
	s.rates.full[channel] = b
	return wait
}
