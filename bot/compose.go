package bot

import (
	"slices"

	"visesbot/flows"
)

// Compose makes of a card the messages that a channel can carry, in the order
// in which they are sent. It is the one place where a channel's limits are met;
// an adapter only renders.
//
// Nothing is lost on the way. Text longer than the channel takes is cut where a
// reader would pause, into parts that read on; no part cuts a character.
// Buttons stand on the last part. Choices that do not fit on buttons, because
// their labels are too long, they are too many, or the channel has none, are
// listed in the text with numbers, which can be pressed where buttons are and
// typed everywhere. A picture that cannot be shown is told in words. A poll is one of
// the platform's own where it has any; elsewhere its buttons are. Files go ahead in
// messages of their own, or are named.
//
// Signs of direction that would turn around the text beside them are left out.
//
// Equal arguments give equal messages. A card that shows nothing makes none.
func Compose(card flows.Card, can Capabilities) []Message {
	if fits(card.Poll, can.Poll) {
		return native(card)
	}
	card = upright(card)
	files, names := enclosed(card, can)
	lines, media := picture(card, can)
	listed, rows := offer(card.Buttons, can)
	lines = slices.Concat(lines, names, listed)
	if silent(lines) && media == nil {
		if len(rows) == 0 {
			return files
		}
		lines = append(lines, flows.Line{Style: flows.Body, Text: "…"}) // no channel shows buttons alone
	}
	pages := paginate(lines, can.TextMax)
	if media != nil && can.CaptionMax > 0 && Length(pages[0]) > can.CaptionMax {
		pages = slices.Insert(pages, 0, nil) // the picture goes ahead by itself
	}
	return append(files, messages(card, pages, media, rows)...)
}

// messages puts pages of lines into messages.
func messages(card flows.Card, pages [][]flows.Line, media *flows.Media, rows [][]flows.Button) []Message {
	all := make([]Message, len(pages))
	for i, lines := range pages {
		all[i] = Message{Card: card.ID, Lang: card.Lang, Lines: lines, Silent: card.Silent || i > 0}
		if len(pages) > 1 {
			all[i].Part = i + 1
		}
	}
	last := &all[len(all)-1]
	last.Buttons, last.Input = rows, card.Input
	all[0].Media = media
	return all
}

// silent tells whether lines say nothing at all.
func silent(lines []flows.Line) bool {
	return !slices.ContainsFunc(lines, func(l flows.Line) bool { return !blank(l.Text) || l.URL != "" })
}

// picture gives the lines of a card and its media; media that the channel
// cannot show becomes a line: a link, or what is to be seen in words.
func picture(card flows.Card, can Capabilities) ([]flows.Line, *flows.Media) {
	m := card.Media
	if m == nil || can.Pictures {
		return card.Lines, m
	}
	line := flows.Line{Style: flows.Hint, Text: "[" + m.Alt + "]"}
	if m.URL != "" {
		line = flows.Line{Style: flows.Link, Text: m.Alt, URL: m.URL}
	}
	if m.Alt == "" && m.URL == "" {
		return card.Lines, nil
	}
	at := 0
	if len(card.Lines) > 0 && card.Lines[0].Style == flows.Heading {
		at = 1
	}
	return slices.Insert(slices.Clone(card.Lines), at, line), nil
}
