package bot_test

import (
	"strings"
	"testing"

	"visesbot/bot"
	"visesbot/flows"
)

func TestComposePoll(t *testing.T) {
	card := func(question string, options ...string) flows.Card {
		c := flows.Card{ID: "c1", Lines: []flows.Line{{Style: flows.Heading, Text: question}}, Poll: &flows.Poll{ID: "p", Question: question}}
		for _, o := range options {
			c.Poll.Options = append(c.Poll.Options, flows.PollOption{ID: o, Text: o})
			c.Buttons = append(c.Buttons, []flows.Button{{Label: o, Data: "vote~" + o, Kind: "choice"}})
		}
		return c
	}
	own := bot.Capabilities{Edits: true, Poll: bot.Poll{Question: 10, Options: 3, Option: 5}}
	for name, c := range map[string]struct {
		card   flows.Card
		can    bot.Capabilities
		native bool
	}{
		"as large as can be": {card("0123456789", "12345", "12345", "12345"), own, true},
		"a long question":    {card("01234567890", "a", "b"), own, false},
		"astral characters":  {card("𝄞𝄞𝄞𝄞𝄞𝄞", "a", "b"), own, false},
		"a long option":      {card("?", "123456", "b"), own, false},
		"many options":       {card("?", "a", "b", "c", "d"), own, false},
		"no polls":           {card("?", "a", "b"), bot.Capabilities{}, false},
	} {
		all := bot.Compose(c.card, c.can)
		if len(all) != 1 {
			t.Fatalf("%s: %d messages", name, len(all))
		}
		m := all[0]
		if (m.Poll != nil) != c.native || (len(m.Buttons) == 0) != c.native || (len(m.Lines) == 0) != c.native {
			t.Errorf("%s: %+v", name, m)
		}
	}
	again := card("?", "a", "b")
	again.Replace = true
	if all := bot.Compose(again, own); len(all) != 0 {
		t.Errorf("the platform counts by itself, and %+v is sent", all)
	}
	if all := bot.Compose(again, bot.Capabilities{}); len(all) != 1 || !strings.Contains(all[0].Buttons[0][0].Label, "a") {
		t.Errorf("without polls: %+v", all)
	}
}
