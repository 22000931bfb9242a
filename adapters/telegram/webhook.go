package telegram

import (
	"context"
	"crypto/subtle"
	"errors"
	"io"
	"net/http"
	"sync/atomic"
	"time"

	"visesbot/bot"
)

// updateMax is how large a webhook call may be; updates are a few kilobytes.
const updateMax = 1 << 20

// hookPatience is how long a webhook call waits for the bot to be ready.
const hookPatience = time.Second

// secretHeader is where Telegram shows that it is Telegram.
const secretHeader = "X-Telegram-Bot-Api-Secret-Token"

// hooked lets webhook calls in until ctx ends; those that are in by then are
// told to end.
func (a *Adapter) hooked(ctx context.Context, accept bot.Accept) {
	a.accept <- func(call context.Context, u bot.Update) error {
		call, cancel := context.WithCancel(call)
		defer cancel()
		defer context.AfterFunc(ctx, cancel)()
		return accept(call, u)
	}
	<-ctx.Done()
	<-a.accept
	a.calls.Wait()
}

// ServeHTTP takes one update. It answers 200 only when the update was accepted;
// after anything but that, Telegram brings it again. What is not from Telegram
// gets 401, what is no update 400, what is too large 413, and nothing of it is
// kept.
func (a *Adapter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	u, status := a.read(w, r)
	if status != http.StatusOK {
		http.Error(w, http.StatusText(status), status)
		return
	}
	if u.ID == 0 {
		return // not understood, and no reason to see it again
	}
	if err := a.hand(r.Context(), u); err != nil {
		http.Error(w, "try again", http.StatusServiceUnavailable)
	}
}

// read takes an update out of a call. The secret comes first: of a forged call
// not a byte is read.
func (a *Adapter) read(w http.ResponseWriter, r *http.Request) (update, int) {
	switch {
	case a.o.Webhook.URL == "":
		return update{}, http.StatusNotFound
	case r.Method != http.MethodPost:
		w.Header().Set("Allow", http.MethodPost)
		return update{}, http.StatusMethodNotAllowed
	case subtle.ConstantTimeCompare([]byte(r.Header.Get(secretHeader)), []byte(a.o.Webhook.Secret)) != 1:
		return update{}, counted(&a.counts.forged, http.StatusUnauthorized)
	case r.ContentLength > updateMax:
		return update{}, counted(&a.counts.oversized, http.StatusRequestEntityTooLarge)
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, updateMax))
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return update{}, counted(&a.counts.oversized, http.StatusRequestEntityTooLarge)
	case err != nil:
		return update{}, counted(&a.counts.malformed, http.StatusBadRequest)
	}
	u, err := decode(body)
	switch {
	case errors.Is(err, errNoID):
		return update{}, counted(&a.counts.malformed, http.StatusBadRequest)
	case err != nil:
		a.puzzled(err, u.ID)
		return update{}, http.StatusOK
	}
	return u, http.StatusOK
}

func counted(n *atomic.Int64, status int) int {
	n.Add(1)
	return status
}

// hand gives an update to the bot, once that is there.
func (a *Adapter) hand(ctx context.Context, u update) error {
	ready, cancel := context.WithTimeout(ctx, hookPatience)
	defer cancel()
	select {
	case accept := <-a.accept:
		a.calls.Add(1) // before anybody can take the way in back
		a.accept <- accept
		defer a.calls.Done()
		return a.handle(ctx, u, accept)
	case <-ready.Done():
		return errors.New("the bot is not ready")
	}
}
