package flowtest

import (
	"slices"
	"testing"
)

func TestButtonsStandAtTheEndOfAMessage(t *testing.T) {
	for _, c := range []struct {
		said, text string
		buttons    []string
	}{
		{"Which? / A hint. [One] [Two]", "Which? / A hint.", []string{"One", "Two"}},
		{"... [épicerie [FR]] [Klaar]", "...", []string{"épicerie [FR]", "Klaar"}},
		{"Which? / ✓ épicerie [FR]", "Which? / ✓ épicerie [FR]", nil},
		{"Which? / ✓ épicerie [FR] [Klaar]", "Which? / ✓ épicerie [FR]", []string{"Klaar"}},
		{"[Klaar]", "", []string{"Klaar"}},
	} {
		text, buttons := buttonsOff(c.said)
		if text != c.text || !slices.Equal(buttons, c.buttons) {
			t.Errorf("%q is read as %q with %q, want %q with %q", c.said, text, buttons, c.text, c.buttons)
		}
	}
}
