package slack

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
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

// useState notes for good that a state was used, so that it is used once also when
// the program was started anew meanwhile.
func (c *connection) useState(ctx context.Context, nonce string) error {
	key := "state-" + nonce
	_, err := c.o.Install.Vault.Get(ctx, key)
	switch {
	case err == nil:
		return errState
	case !errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("look whether an installation was finished: %w", err)
	}
	if err := c.o.Install.Vault.Put(ctx, key, []byte("used")); err != nil {
		return fmt.Errorf("note that an installation was finished: %w", err)
	}
	return nil
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
	return said + "." + sign(i.keys()[0], said), nonce, nil
}

// checkState tells which nonce a state was made for, and until when it counts.
func (i Install) checkState(state string, now time.Time) (nonce string, until time.Time, err error) {
	parts := strings.Split(state, ".")
	if len(parts) != 3 || !i.signed(parts[0]+"."+parts[1], parts[2]) {
		return "", until, errState
	}
	seconds, err := strconv.ParseInt(parts[1], 10, 64)
	until = time.Unix(seconds, 0)
	if err != nil || now.After(until) {
		return "", until, errState
	}
	return parts[0], until, nil
}

// signed tells whether one of the keys has signed something.
func (i Install) signed(said, by string) bool {
	for _, key := range i.keys() {
		if hmac.Equal([]byte(sign(key, said)), []byte(by)) {
			return true
		}
	}
	return false
}

func sign(key, said string) string {
	sum := hmac.New(sha256.New, []byte("slack state\x00"+key))
	sum.Write([]byte(said))
	return hex.EncodeToString(sum.Sum(nil))
}
