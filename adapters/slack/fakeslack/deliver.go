package fakeslack

import (
	"errors"
	"slices"
	"time"
)

// The kinds of what is brought, as Socket Mode calls them.
const (
	kindEvent   = "events_api"
	kindAct     = "interactive"
	kindCommand = "slash_commands"
)

// delivery is one thing that is brought to the app until it is acknowledged.
type delivery struct {
	kind    string
	line    string // deliveries of one line are brought in order
	payload any
	raw     []byte // instead of payload
	id      string // of the envelope
	attempt int
	reason  string
	due     time.Time
	flying  bool // brought, and neither acknowledged nor given up
	on      *conn
	done    chan reply
}

// reply is what the app answered, or that it did not.
type reply struct {
	body []byte
	err  error
}

// line is what waits to be brought, oldest first.
type line struct{ waiting []*delivery }

// errNotTaken is what is left of something that the app did not acknowledge.
var errNotTaken = errors.New("the app did not acknowledge it")

// bring takes something to be brought. The lock is held.
func (s *Server) bring(d *delivery) *delivery {
	d.done, d.due = make(chan reply, 1), s.o.Now()
	l := s.lines[d.line]
	if l == nil {
		l = &line{}
		s.lines[d.line] = l
	}
	l.waiting = append(l.waiting, d)
	return d
}

// event brings an event of the Events API.
func (s *Server) event(team, line string, e answer) *delivery {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.eventLocked(team, line, e)
}

func (s *Server) eventLocked(team, line string, e answer) *delivery {
	return s.bring(&delivery{kind: kindEvent, line: line, payload: answer{
		"token": "old", "team_id": team, "api_app_id": AppID, "type": "event_callback",
		"event_id": s.id("Ev"), "event_time": s.o.Now().Unix(), "event": e,
		"authorizations": []answer{{"team_id": team, "user_id": BotUser, "is_bot": true}},
	}})
}

// Bring brings bytes as they are: kind is events_api, interactive or
// slash_commands.
func (s *Server) Bring(kind string, payload []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.bring(&delivery{kind: kind, line: "raw", raw: payload})
}

// Again brings the last n things that were acknowledged once more.
func (s *Server) Again(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, d := range slices.Clone(s.brought[max(0, len(s.brought)-n):]) {
		s.bring(&delivery{kind: d.kind, line: d.line, payload: d.payload, raw: d.raw, attempt: 1, reason: "http_timeout"})
	}
}

// again looks, over and over, what is to be brought by now.
func (s *Server) again() {
	tick := time.NewTicker(2 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-s.ctx.Done():
			return
		case <-tick.C:
			s.round()
		}
	}
}

func (s *Server) round() {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := s.o.Now()
	for _, l := range s.lines {
		for _, d := range slices.Clone(l.waiting) {
			if d.flying && s.app != "" {
				break // one after the other
			}
			if d.flying || d.due.After(now) {
				continue
			}
			if !s.fly(d) || s.app != "" {
				break
			}
		}
	}
}

// fly brings something on its way; false when there is no way now. The lock is
// held.
func (s *Server) fly(d *delivery) bool {
	if s.app != "" {
		d.flying = true
		s.work.Go(func() { s.post(s.app, d) })
		return true
	}
	if len(s.conns) == 0 {
		return false
	}
	d.on, d.flying, d.id = s.conns[len(s.conns)-1], true, s.id("E")
	s.open[d.id] = d
	d.on.send(d.envelope())
	id := d.id
	time.AfterFunc(s.o.Ack, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.open[id] == d {
			delete(s.open, id)
			s.failed(d, "timeout")
		}
	})
	return true
}

// failed puts something back that was not acknowledged, or gives it up. The
// lock is held.
func (s *Server) failed(d *delivery, reason string) {
	s.late++
	d.flying, d.reason = false, reason
	d.attempt++
	if d.kind != kindEvent || d.attempt > len(s.o.Retries) {
		s.land(d, reply{err: errNotTaken})
		return
	}
	d.due = s.o.Now().Add(s.o.Retries[d.attempt-1])
}

// land takes something off the lines. The lock is held.
func (s *Server) land(d *delivery, r reply) {
	l := s.lines[d.line]
	l.waiting = slices.DeleteFunc(l.waiting, func(o *delivery) bool { return o == d })
	if r.err == nil {
		s.brought = append(s.brought, d)
	}
	select {
	case d.done <- r:
	default:
	}
}

// Waiting counts what was not acknowledged yet.
func (s *Server) Waiting() (n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, l := range s.lines {
		n += len(l.waiting)
	}
	return n
}
