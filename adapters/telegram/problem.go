package telegram

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"visesbot/bot"
)

// problem is a refusal of Telegram. It holds no credential.
type problem struct {
	method  string
	code    int
	message string
	after   time.Duration
	movedTo int64
}

func (p *problem) Error() string {
	return fmt.Sprintf("telegram %s: %d %s", p.method, p.code, p.message)
}

func problemOf(err error) *problem {
	var p *problem
	errors.As(err, &p)
	return p
}

// refused tells whether Telegram does not know the token.
func refused(err error) bool {
	p := problemOf(err)
	return errors.Is(err, ErrRefused) || p != nil && (p.code == http.StatusUnauthorized || p.code == http.StatusNotFound && strings.HasPrefix(p.message, "Not Found") && !strings.Contains(p.message, ":"))
}

// conflicting tells whether somebody else reads the updates.
func conflicting(err error) bool {
	p := problemOf(err)
	return p != nil && p.code == http.StatusConflict
}

// says tells whether a refusal has one of these words.
func says(err error, words ...string) bool {
	p := problemOf(err)
	if p == nil {
		return false
	}
	for _, w := range words {
		if strings.Contains(p.message, w) {
			return true
		}
	}
	return false
}

func unchanged(err error) bool { return says(err, "message is not modified") }

// uneditable tells whether a message has to be sent anew.
func uneditable(err error) bool {
	return says(err, "message to edit not found", "message can't be edited", "there is no text in the message",
		"there is no caption in the message", "MESSAGE_ID_INVALID", "message identifier")
}

// How long a message waits while the token is refused: seconds at first, for a
// good one is refused now and then, and until somebody has put in another one.
const (
	firstPause = 2 * time.Second
	tokenPause = 5 * time.Minute
)

// sendError says what to do about a message that was not sent; refusedFor is how
// long the token has been refused.
func sendError(err error, refusedFor time.Duration) error {
	var known *bot.SendError
	if err == nil || errors.As(err, &known) {
		return err
	}
	p := problemOf(err)
	switch {
	case p == nil:
		return &bot.SendError{Kind: bot.Temporary, Err: err}
	case p.after > 0 || p.code == http.StatusTooManyRequests:
		return &bot.SendError{Kind: bot.Throttled, After: max(p.after, time.Second), Err: err}
	case refused(err):
		return &bot.SendError{Kind: bot.Throttled, After: min(max(refusedFor, firstPause), tokenPause), Err: err}
	case p.code == http.StatusBadRequest || p.code == http.StatusForbidden || p.code == http.StatusRequestEntityTooLarge:
		return &bot.SendError{Kind: bot.Permanent, Cause: cause(err), Err: err}
	}
	return &bot.SendError{Kind: bot.Temporary, Err: err}
}

// cause tells why somebody is not reached, in the words of no platform.
func cause(err error) bot.Cause {
	switch {
	case says(err, "bot was blocked", "bot was kicked"):
		return bot.Blocked
	case says(err, "user is deactivated", "chat not found", "chat was deleted", "group chat was deactivated"):
		return bot.Gone
	}
	return ""
}
