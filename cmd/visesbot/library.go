package main

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"sync"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/definition"
	"visesbot/flows/engine"
	"visesbot/flows/form"
)

// library holds every version of the content that some conversation may be
// pinned to: the one served now, and the former ones, which are kept in the
// store. It is a bot.Scripts, safe for concurrent use.
type library struct {
	store   bot.Store
	current *engine.Engine

	mu     sync.Mutex
	former map[string]*engine.Engine
}

// newLibrary keeps the content that is served now, so that it can be found
// again when a newer one is served. Links say where the programme keeps what
// the content refers to.
func newLibrary(ctx context.Context, store bot.Store, files fs.FS, script *flows.Script, links map[string]string) (*library, error) {
	current, err := engine.New(script, links)
	if err != nil {
		return nil, err
	}
	l := &library{store: store, current: current, former: map[string]*engine.Engine{}}
	if err := l.keep(ctx, files); err != nil {
		return nil, fmt.Errorf("keep the content in the store: %w", err)
	}
	return l, nil
}

// script is the content that is served now.
func (l *library) script() *flows.Script { return l.current.Script }

// Stepper gives the engine of a version; of "" or one that is nowhere, the
// current one.
func (l *library) Stepper(version string) bot.Stepper {
	if version == "" || version == l.current.Script.Version {
		return l.current
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if e, ok := l.former[version]; ok {
		return e
	}
	e, err := l.load(version)
	if err != nil {
		e = l.current
	}
	l.former[version] = e
	return e
}

// bundleID names a kept content among the store's files.
func bundleID(version string) string { return "content-" + version }

func (l *library) keep(ctx context.Context, files fs.FS) error {
	id := bundleID(l.current.Script.Version)
	_, body, err := l.store.File(ctx, id)
	if err == nil {
		return body.Close()
	}
	if !errors.Is(err, bot.ErrNotFound) {
		return err
	}
	bundle, err := packed(files)
	if err != nil {
		return err
	}
	about := form.File{ID: id, Name: "content.zip", Type: "application/zip", Size: int64(len(bundle))}
	return l.store.PutFile(ctx, about, bytes.NewReader(bundle))
}

// packed is the content as a ZIP file: all that definition reads.
func packed(files fs.FS) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(name, "transcripts/") {
			return err
		}
		return pack(w, files, name)
	})
	if err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func pack(w *zip.Writer, files fs.FS, name string) error {
	body, err := fs.ReadFile(files, name)
	if err != nil {
		return err
	}
	into, err := w.Create(name)
	if err != nil {
		return err
	}
	_, err = into.Write(body)
	return err
}

// load reads a former content back from the store.
func (l *library) load(version string) (*engine.Engine, error) {
	_, body, err := l.store.File(context.Background(), bundleID(version))
	if err != nil {
		return nil, err
	}
	defer func() { _ = body.Close() }()
	raw, err := io.ReadAll(body)
	if err != nil {
		return nil, err
	}
	files, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, err
	}
	script, problems := definition.Load(files)
	if script == nil {
		return nil, fmt.Errorf("content %s: %d problems", version, len(problems))
	}
	return engine.New(script, l.current.Links)
}
