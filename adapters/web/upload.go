package web

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"

	"visesbot/bot/attachment"
	"visesbot/flows/form"
)

// upload takes in one file, whose bytes are the whole body. What it is, is
// read from the bytes, never from its name.
func (a *Adapter) upload(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Content-Type") != "application/octet-stream" {
		answer(w, refused(http.StatusUnsupportedMediaType, "bad-request"))
		return
	}
	if r.ContentLength > attachment.Max {
		answer(w, refused(http.StatusRequestEntityTooLarge, "too-large"))
		return
	}
	answer(w, a.takeFile(w, r))
}

func (a *Adapter) takeFile(w http.ResponseWriter, r *http.Request) error {
	v := r.URL.Query()
	q := request{Chat: v.Get("chat"), ID: v.Get("id"), Lang: v.Get("lang")}
	if _, ok := a.chat(q.Chat); !ok || !idForm.MatchString(q.ID) {
		return refused(http.StatusBadRequest, "bad-request")
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, attachment.Max))
	if err != nil {
		return fmt.Errorf("read a file: %w", err)
	}
	kind, err := kindOf(v.Get("name"), body)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(body)
	f := form.File{
		ID:   "web-" + q.ID + "-" + hex.EncodeToString(sum[:6]), // other bytes are another file, whatever was sent before
		Name: attachment.Name(v.Get("name"), kind), Type: kind, Size: int64(len(body)),
	}
	return a.said(r.Context(), q, []form.File{f}, func(ctx context.Context) error {
		if err := a.config.Files.PutFile(ctx, f, bytes.NewReader(body)); err != nil {
			return fmt.Errorf("keep a file: %w", err)
		}
		return nil
	})
}
