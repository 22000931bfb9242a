package main

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"sync"
	"testing"
	"time"
)

// demoRun is the command demo, running.
type demoRun struct {
	url  string
	stop func() int // ends it as Ctrl+C does, and gives the exit code
}

// loud is a buffer that a test reads while the command writes.
type loud struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *loud) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(b)
}

func (l *loud) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

func demoEnv(out io.Writer) *env {
	return &env{in: strings.NewReader(""), out: out, err: out, getenv: func(string) string { return "" }, now: time.Now}
}

func startDemo(t *testing.T, more ...string) demoRun {
	t.Helper()
	out := &loud{}
	ctx, cancel := context.WithCancel(context.Background())
	code := make(chan int, 1)
	go func() { code <- run(ctx, demoEnv(out), append([]string{"demo", "--addr", "127.0.0.1:0"}, more...)) }()
	stop := sync.OnceValue(func() int { cancel(); return <-code })
	t.Cleanup(func() { stop() })
	for range 500 {
		if _, rest, found := strings.Cut(out.String(), "open "); found {
			url, _, _ := strings.Cut(rest, " ")
			return demoRun{url, stop}
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatalf("the demo did not start: %s", out)
	return demoRun{}
}

func TestDemoAnswersAndStops(t *testing.T) {
	d := startDemo(t, "--data", t.TempDir())
	response, err := http.Get(d.url)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil || !strings.Contains(string(body), "<title>visesbot") {
		t.Errorf("the first page is %q: %v", body, err)
	}
	if code := d.stop(); code != exitDone {
		t.Errorf("exit %d", code)
	}
}

func TestDemoLeavesNothing(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	d := startDemo(t)
	if code := d.stop(); code != exitDone {
		t.Errorf("exit %d", code)
	}
	left, err := os.ReadDir(os.Getenv("TMPDIR"))
	if err != nil || len(left) != 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

func TestDemoSaysWhatToDo(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	for addr, want := range map[string]int{taken.Addr().String(): exitFailed, "nonsense": exitMisuse} {
		out := &loud{}
		code := run(t.Context(), demoEnv(out), []string{"demo", "--addr", addr})
		if code != want || strings.Count(out.String(), "\n") != 1 || !strings.Contains(out.String(), "--addr") {
			t.Errorf("%s: exit %d: %s", addr, code, out)
		}
	}
}
