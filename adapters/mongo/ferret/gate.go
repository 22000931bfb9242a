package ferret

import (
	"context"
	"fmt"
	"net"
	"slices"
	"sync"
)

// Gate stands before a server and lets one whole message through at a time,
// over all connections: the next waits for the answer to the one before. It
// can refuse to let any more through, or swallow an answer.
type Gate struct {
	listener net.Listener
	server   string
	turn     sync.Mutex // held from a message to its answer

	mu       sync.Mutex
	commands int
	limit    int // commands let through; negative is no limit
	swallow  int // the number of the command whose answer is lost; 0 is none
	refused  bool
}

// NewGate opens a gate before the server at a host and port, until ctx ends.
func NewGate(ctx context.Context, server string) (*Gate, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("open a gate: %w", err)
	}
	g := &Gate{listener: l, server: server, limit: -1}
	context.AfterFunc(ctx, func() { _ = l.Close() })
	go g.accept()
	return g, nil
}

// URI is where to connect.
func (g *Gate) URI() string { return "mongodb://" + g.listener.Addr().String() + "/" }

// Limit counts commands from now on, lets n of them through and then answers
// every further one with an error; with a negative n it lets all through.
func (g *Gate) Limit(n int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.commands, g.limit, g.refused = 0, n, false
}

// Swallow counts commands from now on, and breaks the connection after the
// n-th is carried out, before its answer.
func (g *Gate) Swallow(n int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.commands, g.swallow = 0, n
}

// Refused tells whether a command was refused since Limit, and how many were
// let through.
func (g *Gate) Refused() (bool, int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.refused, g.commands
}

func (g *Gate) accept() {
	for {
		c, err := g.listener.Accept()
		if err != nil {
			return
		}
		go g.pass(c)
	}
}

// pass carries the messages of one connection until either side closes it.
func (g *Gate) pass(client net.Conn) {
	defer func() { _ = client.Close() }()
	server, err := net.Dial("tcp", g.server)
	if err != nil {
		return
	}
	defer func() { _ = server.Close() }()
	for {
		m, err := readMessage(client)
		if err != nil {
			return
		}
		answer, err := g.exchange(server, m)
		if err != nil {
			return
		}
		if _, err := client.Write(answer); err != nil {
			return
		}
	}
}

// exchange carries a message to the server and its answer back, or refuses it.
func (g *Gate) exchange(server net.Conn, m []byte) ([]byte, error) {
	g.turn.Lock()
	defer g.turn.Unlock()
	lost, open := g.count(command(m))
	if !open {
		return failure(m, "the gate is closed"), nil
	}
	if _, err := server.Write(m); err != nil {
		return nil, err
	}
	answer, err := readMessage(server)
	if lost && err == nil {
		err = net.ErrClosed
	}
	return answer, err
}

// count tells whether a command may pass, and whether its answer is to be lost.
func (g *Gate) count(name string) (lost, open bool) {
	if slices.Contains([]string{"", "hello", "isMaster", "ismaster", "ping", "endSessions"}, name) {
		return false, true
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.limit >= 0 && g.commands >= g.limit {
		g.refused = true
		return false, false
	}
	g.commands++
	return g.swallow == g.commands, true
}
