package office

import (
	"cmp"
	"context"

	"visesbot/bot/register"
	"visesbot/flows"
)

// Admit tells whether a conversation may still be about its dossier; see
// [bot.Office]. Who is nobody of the register is for the dossier to know.
func (f *Office) Admit(ctx context.Context, s flows.Session, ev flows.Event) (*flows.Card, error) {
	if s.Member == "" || ev.Note != nil && ev.Note.Kind == flows.NoteRemoved { // which the dossier has to hear
		return nil, nil
	}
	dossier, role := s.Dossier, s.Role
	if in := ev.Invite; dossier == "" && in != nil && in.Refused == "" {
		dossier, role = in.Dossier, in.Role
	}
	if dossier == "" {
		return nil, nil
	}
	p, err := f.programme(ctx)
	if err != nil {
		return nil, err
	}
	act := Belong
	if flows.OutsideRole(role) {
		act = OpenDossier
	}
	if admits(p, s, act, dossier) {
		return nil, nil
	}
	f.o.Log.Warn("the office refused somebody", "member", s.Member, "act", string(act), "on", dossier)
	return f.partedCard(p, s, dossier), nil
}

// admits asks what may be done in a dossier, of whom the register speaks, and of
// enterprises of which it does.
func admits(p *register.Programme, s flows.Session, act Act, dossier string) bool {
	who, known := p.Find(register.People, s.Member)
	_, there := p.Find(register.Enterprises, dossier)
	if !known || !there {
		return who.Fields[register.Left] != "yes"
	}
	return may(p, s.Member, act, dossier)
}

func (f *Office) partedCard(p *register.Programme, s flows.Session, dossier string) *flows.Card {
	lang := cmp.Or(s.Lang, "en")
	text := f.wordIn(lang, "parted", "enterprise", p.Name(register.Enterprises, dossier))
	card := flows.Card{ID: "parted-" + dossier, Lang: lang, Lines: []flows.Line{{Style: flows.Body, Text: text}}}
	if who, ok := p.Who(s.Member); ok && who.Fields["role"] != register.Staff && who.Fields["role"] != register.Delegate {
		card.Buttons = [][]flows.Button{{{Label: f.wordIn(lang, "home"), Data: Press(frontVerb), Kind: "quiet"}}}
	}
	return &card
}

// wordIn says a sentence of the office where nobody visits it.
func (f *Office) wordIn(lang, key string, pairs ...string) string {
	return Sentences{f.o.Script(), f.o.Log}.In(lang, key, pairs...)
}
