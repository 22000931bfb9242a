package slack

import (
	"context"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	slackapi "github.com/slack-go/slack"

	"visesbot/bot"
	"visesbot/flows"
)

// photos remembers under which id a workspace has a picture of the content.
type photos struct {
	mu sync.Mutex
	of map[spot]string
}

func (p *photos) get(s spot) string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.of[s]
}

func (p *photos) put(s spot, id string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.of == nil {
		p.of = map[spot]string{}
	}
	p.of[s] = id
}

// blocks writes a message in blocks, after its picture was sent ahead. What
// cannot be shown is told in words.
func (s *speaker) blocks(ctx context.Context, d *workspace, m bot.Message) ([]slackapi.Block, error) {
	if m.Media == nil {
		return render(m, nil), nil
	}
	alt := sound(first(m.Media.Alt, maxAlt))
	if blank(alt) {
		alt = "…"
	}
	switch {
	case m.Media.Kind == "picture" && linked(m.Media.URL):
		return render(m, slackapi.NewImageBlock(m.Media.URL, alt, "", nil)), nil
	case m.Media.Kind != "picture" || m.Media.File == "" && (m.Media.Name == "" || s.o.Media == nil):
		return render(inWords(m), nil), nil
	}
	id, err := s.pictured(ctx, d, *m.Media, alt)
	if errors.Is(err, fs.ErrNotExist) || permanent(err) {
		s.o.Log.Warn("a picture cannot be shown on Slack", "name", m.Media.Name+m.Media.File, "error", err)
		return render(inWords(m), nil), nil
	}
	if err != nil {
		return nil, err
	}
	return render(m, slackapi.NewImageBlockSlackFile(&slackapi.SlackFileObject{ID: id}, alt, "", nil)), nil
}

// inWords is a message with what is to be seen, or where, as its first line but
// a heading.
func inWords(m bot.Message) bot.Message {
	if m.Media.URL != "" && slices.ContainsFunc(m.Lines, func(l flows.Line) bool { return l.URL == m.Media.URL }) {
		return m // it is said already
	}
	said := flows.Line{Style: flows.Hint, Text: "[" + m.Media.Alt + "]"}
	if m.Media.URL != "" {
		said = flows.Line{Style: flows.Link, Text: m.Media.Alt, URL: m.Media.URL}
	}
	at := 0
	if len(m.Lines) > 0 && m.Lines[0].Style == flows.Heading {
		at = 1
	}
	lines := append([]flows.Line{}, m.Lines[:at]...)
	m.Lines = append(append(lines, said), m.Lines[at:]...)
	return m
}

// pictured gives the id that a workspace has for what is to be seen.
func (s *speaker) pictured(ctx context.Context, d *workspace, m flows.Media, alt string) (string, error) {
	if m.File == "" {
		return s.photo(ctx, d, m.Name, alt)
	}
	at := spot{d.key, "kept " + m.File}
	if id := s.photos.get(at); id != "" {
		return id, nil
	}
	body, err := s.kept(ctx, m.File)
	if err != nil {
		return "", err
	}
	id, err := s.upload(ctx, d, outgoing{name: m.File + ".png", alt: alt, body: body})
	if err == nil {
		s.photos.put(at, id)
	}
	return id, err
}

// photo gives the id that a workspace has for a picture; it is sent once.
// Slack shows no SVG: the PNG beside it is taken.
func (s *speaker) photo(ctx context.Context, d *workspace, file, alt string) (string, error) {
	at := spot{d.key, file}
	if id := s.photos.get(at); id != "" {
		return id, nil
	}
	file = path.Clean(file)
	if strings.HasSuffix(file, ".svg") {
		file = strings.TrimSuffix(file, ".svg") + ".png"
	}
	body, err := fs.ReadFile(s.o.Media, file)
	if err != nil {
		return "", err
	}
	id, err := s.upload(ctx, d, outgoing{name: path.Base(file), alt: alt, body: body})
	if err == nil {
		s.photos.put(at, id)
	}
	return id, err
}
