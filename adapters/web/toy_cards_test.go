package web_test

import (
	"slices"

	"visesbot/bot"
	"visesbot/flows"
)

func card(heading string, more ...flows.Line) bot.Message {
	return bot.Message{Lang: "en", Lines: append([]flows.Line{{Style: flows.Heading, Text: heading}}, more...)}
}

func choice(label, data string) flows.Button {
	return flows.Button{Label: label, Data: data, Kind: "choice"}
}

func quiet(label, data string) flows.Button {
	return flows.Button{Label: label, Data: data, Kind: "quiet"}
}

func welcomeCard(u bot.Update) bot.Message {
	m := card("Welcome, "+u.From.Name,
		flows.Line{Style: flows.Body, Text: "This assistant takes you through the questions of the method, three minutes at a time. In which language shall we talk?"},
		flows.Line{Style: flows.Body, Text: "You may:\n• change it\n• change it back", Marks: []flows.Mark{{Word: "change it", Press: "term~list"}}},
		flows.Line{Style: flows.Hint, Text: "You can change this later.", Marks: []flows.Mark{{Word: "change", Press: "term~change"}}})
	m.Buttons = [][]flows.Button{
		{choice("Français", "lang:fr"), choice("Nederlands", "lang:nl"), choice("English", "lang:en")},
		{quiet("Help", "help")},
	}
	return m
}

func ticksCard(picks []string) bot.Message {
	m := card("Who feels the effects of your work?",
		flows.Line{Style: flows.Body, Text: "Tick all that apply. You may also type."},
		flows.Line{Style: flows.Hint, Text: "Question P1-12 · 3/8"})
	m.Lang, m.Input = "en", flows.LineInput
	for _, o := range []string{"Employees in training", "Neighbours", "Customers of the workshop"} {
		m.Buttons = append(m.Buttons, []flows.Button{{Label: o, Data: "tick:" + o, Kind: "tick", On: slices.Contains(picks, o)}})
	}
	m.Buttons = append(m.Buttons, []flows.Button{{Label: "Done", Data: "ticked", Kind: "primary"}},
		[]flows.Button{quiet("‹ Back", "back"), quiet("I don't know yet", "unknown"), quiet("Later", "later")})
	return m
}

func richCard() bot.Message {
	m := card("From resources to change",
		flows.Line{Style: flows.Body, Text: "You said in your own words:"},
		flows.Line{Style: flows.Own, Text: "On répare des vélos, et on répare un peu la confiance.", Lang: "fr"},
		flows.Line{Style: flows.Own, Text: "نحن نصلح الدراجات معًا <b>not bold</b>", Lang: "ar"},
		flows.Line{Style: flows.Bullet, Text: "what you do"},
		flows.Line{Style: flows.Bullet, Text: "what it leads to"},
		flows.Line{Style: flows.Bullet, Text: "what changes for people"},
		flows.Line{Style: flows.Link, Text: "Read more", URL: "https://example.org/more"},
		flows.Line{Style: flows.Link, Text: "not a link", URL: "javascript:alert(1)"},
		flows.Line{Style: flows.Hint, Text: "Control \u0007 and override \u202egnihton\u202c shown."})
	m.Media = &flows.Media{Kind: "picture", Name: "chain.svg", Alt: "Three circles in a row"}
	m.Input = flows.NumberInput
	m.Buttons = [][]flows.Button{
		{choice("1", "s:1"), choice("2", "s:2"), choice("3", "s:3"), choice("4", "s:4"), choice("5", "s:5")},
		{{Label: "Send a photo", Data: "photo", Kind: "primary"}},
	}
	return m
}

func photoCard() bot.Message {
	m := card("Show us your workshop", flows.Line{Style: flows.Body, Text: "A photo or a document, please."})
	m.Media = &flows.Media{Kind: "film", URL: "https://example.org/film", Alt: "A film of two minutes"}
	m.Input = flows.FileInput
	return m
}

func partnerCard() bot.Message {
	m := card("Atelier Horizon has begun",
		flows.Line{Style: flows.Body, Text: "Two people of the enterprise joined today. Nothing waits for you."})
	m.Buttons = [][]flows.Button{{{Label: "See where they are", Data: "where", Kind: "primary"}, quiet("Not now", "later")}}
	return m
}

func echo(text string) bot.Message {
	return card("Noted", flows.Line{Style: flows.Own, Text: text})
}
