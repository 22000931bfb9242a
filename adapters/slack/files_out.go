package slack

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"path"

	"github.com/gabriel-vasile/mimetype"
	slackapi "github.com/slack-go/slack"

	"visesbot/bot"
	"visesbot/bot/attachment"
	"visesbot/flows/form"
)

// outgoing is a file on its way to Slack.
type outgoing struct {
	name, alt string
	body      []byte
}

// filesMax is how many files are shown in one message.
const filesMax = 10

func (s *speaker) enclosed() int {
	if s.o.Files == nil {
		return 0
	}
	return filesMax
}

// sendFiles brings files that were kept. Slack gives such a message no name, so
// it is never edited.
func (s *speaker) sendFiles(ctx context.Context, d *workspace, at place, m bot.Message) error {
	channel, thread, err := s.stands(ctx, d, at, m)
	if err != nil {
		return err
	}
	done := slackapi.CompleteUploadExternalParameters{Channel: channel, ThreadTimestamp: thread}
	for _, f := range m.Files {
		body, err := s.kept(ctx, f.ID)
		if err != nil {
			return err
		}
		id, err := s.bring(ctx, d, outgoing{name: called(f), body: body})
		if err != nil {
			return err
		}
		done.Files = append(done.Files, slackapi.FileSummary{ID: id, Title: f.Name})
	}
	err = s.complete(ctx, d, done)
	if root, below := shownOf(m.Under); below && lost(says(err)) {
		s.threads.close(root)
		if done.Channel, done.ThreadTimestamp, err = s.stands(ctx, d, at, m); err == nil {
			err = s.complete(ctx, d, done)
		}
	}
	return err
}

// called is a file's name with an extension, by which Slack knows how to show it:
// photos and spoken messages of other channels come without a name.
func called(f form.File) string {
	if kind := mimetype.Lookup(f.Type); path.Ext(f.Name) == "" && kind != nil {
		return f.Name + kind.Extension()
	}
	return f.Name
}

// kept reads a file from where it is kept. One that is not there never will be.
func (s *speaker) kept(ctx context.Context, id string) ([]byte, error) {
	if s.o.Files == nil {
		return nil, &bot.SendError{Kind: bot.Permanent, Err: errors.New("there is nowhere to read files from")}
	}
	_, body, err := s.o.Files.File(ctx, id)
	if errors.Is(err, bot.ErrNotFound) {
		return nil, &bot.SendError{Kind: bot.Permanent, Err: fmt.Errorf("read a file to send: %w", err)}
	}
	if err != nil {
		return nil, &bot.SendError{Kind: bot.Temporary, Err: fmt.Errorf("read a file to send: %w", err)}
	}
	defer body.Close()
	all, err := io.ReadAll(io.LimitReader(body, 10*attachment.Max))
	if err != nil {
		return nil, &bot.SendError{Kind: bot.Temporary, Err: fmt.Errorf("read a file to send: %w", err)}
	}
	return all, nil
}

// upload brings a file that is shown nowhere yet.
func (s *speaker) upload(ctx context.Context, d *workspace, f outgoing) (id string, err error) {
	if id, err = s.bring(ctx, d, f); err != nil {
		return "", err
	}
	return id, s.complete(ctx, d, slackapi.CompleteUploadExternalParameters{Files: []slackapi.FileSummary{{ID: id, Title: f.name}}})
}

// bring does the first two steps of the external flow: ask for an address, post
// the bytes there.
func (s *speaker) bring(ctx context.Context, d *workspace, f outgoing) (id string, err error) {
	var where *slackapi.GetUploadURLExternalResponse
	err = s.call(ctx, d, "files.getUploadURLExternal", "", func(ctx context.Context) (err error) {
		where, err = d.api.GetUploadURLExternalContext(ctx, slackapi.GetUploadURLExternalParameters{
			FileName: f.name, FileSize: len(f.body), AltTxt: f.alt,
		})
		return err
	})
	if err != nil {
		return "", err
	}
	if err := s.bytes(ctx, where.UploadURL, f.body); err != nil {
		return "", s.sendError(err)
	}
	return where.FileID, nil
}

// complete says that the bytes are there, and where they are shown.
func (s *speaker) complete(ctx context.Context, d *workspace, done slackapi.CompleteUploadExternalParameters) error {
	return s.call(ctx, d, "files.completeUploadExternal", done.Channel, func(ctx context.Context) error {
		_, err := d.api.CompleteUploadExternalContext(ctx, done)
		return err
	})
}

// bytes posts a file as it is. The library would wrap it in a form whose end
// it writes twice.
func (s *speaker) bytes(ctx context.Context, where string, body []byte) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, where, bytes.NewReader(body))
	if err != nil {
		return fmt.Errorf("send a file to Slack: %w", s.clean(err))
	}
	r.Header.Set("Content-Type", "application/octet-stream")
	answer, err := s.slow.Do(r)
	if err != nil {
		return fmt.Errorf("send a file to Slack: %w", s.clean(err))
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("send a file to Slack: %w", slackapi.StatusCodeError{Code: answer.StatusCode, Status: answer.Status})
	}
	return nil
}
