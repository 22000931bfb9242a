package main

import (
	"context"
	"net"
	"net/http"
	"time"
)

// serverLimits bound what strangers may hold of a server.
type serverLimits struct {
	connections int           // at once; more wait until one is free
	request     time.Duration // how long a whole request may take to come in; 0: as long as it likes
}

// hookLimits are those of serve: what platforms call with is small and comes at
// once.
func hookLimits() serverLimits { return serverLimits{connections: 512, request: 20 * time.Second} }

// pageLimits are those of the demo: a page listens for as long as it is open, and
// a file takes its time.
func pageLimits() serverLimits { return serverLimits{connections: 512} }

// server is one that lets go of whoever sends nothing.
func (l serverLimits) server(ctx context.Context, pages http.Handler) *http.Server {
	return &http.Server{
		Handler: pages, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: l.request,
		IdleTimeout: time.Minute, MaxHeaderBytes: 64 << 10,
		BaseContext: func(net.Listener) context.Context { return ctx },
	}
}
