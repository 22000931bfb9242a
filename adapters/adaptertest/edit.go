package adaptertest

import (
	"strings"
	"testing"

	"visesbot/bot"
)

func editChecks() []check {
	return []check{
		{"edited in place", needs("Editor"), editedInPlace},
		{"edited to the same", needs("Editor"), editedToTheSame},
		{"an edit takes the buttons away", needs("Editor"), editTakesButtons},
		{"what is gone is sent anew", needs("Editor", "Deleter"), goneIsSentAnew},
	}
}

func editedInPlace(t testing.TB, l *lab) {
	l.open()
	p := l.site.Person(0)
	r := l.send(p, say("eerst"))
	l.send(p, say("daarna"))
	before := p.Shown()
	m := ask("eerst, maar anders", choice("Ja", "y"))
	m.Replace = string(r)
	again := l.send(p, m)
	after := p.Shown()
	if len(after) != len(before) {
		t.Fatalf("%d messages became %d", len(before), len(after))
	}
	at := len(after) - 2
	looksLike(t, "the edited one", after[at], m)
	if after[at].ID != before[at].ID || again != r {
		t.Errorf("message %s with receipt %s became %s with %s", before[at].ID, r, after[at].ID, again)
	}
	if after[at+1].Text != before[at+1].Text {
		t.Error("another message was changed")
	}
}

func editedToTheSame(t testing.TB, l *lab) {
	l.open()
	p := l.site.Person(0)
	m := ask("hetzelfde", choice("Ja", "y"))
	r := l.send(p, m)
	m.Replace = string(r)
	n := len(p.Shown())
	if again := l.send(p, m); again != r || len(p.Shown()) != n {
		t.Errorf("receipt %s became %s, %d messages %d", r, again, n, len(p.Shown()))
	}
}

func editTakesButtons(t testing.TB, l *lab) {
	l.open()
	p := l.site.Person(0)
	r := l.send(p, ask("Zullen we?", choice("Ja", "y")))
	m := say("Zullen we? ✓ Ja")
	m.Replace = string(r)
	l.send(p, m)
	shown := p.Shown()
	if last := shown[len(shown)-1]; len(last.Labels) != 0 || !strings.Contains(last.Text, "✓ Ja") {
		t.Errorf("it looks like %+v", last)
	}
}

func goneIsSentAnew(t testing.TB, l *lab) {
	l.open()
	p := l.site.Person(0)
	r := l.send(p, say("weg ermee"))
	shown := p.Shown()
	p.(Deleter).Delete(shown[len(shown)-1].ID)
	m := say("toch nog")
	m.Replace = string(r)
	var again bot.Receipt
	if again = l.send(p, m); again == r {
		t.Error("the receipt is that of the message that is gone")
	}
	shown = p.Shown()
	if len(shown) == 0 || !strings.Contains(shown[len(shown)-1].Text, "toch nog") {
		t.Errorf("to be seen: %+v", shown)
	}
}
