package telegram

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"visesbot/bot"
	"visesbot/flows/form"
)

// An album has at most so many files, and a photo at most so many bytes.
const (
	albumMax = 10
	photoMax = 10 << 20
)

func (a *Adapter) enclosed() int {
	if a.o.Files == nil {
		return 0
	}
	return albumMax
}

// sendFiles brings files that were kept: one by itself, several as an album.
func (a *Adapter) sendFiles(ctx context.Context, chat int64, p tgbotapi.Params, files []form.File) (bot.Receipt, error) {
	delete(p, "link_preview_options")
	var parts []tgbotapi.RequestFile
	var media []map[string]string
	sort := sortOf(files)
	for i, f := range files {
		body, err := a.kept(ctx, f.ID)
		if err != nil {
			return "", err
		}
		name := fmt.Sprintf("file%d", i)
		parts = append(parts, tgbotapi.RequestFile{Name: name, Data: tgbotapi.FileBytes{Name: f.Name, Bytes: body}})
		media = append(media, map[string]string{"type": sort, "media": "attach://" + name})
	}
	if len(files) > 1 {
		p["media"] = encoded(media)
		raw, err := a.inTurn(ctx, chat, "sendMediaGroup", p, parts...)
		if err != nil {
			return "", err
		}
		var all []json.RawMessage
		if err := json.Unmarshal(raw, &all); err != nil || len(all) == 0 {
			return "", errors.New("telegram sendMediaGroup: the answer has no messages")
		}
		return receiptOf("sendMediaGroup", all[0])
	}
	return a.sendFile(ctx, chat, sort, p, parts[0])
}

// sendFile brings one file. What cannot be shown as a photo is brought as it is.
func (a *Adapter) sendFile(ctx context.Context, chat int64, sort string, p tgbotapi.Params, part tgbotapi.RequestFile) (bot.Receipt, error) {
	method := map[string]string{"photo": "sendPhoto", "voice": "sendVoice", "document": "sendDocument"}[sort]
	part.Name = sort
	raw, err := a.inTurn(ctx, chat, method, p, part)
	if sort != "document" && says(err, "IMAGE_PROCESS_FAILED", "PHOTO_INVALID_DIMENSIONS", "VOICE_MESSAGES_FORBIDDEN") {
		return a.sendFile(ctx, chat, "document", p, part)
	}
	if err != nil {
		return "", err
	}
	return receiptOf(method, raw)
}

// sortOf is how Telegram shows files that look alike.
func sortOf(files []form.File) string {
	for _, f := range files {
		switch sort := bot.SortOf(f); {
		case sort == bot.Voice && len(files) == 1:
			return "voice"
		case sort != bot.Picture || f.Size > photoMax:
			return "document"
		}
	}
	return "photo"
}

// kept reads a file from where it is kept. One that is not there never will be.
func (a *Adapter) kept(ctx context.Context, id string) ([]byte, error) {
	if a.o.Files == nil {
		return nil, &bot.SendError{Kind: bot.Permanent, Err: errors.New("there is nowhere to read files from")}
	}
	_, body, err := a.o.Files.File(ctx, id)
	if errors.Is(err, bot.ErrNotFound) {
		return nil, &bot.SendError{Kind: bot.Permanent, Err: fmt.Errorf("read a file to send: %w", err)}
	}
	if err != nil {
		return nil, fmt.Errorf("read a file to send: %w", err)
	}
	defer body.Close()
	return io.ReadAll(body)
}
