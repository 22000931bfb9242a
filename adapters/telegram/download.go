package telegram

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"visesbot/bot"
	"visesbot/bot/attachment"
)

var _ bot.Fetcher = (*Adapter)(nil)

// files are what a message has attached, to be fetched when it is acted on.
func (m *message) files() []bot.Pending {
	f, sound, ok := m.file()
	if !ok {
		return nil
	}
	return []bot.Pending{{
		ID: fmt.Sprintf("%s-%d-%d", name, m.Chat.ID, m.ID), Ref: f.ID, Name: f.Name, Size: f.Size, Sound: sound,
	}}
}

// file is what a message has attached, and whether Telegram calls it sound. A
// GIF is a document too, which is what it was.
func (m *message) file() (f remote, sound, ok bool) {
	switch {
	case m.Document != nil:
		return *m.Document, strings.HasPrefix(m.Document.Type, "audio/"), true
	case m.Voice != nil:
		return *m.Voice, true, true
	case m.Audio != nil:
		return *m.Audio, true, true
	case m.Video != nil:
		return *m.Video, false, true
	case m.VideoNote != nil:
		return *m.VideoNote, false, true
	case len(m.Photo) > 0:
		return m.Photo[len(m.Photo)-1], false, true // the largest comes last
	}
	return remote{}, false, false
}

// Fetch gives a file from the server that was configured, by the id that Telegram
// gave it.
func (a *Adapter) Fetch(ctx context.Context, _ bot.Address, p *bot.Pending) ([]byte, error) {
	body, err := a.body(ctx, p.Ref)
	switch why := problemOf(err); {
	case says(err, "file is too big"):
		return nil, attachment.ErrTooLarge
	case why != nil && why.code == http.StatusBadRequest:
		return nil, fmt.Errorf("%w: %w", bot.ErrGone, err)
	case err != nil:
		return nil, err
	case len(body) > attachment.Max:
		return nil, attachment.ErrTooLarge
	}
	return body, nil
}

// body fetches a file, and no more of it than tells that it is too large.
func (a *Adapter) body(ctx context.Context, id string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, 2*a.o.Call)
	defer cancel()
	var file struct {
		Path string `json:"file_path"`
	}
	if err := a.client.into(ctx, &file, "getFile", tgbotapi.Params{"file_id": id}); err != nil {
		return nil, err
	}
	in, err := a.client.get(ctx, strings.TrimLeft(file.Path, "/"))
	if err != nil {
		return nil, err
	}
	defer in.Close()
	body, err := io.ReadAll(io.LimitReader(in, attachment.Max+1))
	if err != nil {
		return nil, a.client.clean("fetch a file", err)
	}
	return body, nil
}
