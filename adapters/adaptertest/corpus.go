package adaptertest

import (
	"fmt"
	"hash/crc32"
	"strings"

	"visesbot/bot"
	"visesbot/flows"
)

// Corpus are cards that are hard to show. They hold nobody's words.
func Corpus() map[string]flows.Card {
	all := map[string]flows.Card{
		"plain":   card(line(flows.Body, "Goeiedag.")),
		"styles":  card(line(flows.Heading, "Impact"), line(flows.Body, "Wat verandert er?"), line(flows.Bullet, "voor wie"), line(flows.Bullet, "hoeveel"), line(flows.Own, "Wij maken fietsen."), line(flows.Hint, "3/8")),
		"code":    card(line(flows.Body, `if a < b && c > d { return "<b>&amp;</b>" } </i> *x* _y_ [z](u) ~s~`), line(flows.Own, "<script>alert(1)</script> & co. <")),
		"emoji":   card(line(flows.Heading, "👩‍🌾 🇧🇪"), line(flows.Body, "Zo: 👨‍👩‍👧‍👦 en 𝄞, é, œ, ĳ.")),
		"rtl":     card(line(flows.Body, "שלום עולם، مرحبا بالعالم"), line(flows.Own, "السلام عليكم")),
		"breaks":  card(line(flows.Body, "een\ntwee\n\ndrie"), line(flows.Bullet, "vier\nvijf")),
		"link":    card(flows.Line{Style: flows.Link, Text: "De film", URL: "https://example.org/film?a=1&b=2"}),
		"ticks":   question("Kies", ticked("Water"), choice("Aarde", "t~2"), lead("Klaar", "done")),
		"long":    card(line(flows.Heading, "Alles"), line(flows.Body, strings.Repeat("Dit is een zin over maatschappelijke impact. ", 300))),
		"rows":    question("Kies", choice("Een heel lang antwoord dat niet op een knop past, op geen enkele", "l~1"), choice("Kort", "l~2"), lead("Terug", "back"), lead("Weet ik nog niet", "unknown")),
		"forty":   question("Welke?", forty()...),
		"emojis":  card(line(flows.Body, strings.Repeat("👩‍🌾", 1200))),
		"nothing": question("", choice("Verder", "go")),
		"poll":    poll(),
		"marks":   card(marked(flows.Heading, "Wie zijn jullie stakeholders?"), marked(flows.Hint, "Alle stakeholders <b>, ook stille."), marked(flows.Bullet, "stakeholders & co")),
	}
	for id, c := range all {
		c.ID, c.Lang = id, "nl"
		all[id] = c
	}
	return all
}

func forty() []flows.Button {
	var all []flows.Button
	for i := range 40 {
		all = append(all, choice(fmt.Sprintf("Keuze nummer %d", i+1), fmt.Sprintf("c~%d", i+1)))
	}
	return append(all, lead("Terug", "back"))
}

// poll is one that the platform may show by its own means.
func poll() flows.Card {
	c := question("Wanneer komen we samen? 👩‍🌾", choice("Maandag", "vote~x:1~p~1"), choice("Dinsdag < 12 u & later", "vote~x:1~p~2"))
	c.Poll = &flows.Poll{ID: "p", Question: "Wanneer komen we samen? 👩‍🌾", Options: []flows.PollOption{{ID: "1", Text: "Maandag"}, {ID: "2", Text: "Dinsdag < 12 u & later"}}}
	return c
}

// marked is a line in which a word is explained elsewhere.
func marked(style flows.Style, text string) flows.Line {
	return flows.Line{Style: style, Text: text, Marks: []flows.Mark{{Word: "stakeholders", Press: "term~stakeholder"}}}
}

func card(lines ...flows.Line) flows.Card { return flows.Card{Lines: lines} }

func line(s flows.Style, text string) flows.Line { return flows.Line{Style: s, Text: text} }

func question(text string, buttons ...flows.Button) flows.Card {
	c := flows.Card{}
	if text != "" {
		c.Lines = []flows.Line{line(flows.Body, text)}
	}
	for _, b := range buttons {
		c.Buttons = append(c.Buttons, []flows.Button{b})
	}
	return c
}

func choice(label, data string) flows.Button {
	return flows.Button{Label: label, Data: data, Kind: "choice"}
}

func lead(label, data string) flows.Button {
	return flows.Button{Label: label, Data: data, Kind: "quiet"}
}

func ticked(label string) flows.Button {
	return flows.Button{Label: label, Data: "t~1", Kind: "choice", On: true}
}

// say and ask are messages as Compose makes them; what says something else is
// another card.
func say(text string) bot.Message {
	card := fmt.Sprintf("c%08x", crc32.ChecksumIEEE([]byte(text)))
	return bot.Message{Card: card, Lang: "nl", Lines: []flows.Line{line(flows.Body, text)}}
}

func ask(text string, buttons ...flows.Button) bot.Message {
	m := say(text)
	m.Buttons = [][]flows.Button{buttons}
	return m
}
