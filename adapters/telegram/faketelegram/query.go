package faketelegram

import (
	"strconv"
	"time"
)

// query is a press that waits for its answer: the button is spinning.
type query struct {
	at       time.Time
	answered bool
	text     string
}

func (s *Server) newQuery() string {
	s.last.query++
	id := strconv.FormatInt(4_000_000_000_000+s.last.query, 10)
	s.queries[id] = &query{at: s.o.Now()}
	return id
}

func (s *Server) answerQuery(in params) (any, error) {
	q := s.queries[in.values["callback_query_id"]]
	switch {
	case q == nil, q.answered, s.o.Now().Sub(q.at) > s.o.QueryLife:
		return nil, bad("query is too old and response timeout expired or query ID is invalid")
	case units(in.values["text"]) > 200:
		return nil, bad("MESSAGE_TOO_LONG")
	}
	q.answered, q.text = true, in.values["text"]
	s.changed()
	return true, nil
}

// Toasts gives the words that presses were answered with, in no order; "" for
// those without.
func (s *Server) Toasts() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var all []string
	for _, q := range s.queries {
		if q.answered {
			all = append(all, q.text)
		}
	}
	return all
}

// Unanswered counts the buttons that are still spinning.
func (s *Server) Unanswered() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := 0
	for _, q := range s.queries {
		if !q.answered {
			n++
		}
	}
	return n
}
