package faketelegram

import (
	"encoding/json"
	"net/http"
	"slices"
	"time"
)

// update is something the bot is to be told; what was confirmed is gone.
type update struct {
	id     int64
	kind   string
	chat   int64
	raw    json.RawMessage // whole, when it is not an object of ours
	body   object
	flying bool // a webhook call is on its way
}

func (u *update) wire() json.RawMessage {
	if u.raw != nil {
		return u.raw
	}
	return marshal(object{"update_id": u.id, u.kind: u.body})
}

// updates is the queue, and who reads it.
type updates struct {
	waiting  []*update
	old      []*update // confirmed, kept to be brought again
	allowed  []string
	conflict chan struct{} // closed to end the poll that waits now
	polls    int
}

// push queues an update. The lock is held.
func (s *Server) push(kind string, chat int64, body object) {
	if len(s.queue.allowed) > 0 && !slices.Contains(s.queue.allowed, kind) {
		return
	}
	s.last.update++
	s.queue.waiting = append(s.queue.waiting, &update{id: s.last.update, kind: kind, chat: chat, body: body})
	s.changed()
	s.deliver()
}

// Raw queues an update just as it is given: of an unknown kind, or no update at
// all. A "%d" in it becomes its id.
func (s *Server) Raw(text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.last.update++
	raw := json.RawMessage(replaceID(text, s.last.update))
	s.queue.waiting = append(s.queue.waiting, &update{id: s.last.update, raw: raw})
	s.changed()
	s.deliver()
}

// Again brings the n updates that were confirmed last once more, as Telegram
// may do.
func (s *Server) Again(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	old := s.queue.old[max(0, len(s.queue.old)-n):]
	s.queue.waiting = append(slices.Clone(old), s.queue.waiting...)
	s.changed()
	s.deliver()
}

// Recount lets the server choose its next update id anew, as it does after a week
// without updates.
func (s *Server) Recount(next int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.last.update = next - 1
}

// Pending counts the updates that were not confirmed yet.
func (s *Server) Pending() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.queue.waiting)
}

// Polls counts the calls of getUpdates.
func (s *Server) Polls() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.queue.polls
}

func (s *Server) getUpdates(r *http.Request, in params) (any, error) {
	s.mu.Lock()
	s.queue.polls++
	if s.hook != nil {
		s.mu.Unlock()
		return nil, refuse(http.StatusConflict, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")
	}
	if err := s.allow(in); err != nil {
		s.mu.Unlock()
		return nil, err
	}
	s.confirm(in.number("offset"))
	if s.queue.conflict != nil {
		close(s.queue.conflict)
	}
	mine := make(chan struct{})
	s.queue.conflict = mine
	s.mu.Unlock()
	return s.poll(r, in, mine)
}

// poll waits for updates as long as it was asked to.
func (s *Server) poll(r *http.Request, in params, conflict chan struct{}) (any, error) {
	wait := time.NewTimer(time.Duration(min(max(in.number("timeout"), 0), 50)) * time.Second)
	defer wait.Stop()
	defer func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.queue.conflict == conflict {
			s.queue.conflict = nil
		}
	}()
	for {
		s.mu.Lock()
		batch, news := s.batch(in.number("limit")), s.news
		s.mu.Unlock()
		if len(batch) > 0 {
			return batch, nil
		}
		select {
		case <-news:
		case <-wait.C:
			return batch, nil
		case <-conflict:
			return nil, refuse(http.StatusConflict, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running")
		case <-s.stop:
			return batch, nil
		case <-r.Context().Done():
			return batch, nil
		}
	}
}

// batch is what a poll gets now. The lock is held.
func (s *Server) batch(limit int64) []json.RawMessage {
	if limit < 1 || limit > 100 {
		limit = 100
	}
	batch := []json.RawMessage{}
	for _, u := range s.queue.waiting[:min(len(s.queue.waiting), int(limit))] {
		batch = append(batch, u.wire())
	}
	return batch
}

// confirm forgets the updates before an offset; a negative one keeps so many of
// the last ones. The lock is held.
func (s *Server) confirm(offset int64) {
	if offset < 0 {
		n := max(0, len(s.queue.waiting)+int(offset))
		s.queue.waiting = s.queue.waiting[n:]
		return
	}
	if offset > s.last.update+1 {
		return // it is none that the server gave, since it counts anew
	}
	s.queue.waiting = slices.DeleteFunc(s.queue.waiting, func(u *update) bool {
		if u.id < offset && !slices.Contains(s.queue.old, u) {
			s.queue.old = append(s.queue.old, u)
		}
		return u.id < offset
	})
}

// allow takes the list of kinds, if one is given. The lock is held.
func (s *Server) allow(in params) error {
	if in.values["allowed_updates"] == "" {
		return nil
	}
	var kinds []string
	if err := in.decode("allowed_updates", &kinds); err != nil {
		return err
	}
	s.queue.allowed = kinds
	return nil
}
