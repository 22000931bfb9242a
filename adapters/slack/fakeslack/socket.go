package fakeslack

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

// conn is one connection of Socket Mode.
type conn struct {
	ws    *websocket.Conn
	mu    sync.Mutex // of writing
	ended chan struct{}
}

func (c *conn) send(text []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	_ = c.ws.WriteMessage(websocket.TextMessage, text)
}

// connect is apps.connections.open.
func (c call) connect() answer {
	ticket := c.s.id("ticket")
	c.s.tickets[ticket] = true
	return answer{"ok": true, "url": strings.Replace(c.base, "http", "ws", 1) + "/socket?ticket=" + ticket + "&app_id=" + AppID}
}

// socket is a connection from its beginning to its end.
func (s *Server) socket(w http.ResponseWriter, r *http.Request) {
	ticket := r.URL.Query().Get("ticket")
	s.mu.Lock()
	known := s.tickets[ticket]
	delete(s.tickets, ticket)
	s.mu.Unlock()
	if !known {
		http.Error(w, "invalid ticket", http.StatusForbidden)
		return
	}
	upgrader := websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}
	ws, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	c := &conn{ws: ws, ended: make(chan struct{})}
	defer close(c.ended)
	defer ws.Close()
	c.send(asJSON(answer{
		"type": "hello", "num_connections": 1, "connection_info": answer{"app_id": AppID},
		"debug_info": answer{"host": "applink-1", "build_number": 1, "approximate_connection_time": 18060},
	}))
	s.mu.Lock()
	if s.ctx.Err() != nil {
		s.mu.Unlock()
		return
	}
	s.conns = append(s.conns, c)
	s.work.Go(func() { s.ping(c) })
	s.mu.Unlock()
	s.read(c)
	s.lost(c)
}

// ping keeps a connection alive.
func (s *Server) ping(c *conn) {
	tick := time.NewTicker(s.o.Ping)
	defer tick.Stop()
	for {
		c.mu.Lock()
		err := c.ws.WriteControl(websocket.PingMessage, []byte("Ping from applink-1"), time.Time{})
		c.mu.Unlock()
		if err != nil {
			return
		}
		select {
		case <-tick.C:
		case <-c.ended:
			return
		case <-s.ctx.Done():
			return
		}
	}
}

// read takes acknowledgements in, until the connection ends.
func (s *Server) read(c *conn) {
	for {
		_, text, err := c.ws.ReadMessage()
		if err != nil {
			return
		}
		var ack struct {
			EnvelopeID string          `json:"envelope_id"`
			Payload    json.RawMessage `json:"payload"`
		}
		if len(text) >= ackBytes || json.Unmarshal(text, &ack) != nil {
			continue
		}
		s.mu.Lock()
		if d := s.open[ack.EnvelopeID]; d != nil {
			delete(s.open, ack.EnvelopeID)
			d.flying = false
			s.land(d, reply{body: ack.Payload})
		}
		s.mu.Unlock()
	}
}

// lost brings again what was under way on a connection that ended.
func (s *Server) lost(c *conn) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.conns = slices.DeleteFunc(s.conns, func(o *conn) bool { return o == c })
	for id, d := range s.open {
		if d.on == c {
			delete(s.open, id)
			d.flying, d.due = false, s.o.Now()
		}
	}
}

// envelope is something as Socket Mode brings it.
func (d *delivery) envelope() []byte {
	payload := d.payload
	if d.raw != nil {
		if !json.Valid(d.raw) {
			return d.raw
		}
		payload = json.RawMessage(d.raw)
	}
	return asJSON(answer{
		"envelope_id": d.id, "type": d.kind, "payload": payload, "accepts_response_payload": d.kind != kindEvent,
		"retry_attempt": d.attempt, "retry_reason": d.reason,
	})
}

// Connected counts the connections.
func (s *Server) Connected() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.conns)
}

// Disconnect asks every connection to end and come back, as Slack does every
// hour or so: reason is "warning" or "refresh_requested".
func (s *Server) Disconnect(reason string) {
	s.mu.Lock()
	conns := slices.Clone(s.conns)
	s.mu.Unlock()
	for _, c := range conns {
		c.send(asJSON(answer{"type": "disconnect", "reason": reason, "debug_info": answer{"host": "applink-1"}}))
	}
}

// Cut lets every connection die without a word.
func (s *Server) Cut() {
	s.mu.Lock()
	conns := slices.Clone(s.conns)
	s.mu.Unlock()
	for _, c := range conns {
		_ = c.ws.Close()
	}
}

// Write sends bytes over every connection as they are.
func (s *Server) Write(text []byte) {
	s.mu.Lock()
	conns := slices.Clone(s.conns)
	s.mu.Unlock()
	for _, c := range conns {
		c.send(text)
	}
}
