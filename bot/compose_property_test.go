package bot

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"visesbot/flows"
)

func drawCard(t *rapid.T) flows.Card {
	piece := rapid.OneOf(
		rapid.StringOfN(rapid.RuneFrom([]rune("abc é.!?\n\n  👩‍🌾🇧🇪e\u0301\u200d\u202eשלום")), 0, 200, -1),
		rapid.StringN(0, 60, -1),
		rapid.SampledFrom([]string{"", " ", "One. Two. Three.", strings.Repeat("x", 300), "e" + strings.Repeat("\u0301", 200)}),
	)
	style := rapid.SampledFrom([]flows.Style{flows.Heading, flows.Body, flows.Hint, flows.Bullet, flows.Own})
	card := flows.Card{ID: "c1", Lang: "fr"}
	for range rapid.IntRange(0, 8).Draw(t, "lines") {
		card.Lines = append(card.Lines, flows.Line{Style: style.Draw(t, "style"), Text: piece.Draw(t, "text")})
	}
	label := rapid.StringOfN(rapid.RuneFrom([]rune("abcdefé 👩🏽")), 1, 40, -1)
	for range rapid.IntRange(0, 6).Draw(t, "rows") {
		var row []flows.Button
		for range rapid.IntRange(1, 6).Draw(t, "buttons") {
			row = append(row, flows.Button{
				Label: label.Draw(t, "label"), Data: rapid.StringMatching(`[a-z]{1,8}`).Draw(t, "data"),
				Kind: rapid.SampledFrom([]string{"choice", "primary", "quiet", ""}).Draw(t, "kind"), On: rapid.Bool().Draw(t, "on"),
			})
		}
		card.Buttons = append(card.Buttons, row)
	}
	return card
}

func drawCan(t *rapid.T) Capabilities {
	limit := func(name string, low, high int) int {
		return rapid.OneOf(rapid.Just(0), rapid.IntRange(low, high)).Draw(t, name)
	}
	return Capabilities{
		TextMax: limit("text", 64, 300), Buttons: limit("count", 1, 12), Row: limit("row", 1, 8),
		LabelMax: limit("label", 8, 30), NoButtons: rapid.IntRange(0, 4).Draw(t, "none") == 0,
	}
}

func textOf(lines []flows.Line) string {
	var all strings.Builder
	for _, l := range lines {
		all.WriteString(l.Text)
	}
	return all.String()
}

// Limits are kept, and nothing is lost.
func TestComposeProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		card, can := drawCard(t), drawCan(t)
		before, _ := json.Marshal(card)
		all := Compose(card, can)
		if after, _ := json.Marshal(card); string(after) != string(before) {
			t.Fatal("the card was changed")
		}
		if diff := cmp.Diff(all, Compose(card, can)); diff != "" {
			t.Fatal("not the same twice", diff)
		}
		checkLimits(t, all, can)
		checkWhole(t, upright(card), all)
		checkButtons(t, card, all)
	})
}

func checkLimits(t *rapid.T, all []Message, can Capabilities) {
	for i, m := range all {
		if can.TextMax > 0 && Length(m.Lines) > can.TextMax {
			t.Fatalf("message %d has %d units of %d", i, Length(m.Lines), can.TextMax)
		}
		if len(m.Buttons) > 0 && (i < len(all)-1 || can.NoButtons) {
			t.Fatalf("message %d of %d has buttons", i+1, len(all))
		}
		if n := len(slices.Concat(m.Buttons...)); can.Buttons > 0 && n > can.Buttons {
			t.Fatalf("%d buttons of %d", n, can.Buttons)
		}
		for _, row := range m.Buttons {
			if len(row) == 0 || can.Row > 0 && len(row) > can.Row {
				t.Fatalf("%d buttons in a row of %d", len(row), can.Row)
			}
			for _, b := range row {
				if can.LabelMax > 0 && units(tick(b)+b.Label) > can.LabelMax {
					t.Fatalf("label %q is longer than %d", b.Label, can.LabelMax)
				}
			}
		}
	}
}

// checkWhole wants the text of the card first, cut only between characters.
func checkWhole(t *rapid.T, card flows.Card, all []Message) {
	var got []flows.Line
	for _, m := range all {
		got = append(got, m.Lines...)
	}
	if len(all) > 0 && !strings.HasPrefix(textOf(got), textOf(card.Lines)) {
		t.Fatalf("text became %q", textOf(got))
	}
	cuts := map[int]bool{} // in the text as a whole
	end := 0
	for _, l := range got {
		end += len(l.Text)
		cuts[end] = true
	}
	start := 0
	for _, l := range card.Lines {
		for each := graphemes.FromString(l.Text); each.Next(); {
			for at := each.Start() + 1; at < each.End(); at++ {
				if cuts[start+at] && units(each.Value()) <= 64-lineCost {
					t.Fatalf("the character %q of %q was cut", each.Value(), l.Text)
				}
			}
		}
		start += len(l.Text)
	}
}

// checkButtons wants every button to be there, or to be said in the text.
func checkButtons(t *rapid.T, card flows.Card, all []Message) {
	var text string
	pressed := map[string]int{}
	full := map[string]int{}
	for _, m := range all {
		text += textOf(m.Lines)
		for _, b := range slices.Concat(m.Buttons...) {
			pressed[b.Data]++
			full[b.Data+" "+b.Label]++
		}
	}
	said := 0
	for _, b := range slices.Concat(card.Buttons...) {
		if full[b.Data+" "+b.Label] > 0 {
			continue
		}
		if !strings.Contains(text, b.Label) {
			t.Fatalf("button %q is neither shown nor said (pressed %d, said %d)", b.Label, pressed[b.Data], said)
		}
		said++
	}
}
