package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/net/netutil"
	"golang.org/x/sync/errgroup"

	"visesbot/adapters/sqlite"
	"visesbot/adapters/web"
	"visesbot/bot"
)

// demoOptions are the flags of demo.
type demoOptions struct {
	addr string
	data string // empty: nothing is kept
}

func newDemoCommand(e *env) *cobra.Command {
	var o demoOptions
	c := &cobra.Command{
		Use:   "demo",
		Short: "Try everything in the browser",
		Long: `Opens a page with two phones of a fictional enterprise and the channel of the
partner that accompanies it. It needs no token and no server; the clock on the
page can be moved, so that reminders come at once. Without --data nothing is
kept after the end.`,
		Example: "  visesbot demo\n  visesbot demo --addr 127.0.0.1:9000 --data demo-data",
		Args:    noArgument,
		RunE: func(c *cobra.Command, _ []string) error {
			if _, _, err := net.SplitHostPort(o.addr); err != nil {
				return misuse(c, fmt.Errorf("--addr is HOST:PORT, not %q", o.addr))
			}
			return demo(c.Context(), e, o)
		},
	}
	c.Flags().StringVar(&o.addr, "addr", "127.0.0.1:8080", "where the page is, `HOST:PORT`")
	c.Flags().StringVar(&o.data, "data", "", "`DIR` that keeps everything for the next time (default: a temporary one)")
	return c
}

// demo runs until ctx ends. The page is there first; what the bot has to read
// before it can answer is read behind it.
func demo(ctx context.Context, e *env, o demoOptions) error {
	listener, err := net.Listen("tcp", o.addr)
	if err != nil {
		return busy(o.addr, err)
	}
	defer listener.Close()
	dir, done, err := demoDir(o.data)
	if err != nil {
		return err
	}
	defer done()
	store, err := sqlite.Open(filepath.Join(dir, "visesbot.db"))
	if err != nil {
		return err
	}
	defer store.Close()
	return demoIn(ctx, e, listener, dir, store)
}

func demoIn(ctx context.Context, e *env, listener net.Listener, dir string, store bot.Store) error {
	clock, err := openDemoClock(e.now, filepath.Join(dir, "clock.json"))
	if err != nil {
		return err
	}
	files, err := contentFiles(e)
	if err != nil {
		return err
	}
	lived := newLives(files)
	page, err := web.New(demoPage(listener.Addr().String(), shownAddr(listener.Addr()), dir, clock, store, lived))
	if err != nil {
		return err
	}
	defer page.Close()
	lived.caps = page.Capabilities()
	fmt.Fprintf(e.out, "visesbot demo: open http://%s (all of it is fictional; Ctrl+C stops)\n", shownAddr(listener.Addr()))
	all, ctx := errgroup.WithContext(ctx)
	all.Go(func() error { return serveUntil(ctx, listener, demoMux(page), pageLimits()) })
	all.Go(func() error { return demoBot(ctx, e, page, clock, store, lived) })
	all.Go(func() error { return demoDesk(ctx, e, page, dir, store) })
	return all.Wait()
}

// demoDesk answers the commands of an operator, as serve does: an invitation
// that is made there opens the page.
func demoDesk(ctx context.Context, e *env, page *web.Adapter, dir string, store bot.Store) error {
	desk, err := newStoreDesk(store, e)
	if err != nil {
		return err
	}
	desk.links = linksOn(&[]bot.Adapter{page})
	return serveDesk(ctx, "sqlite:"+filepath.Join(dir, "visesbot.db"), desk, e.logger())
}

// demoMux is what the demo answers over HTTP.
func demoMux(page http.Handler) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", alive)
	mux.Handle("/", page)
	return mux
}

// serveUntil answers requests until ctx ends, and then lets those in hand end.
func serveUntil(ctx context.Context, listener net.Listener, page http.Handler, limits serverLimits) error {
	server := limits.server(ctx, page)
	listener = netutil.LimitListener(listener, limits.connections)
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return fmt.Errorf("serve the page: %w", err)
	case <-ctx.Done():
	}
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	if err := server.Shutdown(last); err != nil {
		return server.Close()
	}
	return nil
}

// demoDir is where the demo keeps its things, and what to do with it afterwards.
func demoDir(dir string) (string, func(), error) {
	if dir == "" {
		temporary, err := os.MkdirTemp("", "visesbot-demo-")
		if err != nil {
			return "", nil, fmt.Errorf("make a temporary directory (or give one with --data): %w", err)
		}
		return temporary, func() { _ = os.RemoveAll(temporary) }, nil
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", nil, fmt.Errorf("make the directory of --data: %w", err)
	}
	return dir, func() {}, nil
}

func busy(addr string, err error) error {
	if errors.Is(err, syscall.EADDRINUSE) {
		return fmt.Errorf("%s is in use by another program: stop that one, or choose another port, such as --addr 127.0.0.1:8081", addr)
	}
	return fmt.Errorf("open %s (choose another address with --addr): %w", addr, err)
}

// shownAddr is an address that a browser on this computer can open.
func shownAddr(a net.Addr) string {
	host, port, err := net.SplitHostPort(a.String())
	if ip := net.ParseIP(host); err != nil || ip == nil || !ip.IsUnspecified() {
		return a.String()
	}
	return net.JoinHostPort("127.0.0.1", port)
}
