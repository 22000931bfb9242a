package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/spf13/cobra"
)

// healthPatience is how long a program may take to say that it is well.
const healthPatience = 4 * time.Second

// healthOptions are the flags of health.
type healthOptions struct {
	addr  string
	ready bool
}

func newHealthCommand(e *env) *cobra.Command {
	var o healthOptions
	c := &cobra.Command{
		Use:   "health",
		Short: "Ask a running program whether it is well",
		Long: `Asks the demo or the service that runs on this computer whether it is well: exit
code 0 when it is, 1 when it is not or does not answer. It is what a container
asks, which has no other program to ask with.

With --ready it asks whether every channel and the store work, too; the answer
says which one does not. A platform that is down for a while is no reason to
start the program anew: what people wrote is kept, and goes on when it is back.`,
		Example: "  visesbot health\n" +
			"  visesbot health --ready --addr 127.0.0.1:9000",
		Args: noArgument,
		RunE: func(c *cobra.Command, _ []string) error {
			host, port, err := net.SplitHostPort(o.addr)
			if err != nil {
				return misuse(c, fmt.Errorf("--addr is HOST:PORT, not %q", o.addr))
			}
			if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
				host = "127.0.0.1"
			}
			return health(c.Context(), e, net.JoinHostPort(host, port), o.ready)
		},
	}
	c.Flags().StringVar(&o.addr, "addr", ":8080", "where the program answers HTTP, `HOST:PORT`")
	c.Flags().BoolVar(&o.ready, "ready", false, "ask whether every channel and the store work, too")
	return c
}

// health asks, and tells what was answered.
func health(ctx context.Context, e *env, addr string, ready bool) error {
	ctx, cancel := context.WithTimeout(ctx, healthPatience)
	defer cancel()
	path := "/healthz"
	if ready {
		path = "/readyz"
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+addr+path, http.NoBody)
	if err != nil {
		return err
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return fmt.Errorf("nothing answers at %s: is the program running, with this --addr?", addr)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(io.LimitReader(answer.Body, 64<<10))
	if err != nil {
		return fmt.Errorf("the program at %s stopped in the middle of its answer: %w", addr, err)
	}
	if answer.StatusCode != http.StatusOK {
		return errors.New("it is not well: " + strings.TrimSpace(string(text)))
	}
	fmt.Fprintln(e.out, strings.TrimSpace(string(text)))
	return nil
}

// alive answers that the program runs.
func alive(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	fmt.Fprintln(w, "ok")
}
