package terminal

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"mime"
	"os"
	"path/filepath"
	"strings"

	"visesbot/bot"
	"visesbot/flows/form"
)

// largest is how large a file may be that is sent.
const largest = 20 << 20

// Files keeps what people send. A bot.Store is one.
type Files interface {
	PutFile(ctx context.Context, f form.File, body io.Reader) error
}

// sendFile sends a file of this computer; what is wrong with it is told, and
// the talk goes on.
func (t *Terminal) sendFile(ctx context.Context, path string, accept bot.Accept) error {
	f, err := t.keepFile(ctx, path)
	if err != nil {
		t.mu.Lock()
		defer t.mu.Unlock()
		return t.write(t.paragraph("", visible(err.Error()), t.pens.hint) + "\n")
	}
	return accept(ctx, t.update(bot.Update{Files: []form.File{f}}))
}

func (t *Terminal) keepFile(ctx context.Context, path string) (form.File, error) {
	if t.o.Files == nil {
		return form.File{}, errors.New("files cannot be kept here")
	}
	body, err := read(path)
	if err != nil {
		return form.File{}, err
	}
	sum := sha256.Sum256(body)
	f := form.File{
		ID: hex.EncodeToString(sum[:16]), Name: filepath.Base(path),
		Type: mime.TypeByExtension(filepath.Ext(path)), Size: int64(len(body)),
	}
	if err := t.o.Files.PutFile(ctx, f, strings.NewReader(string(body))); err != nil {
		return form.File{}, fmt.Errorf("keep the file: %w", err)
	}
	return f, nil
}

func read(path string) ([]byte, error) {
	if path == "" {
		return nil, errors.New("write the path of the file: /file PATH")
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open the file: %w", err)
	}
	defer f.Close()
	body, err := io.ReadAll(io.LimitReader(f, largest+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("read the file: %w", err)
	case len(body) > largest:
		return nil, fmt.Errorf("the file is larger than %d MB: send a smaller one", largest>>20)
	}
	return body, nil
}
