package learning

import (
	"slices"
	"strings"

	"visesbot/flows"
	"visesbot/flows/talk"
)

// FirstCard is what somebody sees first of a module, without its buttons; false
// when there is no such module.
func FirstCard(s *flows.Script, module, lang string) (flows.Card, bool) {
	m := s.Module(module)
	if m == nil || len(m.Blocks) == 0 {
		return flows.Card{}, false
	}
	t := talk.Begin(s, nil, flows.Session{Lang: lang, Module: &flows.Learning{ID: m.ID}}, flows.Event{})
	c := blockLines(t, m, m.Blocks[0])
	c.Lang = t.Lang()
	return c, true
}

// expectPush remembers which push a module was offered by, until it is followed
// to its end.
func expectPush(t *talk.Turn, m *flows.Module, push string) {
	offered := func(l flows.Learning) flows.Learning {
		if l.Push != push {
			l.Push, l.Opened = push, false
		}
		return l
	}
	if now := t.Session.Module; now != nil && now.ID == m.ID {
		l := offered(*now)
		t.Session.Module = &l
		return
	}
	t.Session.Begun = slices.Clone(t.Session.Begun)
	if i := slices.IndexFunc(t.Session.Begun, func(l flows.Learning) bool { return l.ID == m.ID }); i >= 0 {
		t.Session.Begun[i] = offered(t.Session.Begun[i])
		return
	}
	t.Session.Begun = append(t.Session.Begun, flows.Learning{ID: m.ID, Push: push})
}

// notifyOpened lets the office know once that a pushed module was opened.
func notifyOpened(t *talk.Turn, m *flows.Module) {
	l := t.Session.Module
	if l == nil || l.Push == "" || l.Opened {
		return
	}
	opened := *l
	opened.Opened = true
	t.Session.Module = &opened
	notifyPush(t, flows.NotePushStarted, map[string]string{"version": t.Script.Version, "hash": m.Version})
}

func notifyFinished(t *talk.Turn, m *flows.Module) {
	notifyPush(t, flows.NotePushFinished, map[string]string{"version": t.Script.Version, "hash": m.Version})
}

// notifyChecked tells how a check was answered, and not by whom in words.
func notifyChecked(t *talk.Turn, b *flows.Block, picks []string, right bool) {
	var wrong []string
	for _, o := range b.Options {
		if !o.Right && slices.Contains(picks, o.ID) {
			wrong = append(wrong, o.ID)
		}
	}
	answer := "no"
	if right {
		answer = "yes"
	}
	notifyPush(t, flows.NotePushQuiz, map[string]string{
		"block": b.ID, "picks": strings.Join(picks, ";"), "wrong": strings.Join(wrong, ";"), "right": answer,
	})
}

// notifyPush tells the office something of the module that is followed, where it
// was pushed.
func notifyPush(t *talk.Turn, kind string, fields map[string]string) {
	if l := t.Session.Module; l != nil && l.Push != "" {
		t.NotifyOffice(flows.PushBox(l.Push), kind, fields)
	}
}
