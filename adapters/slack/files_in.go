package slack

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"visesbot/bot"
	"visesbot/bot/attachment"
)

var _ bot.Fetcher = (*Adapter)(nil)

// pending are the files of a message, to be fetched when it is acted on. What is
// not kept by Slack itself cannot be.
func pending(h incoming) []bot.Pending {
	var all []bot.Pending
	for _, f := range h.files {
		p := bot.Pending{
			ID: "slack-" + h.at.team + "-" + keyable(f.ID), Ref: f.link(), Name: f.Name, Size: f.Size,
			Sound: strings.HasPrefix(f.Mimetype, "audio/"),
		}
		switch {
		case f.Access == "check_file_info":
			p.Ref = unlisted + f.ID
		case f.Mode == "external" || f.Mode == "tombstone":
			p.Ref = ""
		}
		all = append(all, p)
	}
	return all
}

// unlisted begins what a file is fetched by of which Slack has to be asked first:
// one that was shared by another organisation.
const unlisted = "id:"

// Fetch downloads a file with the token of the workspace that it was sent in.
func (a *Adapter) Fetch(ctx context.Context, from bot.Address, p *bot.Pending) ([]byte, error) {
	at, err := placeOf(from)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", bot.ErrGone, err)
	}
	d, err := a.workspace(ctx, at.team)
	if err != nil {
		return nil, err
	}
	ref := p.Ref
	if id, found := strings.CutPrefix(ref, unlisted); found {
		f, err := a.fileInfo(ctx, d, id)
		if err != nil {
			return nil, fmt.Errorf("ask Slack about a file: %w", a.clean(err))
		}
		if ref = f.link(); f.Mode == "external" || f.Mode == "tombstone" || ref == "" {
			return nil, bot.ErrGone
		}
		p.Name = f.Name
	}
	body := &bounded{most: attachment.Max}
	err = d.files.GetFileContext(ctx, ref, body)
	switch {
	case errors.Is(err, attachment.ErrTooLarge):
		return nil, attachment.ErrTooLarge
	case err != nil && strings.Contains(err.Error(), "refusing to send the token"):
		return nil, fmt.Errorf("%w: %w", bot.ErrGone, a.clean(err))
	case err != nil:
		return nil, fmt.Errorf("fetch a file from Slack: %w", a.clean(err))
	}
	return body.Bytes(), nil
}

// fileInfo asks for what an event does not tell of a file: of one that was shared
// by another organisation.
func (a *Adapter) fileInfo(ctx context.Context, d *workspace, id string) (f attached, err error) {
	err = a.call(ctx, d, "files.info", "", func(ctx context.Context) error {
		full, _, _, err := d.api.GetFileInfoContext(ctx, id, 0, 0)
		if err == nil {
			f = attached{ID: full.ID, Name: full.Name, Size: int64(full.Size), URL: full.URLPrivate, Download: full.URLPrivateDownload, Mode: full.Mode}
		}
		return err
	})
	return f, err
}

func (f attached) link() string {
	if f.Download != "" {
		return f.Download
	}
	return f.URL
}

// bounded takes so many bytes at most.
type bounded struct {
	bytes.Buffer
	most int
}

func (b *bounded) Write(p []byte) (int, error) {
	if b.Len()+len(p) > b.most {
		return 0, attachment.ErrTooLarge
	}
	return b.Buffer.Write(p)
}

// ReadFrom keeps to Write, whatever copies into it.
func (b *bounded) ReadFrom(r io.Reader) (int64, error) {
	return io.Copy(struct{ io.Writer }{b}, r)
}
