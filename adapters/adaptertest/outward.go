package adaptertest

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"visesbot/bot"
	"visesbot/flows"
)

func outwardChecks() []check {
	return []check{
		{"everything of a card is shown", nil, cardsAreShown},
		{"parts come in order", nil, partsInOrder},
		{"every button can be pressed", nil, everyButton},
		{"ticks are shown", nil, ticksAreShown},
		{"nobody else sees it", needs("Company"), nobodyElse},
	}
}

func cardsAreShown(t testing.TB, l *lab) {
	l.open()
	defer l.hurry()()
	p := l.site.Person(0)
	for name, c := range Corpus() {
		for i, m := range bot.Compose(c, l.channel.Capabilities()) {
			before := len(p.Shown())
			if l.send(p, m) == "" {
				t.Errorf("%s: no receipt", name)
			}
			shown := p.Shown()
			if len(shown) != before+1 {
				t.Fatalf("%s, message %d: %d messages are to be seen, not %d", name, i, len(shown), before+1)
			}
			looksLike(t, name, shown[before], m)
		}
	}
}

// looksLike wants every line of a message to be there, in order, and every
// button.
func looksLike(t testing.TB, name string, got Shown, m bot.Message) {
	t.Helper()
	rest := inked(got.Text)
	for _, l := range m.Lines {
		_, after, found := strings.Cut(rest, inked(l.Text))
		if !found {
			t.Errorf("%s: %q is not to be seen in %q", name, l.Text, got.Text)
			return
		}
		rest = after
	}
	at := 0
	for _, b := range slices.Concat(m.Buttons...) {
		i := slices.IndexFunc(got.Labels[min(at, len(got.Labels)):], func(label string) bool { return strings.Contains(label, b.Label) })
		if i < 0 {
			t.Errorf("%s: button %q is not among %q", name, b.Label, got.Labels)
			return
		}
		at += i + 1
	}
	if len(m.Buttons) == 0 && len(got.Labels) > 0 {
		t.Errorf("%s: buttons %q that nobody asked for", name, got.Labels)
	}
}

// inked is what of a text leaves ink on the paper.
func inked(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func partsInOrder(t testing.TB, l *lab) {
	l.open()
	defer l.hurry()()
	p := l.site.Person(0)
	var want strings.Builder
	for _, m := range bot.Compose(Corpus()["long"], l.channel.Capabilities()) {
		l.send(p, m)
		for _, line := range m.Lines {
			want.WriteString(line.Text)
		}
	}
	var got strings.Builder
	for _, s := range p.Shown() {
		got.WriteString(s.Text)
	}
	if !strings.Contains(inked(got.String()), inked(want.String())) {
		t.Error("the parts do not read on")
	}
}

func everyButton(t testing.TB, l *lab) {
	l.open()
	p := l.site.Person(0)
	n := 0
	for _, name := range []string{"forty", "rows", "ticks"} {
		for _, m := range bot.Compose(Corpus()[name], l.channel.Capabilities()) {
			l.send(p, m)
			for _, b := range slices.Concat(m.Buttons...) {
				if err := press(p, b); err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				n++
				if got := l.got(p, n)[n-1]; got.Press != b.Data {
					t.Errorf("%s: %q sent %q, not %q", name, b.Label, got.Press, b.Data)
				}
			}
		}
	}
	if n == 0 && !l.channel.Capabilities().NoButtons {
		t.Error("there was nothing to press")
	}
}

func press(p Person, b flows.Button) error {
	if b.On {
		return p.Press("✓ " + b.Label)
	}
	return p.Press(b.Label)
}

func ticksAreShown(t testing.TB, l *lab) {
	l.open()
	p := l.site.Person(0)
	for _, m := range bot.Compose(Corpus()["ticks"], l.channel.Capabilities()) {
		l.send(p, m)
	}
	shown := p.Shown()
	last := shown[len(shown)-1]
	all := strings.Join(append(last.Labels, last.Text), "\n")
	if !strings.Contains(all, "✓ Water") || strings.Contains(all, "✓ Aarde") {
		t.Errorf("ticks in %q", all)
	}
}

func nobodyElse(t testing.TB, l *lab) {
	l.open()
	a, b := l.site.Person(0), l.site.Person(1)
	before := len(b.Shown())
	l.send(a, say("voor jou"))
	if len(b.Shown()) != before {
		t.Error("somebody else sees it")
	}
}
