package slack

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode"

	"github.com/gabriel-vasile/mimetype"

	"visesbot/flows/form"
)

// errTooLarge ends the download of a file that says it is smaller than it is.
var errTooLarge = errors.New("the file is larger than 20 MB")

// fetch keeps the files of a message. What is not taken is refused kindly, and
// costs nothing else that was said.
func (a *Adapter) fetch(ctx context.Context, h incoming, lang string) ([]form.File, error) {
	var kept []form.File
	refusals := 0
	for _, f := range h.files {
		file, err := a.fetchOne(ctx, h.at.team, f)
		switch {
		case err == nil:
			kept = append(kept, file)
		case errors.Is(err, errRefusedFile):
			refusals++
		default:
			return nil, err
		}
	}
	if refusals > 0 {
		a.aside(func(ctx context.Context) {
			if d, err := a.workspace(ctx, h.at.team); err == nil {
				a.tellBelow(ctx, d, h, textFileRefused().In(lang))
			}
		})
	}
	return kept, nil
}

// errRefusedFile is a file that is not taken.
var errRefusedFile = errors.New("the file is not taken")

// fetchOne downloads one file with the token, and keeps it. What it is, is read
// from its bytes. It stays private to those who had it.
func (a *Adapter) fetchOne(ctx context.Context, team string, f attached) (form.File, error) {
	if a.o.Files == nil || f.Size > maxFile || f.Mode == "external" || f.Mode == "tombstone" || f.link() == "" {
		return form.File{}, errRefusedFile
	}
	d, err := a.workspace(ctx, team)
	if err != nil {
		return form.File{}, err
	}
	body := &bounded{most: maxFile}
	err = d.files.GetFileContext(ctx, f.link(), body)
	switch {
	case errors.Is(err, errTooLarge), err != nil && strings.Contains(err.Error(), "refusing to send the token"):
		return form.File{}, errRefusedFile
	case err != nil:
		return form.File{}, fmt.Errorf("fetch a file from Slack: %w", a.clean(err))
	}
	kept := form.File{ID: "slack-" + team + "-" + keyable(f.ID), Name: fileName(f.Name), Size: int64(body.Len())}
	if kept.Type, err = kindOf(body.Bytes()); err != nil {
		return form.File{}, err
	}
	if err := a.o.Files.PutFile(ctx, kept, bytes.NewReader(body.Bytes())); err != nil {
		return form.File{}, fmt.Errorf("keep a file: %w", err)
	}
	return kept, nil
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
		return 0, errTooLarge
	}
	return b.Buffer.Write(p)
}

// ReadFrom keeps to Write, whatever copies into it.
func (b *bounded) ReadFrom(r io.Reader) (int64, error) {
	return io.Copy(struct{ io.Writer }{b}, r)
}

// kindOf reads from the bytes what a file is, and refuses what is not taken.
func kindOf(body []byte) (string, error) {
	if len(body) == 0 {
		return "", errRefusedFile
	}
	for m := mimetype.Detect(body); m != nil; m = m.Parent() {
		kind, _, _ := strings.Cut(m.String(), ";")
		switch {
		case kind == "text/html" || kind == "image/svg+xml":
			return "", errRefusedFile
		case takes(kind):
			return kind, nil
		}
	}
	return "", errRefusedFile
}

func takes(kind string) bool {
	switch kind {
	case "image/jpeg", "image/png", "image/webp", "application/pdf",
		"application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint",
		"application/vnd.oasis.opendocument.text",
		"application/vnd.oasis.opendocument.spreadsheet",
		"application/vnd.oasis.opendocument.presentation",
		"application/rtf", "text/rtf", "text/csv":
		return true
	}
	return strings.HasPrefix(kind, "application/vnd.openxmlformats-officedocument.") ||
		strings.HasPrefix(kind, "audio/")
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
