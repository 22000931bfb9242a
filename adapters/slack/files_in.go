package slack

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"time"
	"unicode"

	"github.com/gabriel-vasile/mimetype"

	"visesbot/flows/form"
)

// errTooLarge ends the download of a file that says it is smaller than it is.
var errTooLarge = errors.New("the file is larger than 20 MB")

// fetch keeps the files of a message. What is not taken, or cannot be fetched, is
// told of kindly, and costs nothing else that was said.
func (a *Adapter) fetch(ctx context.Context, h incoming, lang string) ([]form.File, error) {
	var kept []form.File
	told := ""
	for _, f := range h.files {
		file, err := a.fetchOne(ctx, h.at.team, f)
		switch {
		case err == nil:
			kept = append(kept, file)
		case errors.Is(err, errRefusedFile):
			told = textFileRefused().In(lang)
		case errors.Is(err, errLostFile):
			a.o.Log.Warn("a file was not fetched from Slack", "error", err)
			told = textFileLost().In(lang)
		default:
			return nil, err
		}
	}
	if told != "" {
		a.aside(func(ctx context.Context) {
			if d, err := a.workspace(ctx, h.at.team); err == nil {
				a.tellBelow(ctx, d, h, told)
			}
		})
	}
	return kept, nil
}

// errRefusedFile is a file that is not taken, errLostFile one that Slack does not
// give.
var (
	errRefusedFile = errors.New("the file is not taken")
	errLostFile    = errors.New("the file cannot be fetched")
)

// fetchTries is how often a file is asked for.
const fetchTries = 3

// fetchOne downloads one file with the token, and keeps it. What it is, is read
// from its bytes. It stays private to those who had it.
func (a *Adapter) fetchOne(ctx context.Context, team string, f attached) (form.File, error) {
	if a.o.Files == nil {
		return form.File{}, errRefusedFile
	}
	d, err := a.workspace(ctx, team)
	if err != nil {
		return form.File{}, err
	}
	if f.Access == "check_file_info" {
		if f, err = a.fileInfo(ctx, d, f.ID); err != nil {
			return form.File{}, fmt.Errorf("%w: %w", errLostFile, err)
		}
	}
	if f.Size > maxFile || f.Mode == "external" || f.Mode == "tombstone" || f.link() == "" {
		return form.File{}, errRefusedFile
	}
	body, err := a.download(ctx, d, f.link())
	if err != nil {
		return form.File{}, err
	}
	kept := form.File{ID: "slack-" + team + "-" + keyable(f.ID), Name: fileName(f.Name), Size: int64(len(body))}
	if kept.Type, err = kindOf(body); err != nil {
		return form.File{}, err
	}
	if err := a.o.Files.PutFile(ctx, kept, bytes.NewReader(body)); err != nil {
		return form.File{}, fmt.Errorf("keep a file: %w", err)
	}
	return kept, nil
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

// download fetches a file; one that does not come at once is asked for again.
func (a *Adapter) download(ctx context.Context, d *workspace, link string) (_ []byte, err error) {
	for i := range fetchTries {
		a.rest(ctx, time.Duration(i)*200*time.Millisecond)
		body := &bounded{most: maxFile}
		err = d.files.GetFileContext(ctx, link, body)
		switch {
		case err == nil:
			return body.Bytes(), nil
		case errors.Is(err, errTooLarge), strings.Contains(err.Error(), "refusing to send the token"):
			return nil, errRefusedFile
		case ctx.Err() != nil:
			return nil, fmt.Errorf("fetch a file from Slack: %w", a.clean(err))
		}
	}
	return nil, fmt.Errorf("%w: %w", errLostFile, a.clean(err))
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
