package faketelegram

import (
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Fault is something that goes wrong when a method is called. Without Delay it
// is exactly one of the others.
type Fault struct {
	Method string // "": any but getUpdates
	Times  int    // 0: once; below 0: until it is mended

	Delay time.Duration // first nothing happens for so long
	Slow  bool          // then all goes well; otherwise one of these:

	Code        int // the call is refused
	Description string
	RetryAfter  int    // with code 429
	Drop        bool   // the connection dies, nothing was done
	Lost        bool   // it is done, and then the connection dies
	Half        bool   // it is done, and half of the answer comes
	Raw         string // the answer is this, of a proxy in between; with Code
}

// Fail makes calls go wrong; mend ends that.
func (s *Server) Fail(f Fault) (mend func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if f.Times == 0 {
		f.Times = 1
	}
	s.faults = append(s.faults, &f)
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		f.Times = 0
	}
}

// fault takes the next thing to go wrong with a method. What is ill is given
// back as a copy that belongs to the call.
func (s *Server) fault(method string) *Fault {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range s.faults {
		if f.Times == 0 || !f.is(method) {
			continue
		}
		if f.Times > 0 {
			f.Times--
		}
		mine := *f
		return &mine
	}
	return nil
}

func (f *Fault) is(method string) bool {
	if f.Method == "" {
		return !strings.EqualFold(method, "getUpdates")
	}
	return strings.EqualFold(f.Method, method)
}

// before is what goes wrong before a call is carried out; it tells whether that
// still happens.
func (f *Fault) before(w http.ResponseWriter, r *http.Request, stop <-chan struct{}) bool {
	if f.Delay > 0 {
		wait := time.NewTimer(f.Delay)
		defer wait.Stop()
		select {
		case <-wait.C:
		case <-r.Context().Done():
			return false
		case <-stop:
			return false
		}
	}
	switch {
	case f.Slow, f.Lost, f.Half:
		return true
	case f.Drop:
		panic(http.ErrAbortHandler)
	case f.Raw != "":
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(max(f.Code, 200))
		_, _ = w.Write([]byte(f.Raw))
	default:
		write(w, nil, &refusal{code: f.Code, description: f.Description, retryAfter: f.RetryAfter})
	}
	return false
}

// after is what goes wrong once a call is carried out.
func (f *Fault) after(w http.ResponseWriter, result any, err error) {
	if f.Half {
		code, body := envelope(result, err)
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Content-Length", strconv.Itoa(len(body)))
		w.WriteHeader(code)
		_, _ = w.Write(body[:len(body)/2])
		_ = http.NewResponseController(w).Flush()
	}
	if f.Half || f.Lost {
		panic(http.ErrAbortHandler)
	}
	write(w, result, err)
}
