package telegram_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	pngs "image/png"
	"io"
	"sync"

	"visesbot/bot"
	"visesbot/flows/form"
)

// shelf keeps files in memory.
type shelf struct {
	mu     sync.Mutex
	kept   map[string]form.File
	bodies map[string][]byte
	broken int // so many times it fails first
}

func (s *shelf) PutFile(_ context.Context, f form.File, body io.Reader) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.broken > 0 {
		s.broken--
		return errors.New("the disk is full")
	}
	all, err := io.ReadAll(body)
	if err != nil {
		return err
	}
	if s.kept == nil {
		s.kept, s.bodies = map[string]form.File{}, map[string][]byte{}
	}
	s.kept[f.ID], s.bodies[f.ID] = f, all
	return nil
}

// png is a picture of one point.
func png() []byte {
	var b bytes.Buffer
	if err := pngs.Encode(&b, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func (s *shelf) File(_ context.Context, id string) (form.File, io.ReadCloser, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f, ok := s.kept[id]
	if !ok {
		return form.File{}, nil, bot.ErrNotFound
	}
	return f, io.NopCloser(bytes.NewReader(s.bodies[id])), nil
}
