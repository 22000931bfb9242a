package telegram

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"
)

// Shelf keeps what the channel has to know again after a start: which group
// became which supergroup, and whose poll a poll is. A key that is not there is
// fs.ErrNotExist.
type Shelf interface {
	Put(ctx context.Context, key string, body []byte) error
	Get(ctx context.Context, key string) ([]byte, error)
}

// notes are what stands on the shelf, and a memory of it; without a shelf they
// last as long as the program.
type notes struct {
	shelf Shelf

	mu    sync.Mutex
	known map[string]string // "": there is nothing
}

// get reads a note; "" when there is none.
func (n *notes) get(ctx context.Context, key string) (string, error) {
	n.mu.Lock()
	body, known := n.known[key]
	n.mu.Unlock()
	if known || n.shelf == nil {
		return body, nil
	}
	raw, err := n.shelf.Get(ctx, key)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("read what is known of a chat on Telegram: %w", err)
	}
	if err == nil || !strings.HasPrefix(key, pollPrefix) { // of a poll that is being sent it comes in a moment
		n.remember(key, string(raw))
	}
	return string(raw), nil
}

// put writes a note.
func (n *notes) put(ctx context.Context, key, body string) error {
	if n.shelf != nil {
		if err := n.shelf.Put(ctx, key, []byte(body)); err != nil {
			return fmt.Errorf("keep what is known of a chat on Telegram: %w", err)
		}
	}
	n.remember(key, body)
	return nil
}

func (n *notes) remember(key, body string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.known == nil || n.shelf != nil && len(n.known) >= rememberMax {
		n.known = map[string]string{}
	}
	n.known[key] = body
}
