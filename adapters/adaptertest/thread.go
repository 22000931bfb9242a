package adaptertest

import (
	"testing"

	"visesbot/bot"
)

func threadChecks() []check {
	return []check{
		{"what belongs together stands together", needs("Replier"), standsBelow},
		{"a reply says to what", needs("Replier"), replySaysToWhat},
	}
}

// standsBelow wants a message below the one that it names, and the next one not.
func standsBelow(t testing.TB, l *lab) {
	l.open()
	p := l.site.Person(0)
	top := say("het overzicht")
	top.Top = true
	root := l.send(p, top)
	l.send(p, say("iets anders"))
	below := say("een bijzonderheid")
	below.Under = string(root)
	again := l.send(p, below)
	l.send(p, say("weer iets anders"))
	below.Replace, below.Lines[0].Text = string(again), "een andere bijzonderheid"
	l.send(p, below)
	shown := p.Shown()
	if len(shown) < 4 {
		t.Fatalf("to be seen: %+v", shown)
	}
	all := map[string]Shown{}
	for _, s := range shown[len(shown)-4:] {
		all[inked(s.Text)] = s
	}
	first := all[inked("het overzicht")]
	for text, want := range map[string]string{
		"het overzicht": "", "iets anders": "", "een andere bijzonderheid": first.ID, "weer iets anders": "",
	} {
		got, ok := all[inked(text)]
		if !ok || got.Below != want {
			t.Errorf("%q stands below %q, not %q; to be seen: %+v", text, got.Below, want, shown)
		}
	}
}

// replySaysToWhat wants the receipt of what was answered, and none for what
// answers nothing.
func replySaysToWhat(t testing.TB, l *lab) {
	l.open()
	p := l.site.Person(0)
	top := say("het overzicht")
	top.Top = true
	root := l.send(p, top)
	shown := p.Shown()
	id := shown[len(shown)-1].ID
	p.Say("zomaar")
	l.got(p, 1)
	p.(Replier).Reply(id, "dank voor het overzicht")
	l.got(p, 2)
	p.Say("nog zomaar")
	for i, want := range []bot.Receipt{"", root, ""} {
		if u := l.got(p, 3)[i]; u.Under != want {
			t.Errorf("%q arrived below %q, not %q", u.Text, u.Under, want)
		}
	}
	l.send(p, say("de volgende vraag"))
	shown = p.Shown()
	if last := shown[len(shown)-1]; last.Below != "" {
		t.Errorf("the next message stands below %q", last.Below)
	}
}
