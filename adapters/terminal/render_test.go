package terminal

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"visesbot/bot"
	"visesbot/flows"
)

func message() bot.Message {
	ticked := choice("Fire")
	ticked.On = true
	return bot.Message{
		Lang:  "en",
		Media: &flows.Media{Kind: "film", URL: "https://example.org/film", Alt: "A film"},
		Lines: []flows.Line{
			{Style: flows.Heading, Text: "What changes?"},
			{Style: flows.Body, Text: "Tell it in your own words, as you would tell a neighbour."},
			{Style: flows.Bullet, Text: "somebody finds work, and keeps it for a while"},
			{Style: flows.Own, Text: "we \x1b[31mrepair\nbicycles, and people\u202e"},
			{Style: flows.Link, Text: "More", URL: "https://example.org"},
			{Style: flows.Hint, Text: "about 7 left"},
		},
		Buttons: [][]flows.Button{{choice("Water"), ticked}, {other("I do not know yet"), other("Back")}, {other("More")}},
	}
}

func TestRender(t *testing.T) {
	s := newScene("")
	s.terminal.o.Width = func() int { return 30 }
	want := `[A film]
https://example.org/film
What changes?
Tell it in your own words, as
you would tell a neighbour.
• somebody finds work, and
  keeps it for a while
│ we �[31mrepair
│ bicycles, and people
More https://example.org
about 7 left
  1  Water
  2  ✓ Fire
  3 I do not know yet   4 Back
  5 More

`
	if diff := cmp.Diff(want, s.terminal.render(message())); diff != "" {
		t.Error(diff)
	}
}

func TestRenderTyping(t *testing.T) {
	s := newScene("")
	m := message()
	m.Media, m.Lines, m.Input = nil, m.Lines[:1], flows.LineInput
	want := "What changes?\n  1  Water\n  2  ✓ Fire\n  /3 I do not know yet   /4 Back\n  /5 More\n\n"
	if diff := cmp.Diff(want, s.terminal.render(m)); diff != "" {
		t.Error(diff)
	}
}

func TestColorsAreOnlyColors(t *testing.T) {
	plain := newScene("").terminal
	colored := newScene("").terminal
	colored.pens = pensOf(true)
	got := colored.render(message())
	for _, code := range []string{"\x1b[1m", "\x1b[2m", "\x1b[36m", "\x1b[0m"} {
		if !strings.Contains(got, code) {
			t.Errorf("no %q", code)
		}
		got = strings.ReplaceAll(got, code, "")
	}
	if diff := cmp.Diff(plain.render(message()), got); diff != "" {
		t.Error(diff)
	}
	if strings.Contains(plain.render(message()), "\x1b") {
		t.Error("a plain terminal gets control characters")
	}
}

// Wrapped lines are narrow enough, and nothing but spaces is lost.
func TestWrap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("abc déf.\u00a0\n  你好👩‍🌾")), 0, 200, -1).Draw(t, "text")
		width := rapid.IntRange(narrow, 60).Draw(t, "width")
		lines := wrap(text, width)
		for _, l := range lines {
			if columns(l) > width {
				t.Fatalf("%q is %d wide, not %d", l, columns(l), width)
			}
		}
		bare := func(s string) string { return strings.NewReplacer(" ", "", "\n", "").Replace(s) }
		if got := bare(strings.Join(lines, "")); got != bare(text) {
			t.Fatalf("%q became %q", text, lines)
		}
	})
}

func TestWrapKeepsWordsTogether(t *testing.T) {
	got := wrap("Qu'est-ce qui change\u00a0? Beaucoup\u00a0!", 21)
	if diff := cmp.Diff([]string{"Qu'est-ce qui", "change\u00a0? Beaucoup\u00a0!"}, got); diff != "" {
		t.Error(diff)
	}
}

// What belongs to another message is set in, with its buttons.
func TestRenderBelow(t *testing.T) {
	s := newScene("")
	m := bot.Message{Under: "r-1", Lines: []flows.Line{{Style: flows.Body, Text: "Atelier 2 asks for help"}}, Buttons: [][]flows.Button{{other("Solved")}}}
	if diff := cmp.Diff("  ┊ Atelier 2 asks for help\n  ┊   1 Solved\n\n", s.terminal.render(m)); diff != "" {
		t.Error("want - got +\n" + diff)
	}
}
