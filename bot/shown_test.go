package bot

import "testing"

func TestLasting(t *testing.T) {
	for card, want := range map[string]bool{
		"c12": false, "c1-2": false, "call-1": true, "c": true, "c-x": true, "push-3": true, "thread-ab12": true, "cx12": true,
		answered + "P0-01": false,
	} {
		if Lasting(card) != want {
			t.Errorf("%s is kept for good: %v", card, !want)
		}
	}
}
