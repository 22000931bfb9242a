package telegram

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"path"
	"strings"
	"unicode"

	"github.com/gabriel-vasile/mimetype"
	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"visesbot/flows/form"
)

// fileMax is the size of the largest file that Telegram gives to a bot.
const fileMax = 20 << 20

// fileTries is how often an update is asked for again because its file could
// not be fetched.
const fileTries = 3

// refusal is why a file was not taken: told to the person, or tried again.
type refusal struct {
	words sentence
	again bool
	err   error
}

func (r *refusal) Error() string { return fmt.Sprintf("fetch a file: %v", r.err) }

// download fetches and keeps what a message has attached.
func (a *Adapter) download(ctx context.Context, m *message) ([]form.File, *refusal) {
	f, ok := m.file()
	if !ok {
		return nil, nil
	}
	if a.o.Files == nil {
		return nil, &refusal{words: noFiles()}
	}
	kept, err := a.keep(ctx, m, f)
	if why := a.excused(ctx, m, err); why != nil {
		return nil, why
	}
	return []form.File{kept}, nil
}

// file is what a message has attached.
func (m *message) file() (remote, bool) {
	switch {
	case m.Document != nil:
		return *m.Document, true
	case m.Voice != nil:
		return *m.Voice, true
	case m.Audio != nil:
		return *m.Audio, true
	case len(m.Photo) > 0:
		return m.Photo[len(m.Photo)-1], true // the largest comes last
	}
	return remote{}, false
}

// The reasons to refuse a file for good.
var (
	errTooLarge  = errors.New("the file is too large")
	errWrongKind = errors.New("files of this kind are not taken")
)

// excused says what to do about a file that was not kept.
func (a *Adapter) excused(ctx context.Context, m *message, err error) *refusal {
	p := problemOf(err)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, errTooLarge) || says(err, "file is too big"):
		return &refusal{words: tooLarge()}
	case errors.Is(err, errWrongKind):
		return &refusal{words: wrongKind()}
	case p != nil && p.code == http.StatusBadRequest:
		return &refusal{words: lostFile()}
	case ended(ctx, err):
		return &refusal{again: true, err: err}
	}
	a.o.Log.Warn("a file could not be fetched", "error", err)
	for try := range fileTries - 1 { // counted by what was said already
		if a.odd.first(fmt.Sprintf("file %d %d %d", m.Chat.ID, m.ID, try)) {
			return &refusal{again: true, err: err}
		}
	}
	return &refusal{words: lostFile()}
}

// keep fetches one file and keeps it. It has the same id when it is fetched
// again.
func (a *Adapter) keep(ctx context.Context, m *message, f remote) (form.File, error) {
	if f.Size > fileMax {
		return form.File{}, errTooLarge
	}
	body, err := a.body(ctx, f.ID)
	if err != nil {
		return form.File{}, err
	}
	kind, err := kindOf(body)
	if err != nil {
		return form.File{}, err
	}
	out := form.File{
		ID:   fmt.Sprintf("%s-%d-%d", name, m.Chat.ID, m.ID),
		Name: fileName(f.Name, kind), Type: kind, Size: int64(len(body)),
	}
	if err := a.o.Files.PutFile(ctx, out, bytes.NewReader(body)); err != nil {
		return form.File{}, fmt.Errorf("keep a file: %w", err)
	}
	return out, nil
}

// body fetches a file from the server that was configured.
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
	body, err := io.ReadAll(io.LimitReader(in, fileMax+1))
	switch {
	case err != nil:
		return nil, a.client.clean("fetch a file", err)
	case len(body) > fileMax:
		return nil, errTooLarge
	}
	return body, nil
}

// kindOf reads from the bytes what a file is, never from its name.
func kindOf(body []byte) (string, error) {
	for m := mimetype.Detect(body); m != nil && len(body) > 0; m = m.Parent() {
		kind, _, _ := strings.Cut(m.String(), ";")
		if kind == "text/html" || kind == "image/svg+xml" {
			break
		}
		if taken(kind) {
			return kind, nil
		}
	}
	return "", errWrongKind
}

func taken(kind string) bool {
	switch kind {
	case "image/jpeg", "image/png", "image/webp", "application/pdf",
		"application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint",
		"application/vnd.oasis.opendocument.text",
		"application/vnd.oasis.opendocument.spreadsheet",
		"application/vnd.oasis.opendocument.presentation",
		"application/rtf", "text/rtf", "text/csv", "application/ogg":
		return true
	}
	return strings.HasPrefix(kind, "application/vnd.openxmlformats-officedocument.") ||
		strings.HasPrefix(kind, "audio/")
}

// fileName keeps the last part of a name, without what cannot be seen; a file
// without one is called by its kind.
func fileName(given, kind string) string {
	given = path.Base(strings.ReplaceAll(given, `\`, "/"))
	given = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, given)
	if given == "." || given == "/" || given == "" {
		sort, _, _ := strings.Cut(kind, "/")
		return sort
	}
	runes := []rune(given)
	return string(runes[max(0, len(runes)-120):])
}
