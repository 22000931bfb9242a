package web

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"path"
	"strings"
	"unicode"

	"visesbot/flows/form"
)

// uploadMax is the size of the largest file that is taken.
const uploadMax = 20 << 20

// upload takes in one file, whose bytes are the whole body. What it is, is
// read from the bytes, never from its name.
func (a *Adapter) upload(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Content-Type") != "application/octet-stream" {
		answer(w, refused(http.StatusUnsupportedMediaType, "bad-request"))
		return
	}
	if r.ContentLength > uploadMax {
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
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, uploadMax))
	if err != nil {
		return fmt.Errorf("read a file: %w", err)
	}
	f := form.File{ID: "web-" + q.ID, Name: fileName(v.Get("name")), Size: int64(len(body))}
	if f.Type, err = kindOf(body); err != nil {
		return err
	}
	if err := a.config.Files.PutFile(r.Context(), f, bytes.NewReader(body)); err != nil {
		return fmt.Errorf("keep a file: %w", err)
	}
	return a.said(r.Context(), q, []form.File{f})
}

// fileName keeps the last part of a name, without what cannot be seen.
func fileName(name string) string {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, name)
	if runes := []rune(name); len(runes) > 120 {
		name = string(runes[len(runes)-120:])
	}
	if name == "." || name == "/" || name == "" {
		return "file"
	}
	return name
}
