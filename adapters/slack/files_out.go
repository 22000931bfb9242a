package slack

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"

	slackapi "github.com/slack-go/slack"

	"visesbot/bot"
	"visesbot/flows/form"
)

// outgoing is a file on its way to Slack.
type outgoing struct {
	name, alt       string
	body            []byte
	channel, thread string // where it is shown; empty: nowhere yet
	comment         string
}

// SendFile shows a file in a conversation, with a word about it.
func (a *Adapter) SendFile(ctx context.Context, to bot.Address, f form.File, body io.Reader, comment string) error {
	at, err := placeOf(to)
	if err != nil {
		return &bot.SendError{Kind: bot.Permanent, Err: err}
	}
	d, err := a.desk(ctx, at.team)
	if err != nil {
		return a.sendError(err)
	}
	all, err := io.ReadAll(io.LimitReader(body, 10*maxFile))
	if err != nil {
		return &bot.SendError{Kind: bot.Temporary, Err: fmt.Errorf("read the file to send: %w", err)}
	}
	channel, thread, err := a.channel(ctx, d, at)
	if err != nil {
		return err
	}
	_, err = a.upload(ctx, d, outgoing{
		name: f.Name, body: all, channel: channel, thread: thread, comment: escaped(comment),
	})
	return err
}

// upload brings a file to Slack by the external flow: ask for an address, post
// the bytes there, say that they are there.
func (a *Adapter) upload(ctx context.Context, d *desk, f outgoing) (id string, err error) {
	var where *slackapi.GetUploadURLExternalResponse
	err = a.call(ctx, d, "files.getUploadURLExternal", "", func(ctx context.Context) (err error) {
		where, err = d.api.GetUploadURLExternalContext(ctx, slackapi.GetUploadURLExternalParameters{
			FileName: f.name, FileSize: len(f.body), AltTxt: f.alt,
		})
		return err
	})
	if err != nil {
		return "", err
	}
	if err := a.bytes(ctx, where.UploadURL, f.body); err != nil {
		return "", a.sendError(err)
	}
	done := slackapi.CompleteUploadExternalParameters{
		Files:   []slackapi.FileSummary{{ID: where.FileID, Title: f.name}},
		Channel: f.channel, ThreadTimestamp: f.thread, InitialComment: f.comment,
	}
	err = a.call(ctx, d, "files.completeUploadExternal", f.channel, func(ctx context.Context) error {
		_, err := d.api.CompleteUploadExternalContext(ctx, done)
		return err
	})
	return where.FileID, err
}

// bytes posts a file as it is. The library would wrap it in a form whose end
// it writes twice.
func (a *Adapter) bytes(ctx context.Context, where string, body []byte) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, where, bytes.NewReader(body))
	if err != nil {
		return fmt.Errorf("send a file to Slack: %w", a.clean(err))
	}
	r.Header.Set("Content-Type", "application/octet-stream")
	answer, err := a.slow.Do(r)
	if err != nil {
		return fmt.Errorf("send a file to Slack: %w", a.clean(err))
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("send a file to Slack: %w", slackapi.StatusCodeError{Code: answer.StatusCode, Status: answer.Status})
	}
	return nil
}
