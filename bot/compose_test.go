package bot

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"visesbot/flows"
)

// shown writes messages as a person would describe them: one line a message,
// lines separated by " / ", buttons in brackets, rows by "|".
func shown(all []Message) []string {
	var out []string
	for _, m := range all {
		var parts []string
		for _, l := range m.Lines {
			parts = append(parts, strings.ReplaceAll(l.Text, "\n", "⏎"))
		}
		text := strings.Join(parts, " / ")
		for i, row := range m.Buttons {
			if i > 0 {
				text += " |"
			}
			for _, b := range row {
				text += " [" + tick(b) + b.Label + "]"
			}
		}
		if m.Media != nil {
			text = "(" + m.Media.Alt + ") " + text
		}
		out = append(out, text)
	}
	return out
}

func body(texts ...string) []flows.Line {
	var lines []flows.Line
	for _, t := range texts {
		lines = append(lines, flows.Line{Style: flows.Body, Text: t})
	}
	return lines
}

func choice(label string) flows.Button {
	return flows.Button{Label: label, Data: "d:" + label, Kind: "choice"}
}

func quiet(label string) flows.Button {
	return flows.Button{Label: label, Data: "d:" + label, Kind: "quiet"}
}

func rows(rows ...[]flows.Button) [][]flows.Button { return rows }

func row(buttons ...flows.Button) []flows.Button { return buttons }

func many(n int, button func(string) flows.Button) []flows.Button {
	var all []flows.Button
	for i := range n {
		all = append(all, button(fmt.Sprintf("o%d", i+1)))
	}
	return all
}

