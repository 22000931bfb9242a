package bot

import (
	"testing"

	"visesbot/flows"
)

func TestATurnRingsOnce(t *testing.T) {
	message := func(replace string, silent bool) Job {
		return Job{Kind: JobSend, Message: &Message{Replace: replace, Silent: silent}}
	}
	jobs := ringOnce([]Job{message("c1", false), message("", true), message("", false), {Kind: JobTimer}, message("c2", false), message("", false)})
	for i, want := range map[int]bool{0: false, 1: true, 2: false, 4: false, 5: true} {
		if jobs[i].Message.Silent != want {
			t.Errorf("message %d: silent %v", i, !want)
		}
	}
}

// Words that others wrote turn nothing around, by whatever door they came.
func TestCardsStandUpright(t *testing.T) {
	const turned, name, kept = "Atelier \u202Enegozid", "Atelier negozid", "\u2067שלום\u2069"
	card := flows.Card{
		Lines:   []flows.Line{{Style: flows.Body, Text: turned}, {Style: flows.Own, Text: kept}},
		Buttons: [][]flows.Button{{{Label: turned, Data: "x"}}},
		Media:   &flows.Media{Kind: "picture", File: "x", Alt: turned},
	}
	m := Compose(card, Capabilities{Pictures: true})[0]
	if m.Lines[0].Text != name || m.Buttons[0][0].Label != name || m.Media.Alt != name {
		t.Errorf("it shows %+v", m)
	}
	if m.Lines[1].Text != kept {
		t.Errorf("what is closed is kept: %q", m.Lines[1].Text)
	}
	if card.Lines[0].Text != turned || card.Buttons[0][0].Label != turned || card.Media.Alt != turned {
		t.Error("the card itself was changed")
	}
}
