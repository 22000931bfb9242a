package flows

import (
	"slices"
	"strings"
)

// The notes by which phones tell the office what became of a module that was
// pushed: that the platform took it, or that it did not; and what the person
// did with it. They go to the mailbox of the push, [PushBox].
const (
	NotePushDelivered = OfficePrefix + "push~delivered"
	NotePushMissed    = OfficePrefix + "push~missed"   // Fields: cause
	notePushStarted   = OfficePrefix + "push~started"  // version, hash
	notePushFinished  = OfficePrefix + "push~finished" // version, hash
	notePushQuiz      = OfficePrefix + "push~quiz"     // block, picks, wrong, right
)

// The fields of a note of kind [NotePushed] that somebody in the programme sends.
const (
	FieldPush = "push" // its id
	FieldNote = "note" // a few words of theirs
	FieldLang = "lang" // in which language
)

// PushBox is the mailbox of the office that hears what became of a push.
func PushBox(id string) string { return "office:push-" + id }

// FirstCard is what somebody sees first of a module, without its buttons; false
// when there is no such module.
func (s *Script) FirstCard(module, lang string) (Card, bool) {
	m := s.module(module)
	if m == nil || len(m.Blocks) == 0 {
		return Card{}, false
	}
	st := &step{script: s, s: Session{Lang: lang, Module: &Learning{ID: m.ID}}}
	c := st.blockLines(m, m.Blocks[0])
	c.Lang = st.lang()
	return c, true
}

// expectPush remembers which push a module was offered by, until it is followed
// to its end.
func (st *step) expectPush(m *Module, push string) {
	offered := func(l Learning) Learning {
		if l.Push != push {
			l.Push, l.Opened = push, false
		}
		return l
	}
	if now := st.s.Module; now != nil && now.ID == m.ID {
		l := offered(*now)
		st.s.Module = &l
		return
	}
	st.s.Begun = slices.Clone(st.s.Begun)
	if i := slices.IndexFunc(st.s.Begun, func(l Learning) bool { return l.ID == m.ID }); i >= 0 {
		st.s.Begun[i] = offered(st.s.Begun[i])
		return
	}
	st.s.Begun = append(st.s.Begun, Learning{ID: m.ID, Push: push})
}

// tellOpened lets the office know once that a pushed module was opened.
func (st *step) tellOpened(m *Module) {
	l := st.s.Module
	if l == nil || l.Push == "" || l.Opened {
		return
	}
	opened := *l
	opened.Opened = true
	st.s.Module = &opened
	st.tellPush(notePushStarted, map[string]string{"version": st.script.Version, "hash": m.Version})
}

func (st *step) tellFinished(m *Module) {
	st.tellPush(notePushFinished, map[string]string{"version": st.script.Version, "hash": m.Version})
}

// tellChecked tells how a check was answered, and not by whom in words.
func (st *step) tellChecked(b *Block, picks []string, right bool) {
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
	st.tellPush(notePushQuiz, map[string]string{
		"block": b.ID, "picks": strings.Join(picks, ";"), "wrong": strings.Join(wrong, ";"), "right": answer,
	})
}

// tellPush tells the office something of the module that is followed, where it
// was pushed.
func (st *step) tellPush(kind string, fields map[string]string) {
	if l := st.s.Module; l != nil && l.Push != "" {
		st.tellOffice(PushBox(l.Push), kind, fields)
	}
}
