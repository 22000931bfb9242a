package adaptertest

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

// haste is how long a check waits for what a broken channel will never do.
const haste = 1500 * time.Millisecond

// Breakages are the ways to break a channel that its tests try again each time,
// and the check that has to notice, as the package doc gives them.
func Breakages() map[string]string {
	all := map[string]string{}
	for _, row := range table("Tried each time") {
		if len(row) == 2 {
			all[row[0]] = row[1]
		}
	}
	return all
}

// Bites breaks a channel, one way at a time, and wants the suite to notice; of
// the whole one it must not complain. There has to be a site for each of
// [Breakages], and no other.
func Bites(t *testing.T, whole func(t testing.TB) Site, broken map[string]func(t testing.TB) Site) {
	known := Breakages()
	for way := range broken {
		if known[way] == "" {
			t.Errorf("the doc of adaptertest does not name the breakage %q", way)
		}
	}
	for way, name := range known {
		t.Run(way, func(t *testing.T) {
			if broken[way] == nil {
				t.Fatal("nobody breaks the channel so")
			}
			said := noticed(t, name, broken[way], haste)
			if said == "" {
				t.Errorf("%q does not notice it", name)
			}
			t.Log(said)
			if said := noticed(t, name, whole, patience); said != "" {
				t.Errorf("of the whole channel it says: %s", said)
			}
		})
	}
}

// noticed runs one check, and gives what it complains of.
func noticed(t *testing.T, name string, fresh func(t testing.TB) Site, patient time.Duration) string {
	t.Helper()
	for _, c := range checks() {
		if c.name != name {
			continue
		}
		r := newRecorder(t)
		r.run(func() { c.run(r, newLab(r, fresh(r), patient)) })
		return r.complaints()
	}
	t.Fatalf("there is no check %q", name)
	return ""
}

// recorder is a test that may fail: what it complains of is kept, and nobody
// else hears of it.
type recorder struct {
	testing.TB
	ctx    context.Context
	cancel context.CancelFunc

	mu      sync.Mutex
	said    []string
	cleanup []func()
}

func newRecorder(t testing.TB) *recorder {
	ctx, cancel := context.WithCancel(t.Context())
	return &recorder{TB: t, ctx: ctx, cancel: cancel}
}

// run does something until it is done or gives up, and cleans up.
func (r *recorder) run(do func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		do()
	}()
	<-done
	r.cancel()
	for i := len(r.cleanup) - 1; i >= 0; i-- {
		r.cleanup[i]()
	}
}

func (r *recorder) complaints() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return strings.Join(r.said, "\n")
}

func (r *recorder) say(what string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.said = append(r.said, what)
}

// What a check asks of a test.
func (r *recorder) Helper()                           {}
func (r *recorder) Context() context.Context          { return r.ctx }
func (r *recorder) Cleanup(f func())                  { r.cleanup = append(r.cleanup, f) }
func (r *recorder) Error(args ...any)                 { r.say(fmt.Sprint(args...)) }
func (r *recorder) Errorf(format string, args ...any) { r.say(fmt.Sprintf(format, args...)) }
func (r *recorder) Fatal(args ...any)                 { r.Error(args...); runtime.Goexit() }
func (r *recorder) Fatalf(format string, args ...any) { r.Errorf(format, args...); runtime.Goexit() }
func (r *recorder) FailNow()                          { r.say("it gives up"); runtime.Goexit() }