func TestCompose(t *testing.T) {
	picture := &flows.Media{Kind: "picture", Name: "chain.png", Alt: "a chain"}
	ticked := choice("Water")
	ticked.On = true
	for _, test := range []struct {
		name string
		card flows.Card
		can  Capabilities
		want []string
	}{
		{
			"fits as it is",
			flows.Card{Lines: body("Hello", "Who?"), Buttons: rows(row(choice("Me"), choice("You")), row(quiet("Help")))},
			Capabilities{TextMax: 100, Buttons: 8, Row: 2, LabelMax: 20},
			[]string{"Hello / Who? [Me] [You] | [Help]"},
		},
		{
			"no limits at all",
			flows.Card{Lines: body(strings.Repeat("long ", 50))},
			Capabilities{},
			[]string{strings.Repeat("long ", 50)},
		},
		{
			"cut after a paragraph, buttons last",
			flows.Card{Lines: body("The first paragraph is here.\n\nThe second is here. And more is said."), Buttons: rows(row(quiet("Go")))},
			Capabilities{TextMax: 50},
			[]string{"The first paragraph is here.⏎⏎", "The second is here. And more is said. [Go]"},
		},
		{
			"cut after a sentence",
			flows.Card{Lines: body("This is said in Ghent. Then something is told about 3.50 euro.")},
			Capabilities{TextMax: 40},
			[]string{"This is said in Ghent. ", "Then something is told about 3.50 ", "euro."},
		},
		{
			"cut after a word",
			flows.Card{Lines: body("one two three four five six seven eight")},
			Capabilities{TextMax: 20},
			[]string{"one two three ", "four five six ", "seven eight"},
		},
		{
			"cut between characters, which count in UTF-16",
			flows.Card{Lines: body("👩‍🌾👩‍🌾👩‍🌾👩‍🌾")}, // 5 units each
			Capabilities{TextMax: 16},
			[]string{"👩‍🌾👩‍🌾", "👩‍🌾👩‍🌾"},
		},
		{
			"lines stay together where they can",
			flows.Card{Lines: body("aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc")},
			Capabilities{TextMax: 30},
			[]string{"aaaaaaaaaa / bbbbbbbbbb", "cccccccccc"},
		},
		{
			"labels too long become numbers",
			flows.Card{Lines: body("Which?"), Buttons: rows(row(choice("People far from work")), row(ticked), row(quiet("Help")))},
			Capabilities{LabelMax: 12},
			[]string{"Which? / 1. People far from work / 2. ✓ Water [1] [✓ 2] | [Help]"},
		},
		{
			"too many choices are typed",
			flows.Card{Lines: body("Which?"), Buttons: rows(many(6, choice), row(quiet("Help"), quiet("Later")))},
			Capabilities{Buttons: 5, Row: 3},
			[]string{"Which? / 1. o1 / 2. o2 / 3. o3 / 4. o4 / 5. o5 / 6. o6 [Help] [Later]"},
		},
		{
			"too many of anything else are named",
			flows.Card{Lines: body("Where?"), Buttons: rows(many(4, quiet))},
			Capabilities{Buttons: 3},
			[]string{"Where? / [o4] [o1] | [o2] | [o3]"},
		},
		{
			"rows are folded",
			flows.Card{Lines: body("Which?"), Buttons: rows(many(5, choice))},
			Capabilities{Row: 2},
			[]string{"Which? [o1] [o2] | [o3] [o4] | [o5]"},
		},
		{
			"a long way about is shortened, and said in full",
			flows.Card{Lines: body("Hm?"), Buttons: rows(row(choice("Yes"), quiet("I do not know yet")))},
			Capabilities{LabelMax: 12},
			[]string{"Hm? / [I do not know yet] [Yes] [I do not…]"},
		},
		{
			"no buttons at all",
			flows.Card{Lines: body("Which?"), Buttons: rows(row(quiet("Help"), choice("A")), row(choice("B")))},
			Capabilities{NoButtons: true},
			[]string{"Which? / 1. A / 2. B / [Help]"},
		},
		{
			"a picture where pictures are",
			flows.Card{Lines: body("Look"), Media: picture},
			Capabilities{Pictures: true},
			[]string{"(a chain) Look"},
		},
		{
			"a picture with much text goes ahead",
			flows.Card{Lines: body("Look at it long"), Media: picture},
			Capabilities{Pictures: true, CaptionMax: 10},
			[]string{"(a chain) ", "Look at it long"},
		},
		{
			"a picture in words, below the heading",
			flows.Card{Lines: append([]flows.Line{{Style: flows.Heading, Text: "Impact"}}, body("Look")...), Media: picture},
			Capabilities{},
			[]string{"Impact / [a chain] / Look"},
		},
		{
			"a film is a link",
			flows.Card{Lines: body("Look"), Media: &flows.Media{Kind: "film", URL: "https://example.org/f", Alt: "the film"}},
			Capabilities{},
			[]string{"the film / Look"},
		},
		{
			"buttons are not shown alone",
			flows.Card{Buttons: rows(row(quiet("Go")))},
			Capabilities{},
			[]string{"… [Go]"},
		},
		{"nothing", flows.Card{}, Capabilities{}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, shown(Compose(test.card, test.can))); diff != "" {
				t.Error("want - got +\n" + diff)
			}
		})
	}
}

func TestComposeKeepsTheCard(t *testing.T) {
	card := flows.Card{
		ID: "c7", Lang: "nl", Input: flows.LineInput,
		Lines:   body(strings.Repeat("woord ", 30)),
		Buttons: rows(row(choice("Ja"))),
	}
	all := Compose(card, Capabilities{TextMax: 80})
	if len(all) < 2 {
		t.Fatalf("%d messages", len(all))
	}
	for i, m := range all {
		last := i == len(all)-1
		if m.Card != "c7" || m.Lang != "nl" || m.Part != i+1 {
			t.Errorf("message %d: card %q, lang %q, part %d", i, m.Card, m.Lang, m.Part)
		}
		if (m.Input != "") != last || (m.Buttons != nil) != last || m.Silent != (i > 0) {
			t.Errorf("message %d: input %q, %d rows, silent %v", i, m.Input, len(m.Buttons), m.Silent)
		}
	}
}
