package fakeslack

import (
	"context"
	"net/http"
	"slices"
	"strconv"
	"time"
)

// Fault is something wrong with the calls of a method, or with all.
type Fault struct {
	Method     string        // empty: every one
	Times      int           // how often; -1: until it is mended
	Status     int           // answered instead, with RetryAfter if there is one
	RetryAfter int           // seconds
	Error      string        // answered instead, as Slack refuses
	Drop       bool          // the connection dies without an answer
	Delay      time.Duration // of real time, before anything else
}

// Fail makes something go wrong from now on; mend ends it.
func (s *Server) Fail(f Fault) (mend func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	added := &f
	if f.Times == 0 {
		f.Times = 1
	}
	s.faults = append(s.faults, added)
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.faults = slices.DeleteFunc(s.faults, func(g *Fault) bool { return g == added })
	}
}

// fault finds what goes wrong with a call.
func (s *Server) fault(method string) *Fault {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, f := range s.faults {
		if f.Method != "" && f.Method != method {
			continue
		}
		if f.Times > 0 {
			if f.Times--; f.Times == 0 {
				s.faults = slices.Delete(s.faults, i, i+1)
			}
		}
		s.calls = append(s.calls, Call{Method: method, At: s.o.Now()})
		found := *f
		return &found
	}
	return nil
}

// play answers instead of the method; false when the method still has to.
func (f *Fault) play(ctx context.Context, w http.ResponseWriter, r *http.Request) bool {
	if f.Delay > 0 {
		wait := time.NewTimer(f.Delay)
		defer wait.Stop()
		select {
		case <-wait.C:
		case <-r.Context().Done():
		case <-ctx.Done():
		}
	}
	switch {
	case f.Drop:
		panic(http.ErrAbortHandler)
	case f.Status != 0:
		if f.RetryAfter > 0 {
			w.Header().Set("Retry-After", strconv.Itoa(f.RetryAfter))
		}
		http.Error(w, "<html>"+http.StatusText(f.Status)+"</html>", f.Status)
		return true
	case f.Error != "":
		write(w, problem(f.Error))
		return true
	}
	return false
}
