package slack

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	slackapi "github.com/slack-go/slack"

	"visesbot/bot"
)

var (
	errUnreached    = errors.New("slack was not reached yet")
	errNotInstalled = errors.New("the app is not installed in this workspace, or not any more")
)

// tokenPause is how long sending waits while the token is refused: until
// somebody has put in another one.
const tokenPause = 5 * time.Minute

// says gives the word with which Slack refused a call, or "".
func says(err error) string {
	var refusal slackapi.SlackErrorResponse
	if errors.As(err, &refusal) {
		return refusal.Err
	}
	return ""
}

// refused tells whether Slack does not know the token, or the app is out of the
// workspace: "account_inactive" is the account of the token.
func refused(err error) bool {
	return errors.Is(err, ErrRefused) ||
		slices.Contains([]string{"invalid_auth", "token_revoked", "token_expired", "not_authed", "account_inactive"}, says(err))
}

// appRefused tells whether Slack does not know the app-level token.
func appRefused(err error) bool {
	return refused(err) || slices.Contains([]string{"not_allowed_token_type", "missing_scope", "no_permission"}, says(err))
}

// gone are the refusals that will not change: of the person, the channel, or
// the message.
func gone(word string) bool {
	return slices.Contains([]string{
		"channel_not_found", "is_archived", "user_not_found", "users_not_found", "user_disabled",
		"user_not_visible", "is_inactive", "not_in_channel", "cannot_dm_bot", "messages_tab_disabled",
		"restricted_action", "restricted_action_read_only_channel", "restricted_action_thread_only_channel",
		"message_not_found", "cant_update_message", "edit_window_closed", "thread_not_found", "cannot_reply_to_message",
		"invalid_blocks", "invalid_blocks_format", "msg_too_long", "msg_blocks_too_long", "no_text", "invalid_arguments",
		"file_not_found", "invalid_channel", "team_access_not_granted", "team_not_found",
	}, word)
}

// throttled tells how long Slack wants to be left in peace.
func throttled(err error) (time.Duration, bool) {
	var limit *slackapi.RateLimitedError
	var status slackapi.StatusCodeError
	switch {
	case errors.As(err, &limit):
		return max(limit.RetryAfter, time.Second), true
	case errors.As(err, &status) && status.Code == http.StatusTooManyRequests,
		says(err) == "ratelimited", says(err) == "rate_limited", says(err) == "message_limit_exceeded":
		return 30 * time.Second, true
	}
	return 0, false
}

// sendError says what to do about a message that was not sent.
func (c *connection) sendError(err error) error {
	var known *bot.SendError
	if err == nil || errors.As(err, &known) {
		return err
	}
	err = c.clean(err)
	after, wait := throttled(err)
	switch {
	case wait:
		return &bot.SendError{Kind: bot.Throttled, After: after, Err: err}
	case refused(err):
		return &bot.SendError{Kind: bot.Throttled, After: tokenPause, Err: err}
	case errors.Is(err, errNotInstalled), gone(says(err)) && !unready(err):
		return &bot.SendError{Kind: bot.Permanent, Cause: cause(err), Err: err}
	}
	return &bot.SendError{Kind: bot.Temporary, Err: err}
}

// cause tells why somebody is not reached, in the words of no platform. Nobody
// can block an app in Slack, but an app can be taken out of a workspace.
func cause(err error) bot.Cause {
	leftUs := []string{
		"channel_not_found", "is_archived", "user_not_found", "users_not_found", "user_disabled",
		"user_not_visible", "is_inactive", "team_not_found", "team_access_not_granted",
	}
	if errors.Is(err, errNotInstalled) || slices.Contains(leftUs, says(err)) {
		return bot.Gone
	}
	return ""
}

// unready tells whether a message was refused because Slack has not finished
// looking at a picture that stands in it.
func unready(err error) bool {
	var refusal slackapi.SlackErrorResponse
	if !errors.As(err, &refusal) || refusal.Err != "invalid_blocks" {
		return false
	}
	return slices.ContainsFunc(refusal.ResponseMetadata.Messages, func(m string) bool {
		return strings.Contains(m, "slack_file") || strings.Contains(m, "slack file")
	})
}

// cleaned is an error without what must not be shown; what it was stays known
// to errors.As.
type cleaned struct {
	text string
	err  error
}

func (c cleaned) Error() string { return c.text }

// As finds the refusals of Slack's that hold no credential.
func (c cleaned) As(target any) bool {
	switch target.(type) {
	case *slackapi.SlackErrorResponse, **slackapi.RateLimitedError, *slackapi.StatusCodeError:
		return errors.As(c.err, target)
	}
	return false
}

// Is finds the errors of this package, and those of contexts.
func (c cleaned) Is(target error) bool {
	return slices.Contains([]error{ErrRefused, ErrRefusedApp, errNotInstalled, context.Canceled, context.DeadlineExceeded}, target) &&
		errors.Is(c.err, target)
}

// tokenForm is what tokens and addresses look like; the address of a
// WebSocket is a token.
var tokenForm = regexp.MustCompile(`xox[a-z.]*-[A-Za-z0-9.-]+|xapp-[A-Za-z0-9-]+|(wss?|https?)://[^\s"]+`)

// clean takes the addresses of calls, and everything that looks like a token or
// is a secret, out of an error.
func (c *connection) clean(err error) error {
	if err == nil {
		return nil
	}
	text := err.Error()
	var call *url.Error
	if errors.As(err, &call) {
		text = call.Err.Error()
	}
	text = tokenForm.ReplaceAllString(text, "***")
	for _, secret := range append(c.o.Install.keys(), c.o.BotToken, c.o.AppToken, c.o.SigningSecret, c.o.Install.ClientSecret) {
		if secret != "" {
			text = strings.ReplaceAll(text, secret, "***")
		}
	}
	return cleaned{text, err}
}
