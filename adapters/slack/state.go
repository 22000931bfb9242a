package slack

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"
	"time"
)

// stateFresh is how long somebody may take to agree to an installation.
const stateFresh = 10 * time.Minute

var errState = errors.New("this installation was not begun here, was finished already, or took too long: begin again")

// states are the installations that were finished, until they would not be
// believed any more.
type states struct {
	mu   sync.Mutex
	used map[string]time.Time
}

// once tells whether a state is used for the first time.
func (s *states) once(nonce string, until, now time.Time) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	for old, at := range s.used {
		if now.After(at) {
			delete(s.used, old)
		}
	}
	if _, again := s.used[nonce]; again {
		return false
	}
	if s.used == nil {
		s.used = map[string]time.Time{}
	}
	s.used[nonce] = until
	return true
}

// newState makes a state that only we can have made, and a nonce for the browser
// that it was made for.
func (i Install) newState(now time.Time) (state, nonce string, err error) {
	var raw [18]byte
	if _, err := io.ReadFull(i.Random, raw[:]); err != nil {
		return "", "", fmt.Errorf("begin an installation: %w", err)
	}
	nonce = base64.RawURLEncoding.EncodeToString(raw[:])
	said := nonce + "." + strconv.FormatInt(now.Add(stateFresh).Unix(), 10)
	return said + "." + i.sign(said), nonce, nil
}

// checkState tells which nonce a state was made for, and until when it counts.
func (i Install) checkState(state string, now time.Time) (nonce string, until time.Time, err error) {
	parts := strings.Split(state, ".")
	if len(parts) != 3 || !hmac.Equal([]byte(i.sign(parts[0]+"."+parts[1])), []byte(parts[2])) {
		return "", until, errState
	}
	seconds, err := strconv.ParseInt(parts[1], 10, 64)
	until = time.Unix(seconds, 0)
	if err != nil || now.After(until) {
		return "", until, errState
	}
	return parts[0], until, nil
}

func (i Install) sign(said string) string {
	sum := hmac.New(sha256.New, []byte("slack state\x00"+i.Key))
	sum.Write([]byte(said))
	return hex.EncodeToString(sum.Sum(nil))
}
