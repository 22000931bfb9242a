package engine_test

import (
	"strings"
	"testing"

	"visesbot/flows"
)

// TestButtonsSayTheLanguageOfOwnWords: a list of what the enterprise wrote
// itself says which words are in another language than the reader's. What is
// typed is understood with that mark and without it.
func TestButtonsSayTheLanguageOfOwnWords(t *testing.T) {
	t.Parallel()
	const french = "Plus de repas cuisinés avec des produits frais"
	for _, typed := range []string{french, french + " [FR]", "1"} {
		l, _ := lived(t, bothSides, "Robin, who accompanies them")
		r := resume(t, l)
		wout := r.people[1]
		r.press(wout, "q~P1-21")
		if card := labels(wout.newest); !strings.Contains(card, french+" [FR]") || strings.Contains(card, "[NL]") {
			t.Fatalf("the card says %s", card)
		}
		r.say(wout, typed)
		if got := r.dossier().Show(r.dossier().Answer("P1-21"), "nl"); got != french+" [FR]" {
			t.Errorf("after %q it is answered %q", typed, got)
		}
	}
}

// labels are those of a card's buttons, one a line.
func labels(c *flows.Card) string {
	var all []string
	for _, row := range c.Buttons {
		for _, b := range row {
			all = append(all, b.Label)
		}
	}
	return strings.Join(all, "\n")
}
