package bot

import (
	"slices"

	"visesbot/flows"
	"visesbot/flows/parse"
)

// upright is a card whose texts stand as they were written. Names, answers and words
// of others come in by many doors (a register, an invitation, a platform's profile, a
// file's name), and all of them go out by this one: what would turn around the text
// beside it is left out here.
func upright(card flows.Card) flows.Card {
	card.Lines = slices.Clone(card.Lines)
	for i := range card.Lines {
		card.Lines[i].Text = parse.Upright(card.Lines[i].Text)
	}
	rows := slices.Clone(card.Buttons)
	for i := range rows {
		rows[i] = slices.Clone(rows[i])
		for j := range rows[i] {
			rows[i][j].Label = parse.Upright(rows[i][j].Label)
		}
	}
	card.Buttons = rows
	if card.Media != nil {
		media := *card.Media
		media.Alt = parse.Upright(media.Alt)
		card.Media = &media
	}
	return card
}
