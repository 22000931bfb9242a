package main

import (
	"context"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"sync"

	"visesbot/adapters/web"
	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/engine"
	"visesbot/flows/flowtest"
	"visesbot/flows/form"
)

// lives are the samples, lived through when somebody asks for them: their
// transcripts are played on the engine alone, which takes a moment, and what is
// left is taken over by the conversations of a round.
type lives struct {
	files  fs.FS
	caps   bot.Capabilities
	forms  lateForms
	engine chan *engine.Engine // holds it, once the content is read

	mu    sync.Mutex
	asked string // the dossier that was asked for last
	known flowtest.Left
}

func newLives(files fs.FS) *lives { return &lives{files: files, engine: make(chan *engine.Engine, 1)} }

// ready tells the lives by which content they are lived.
func (l *lives) ready(e *engine.Engine) { l.engine <- e }

// dossierIn names the dossier of a sample in a round.
func dossierIn(name string, round int) string { return "sample-" + name + "-" + strconv.Itoa(round) }

// sampleOf finds the sample and the round of a dossier.
func sampleOf(dossier string) (s sample, round int, ok bool) {
	parts := strings.Split(dossier, "-")
	if len(parts) != 3 || parts[0] != "sample" {
		return s, 0, false
	}
	for _, s := range demoSamples() {
		if s.name == parts[1] {
			n, err := strconv.Atoi(parts[2])
			return s, n, err == nil
		}
	}
	return s, 0, false
}

// of gives what is left of the sample that a dossier belongs to.
func (l *lives) of(ctx context.Context, dossier string) (flowtest.Left, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.asked == dossier {
		return l.known, nil
	}
	e, err := l.engineOf(ctx)
	if err != nil {
		return flowtest.Left{}, err
	}
	left, err := live(e, l.files, dossier)
	if err == nil {
		l.asked, l.known = dossier, left
	}
	return left, err
}

// engineOf waits until the content is read.
func (l *lives) engineOf(ctx context.Context) (*engine.Engine, error) {
	select {
	case e := <-l.engine:
		l.engine <- e
		return e, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// live plays the transcript of a sample.
func live(e *engine.Engine, files fs.FS, dossier string) (flowtest.Left, error) {
	s, round, ok := sampleOf(dossier)
	if !ok {
		return flowtest.Left{}, fmt.Errorf("there is no sample %s", dossier)
	}
	tr, err := s.read(files)
	if err != nil {
		return flowtest.Left{}, err
	}
	names := map[string]string{}
	for i, chat := range demoChats() {
		names[tr.People[i].Name] = "web:" + web.RoundChat(chat.Name, round)
	}
	tr.Enterprise.ID = dossier
	p := flowtest.NewPlayerOn(flowtest.Stage{
		Dossier: dossier, Channel: "web", Address: func(person string) string { return names[person] },
	}, e, tr)
	if err := flowtest.Act(tr, p); err != nil {
		return flowtest.Left{}, fmt.Errorf("live the sample %s: %w", s.name, err)
	}
	return p.Left()
}

func (s sample) read(files fs.FS) (flowtest.Transcript, error) {
	text, err := fs.ReadFile(files, s.transcript)
	if err != nil {
		return flowtest.Transcript{}, fmt.Errorf("read a sample: %w", err)
	}
	tr, errs := flowtest.Parse(s.transcript, string(text))
	if len(errs) > 0 {
		return tr, fmt.Errorf("read a sample: %w", errs[0])
	}
	ok := true
	if s.until != "" {
		tr, ok = tr.Until(s.until)
	}
	if !ok || len(tr.People) != len(s.people) {
		return tr, fmt.Errorf("read a sample: %s has no remark %q, or not %d people", s.transcript, s.until, len(s.people))
	}
	return tr, nil
}

// past is what the phones of a sample show.
func (l *lives) past(left flowtest.Left) []web.Past {
	var all []web.Past
	for i, chat := range demoChats() {
		told := left.Talks[i]
		for _, said := range told.Said {
			if said.Card == nil {
				all = append(all, web.Past{Chat: chat.Name, At: said.At, Text: said.Text, Lang: told.Session.Lang})
				continue
			}
			for _, m := range bot.Compose(*said.Card, l.caps) {
				all = append(all, web.Past{Chat: chat.Name, At: said.At, Message: &m})
			}
		}
	}
	return all
}

// invitations are those of a sample's people in a round.
func (s sample) invitations(left flowtest.Left, round int) map[string]flows.Invite {
	codes := map[string]flows.Invite{}
	for i, c := range s.chats() {
		codes[c.Code] = flows.Invite{
			Dossier: left.Dossier.Head.Dossier, Role: left.Talks[i].Person.Role, Lang: left.Talks[i].Person.Lang,
			Enterprise: enterpriseOf(left), Member: demoMember(c.Name, round),
		}
	}
	return codes
}

func enterpriseOf(left flowtest.Left) form.Enterprise {
	return form.Enterprise{ID: left.Dossier.Head.Dossier, Name: left.Dossier.Head.Enterprise.Name, Country: "BE", Sample: true}
}
