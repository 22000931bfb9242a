package telegram

import (
	"context"
	"strconv"
	"sync"
	"time"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"
)

// An answer that takes longer than typingAfter is announced: Telegram shows
// "typing" for five seconds, and that is enough.
const typingAfter = time.Second

// typing shows that an answer is being written, when it does not come at once.
type typing struct {
	a *Adapter

	mu      sync.Mutex
	waits   map[int64]*typingWait
	stopped bool
}

func newTyping(a *Adapter) *typing {
	return &typing{a: a, waits: map[int64]*typingWait{}}
}

// typingWait is one wait for an answer.
type typingWait struct{ cancel context.CancelFunc }

// begin waits for an answer to a chat.
func (t *typing) begin(chat int64) { t.after(chat, typingAfter) }

// now shows at once that an answer waits for its turn, where somebody waits for
// one and has not seen so yet.
func (t *typing) now(chat int64) {
	t.mu.Lock()
	wait := t.waits[chat]
	t.mu.Unlock()
	if wait == nil {
		return
	}
	t.done(chat, wait)
	t.after(chat, 0)
}

// after shows it when so much time went by.
func (t *typing) after(chat int64, d time.Duration) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.waits[chat] != nil || t.stopped {
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	wait := &typingWait{cancel}
	t.waits[chat] = wait
	t.a.work.Go(func() {
		if t.a.rest(ctx, d) {
			t.show(ctx, chat)
		}
		t.done(chat, wait)
	})
}

// show is worth one call, whatever comes of it.
func (t *typing) show(ctx context.Context, chat int64) {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	_, _ = t.a.client.do(ctx, "sendChatAction", tgbotapi.Params{
		"chat_id": strconv.FormatInt(chat, 10), "action": "typing",
	})
}

// end is called when the answer comes.
func (t *typing) end(chat int64) {
	t.mu.Lock()
	wait := t.waits[chat]
	t.mu.Unlock()
	if wait != nil {
		t.done(chat, wait)
	}
}

func (t *typing) done(chat int64, wait *typingWait) {
	t.mu.Lock()
	defer t.mu.Unlock()
	wait.cancel()
	if t.waits[chat] == wait {
		delete(t.waits, chat)
	}
}

// stop ends all waiting.
func (t *typing) stop() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.stopped = true
	for _, wait := range t.waits {
		wait.cancel()
	}
}
