package bot

import "visesbot/flows"

// fits tells whether a platform's own poll can carry this one.
func fits(p *flows.Poll, can Poll) bool {
	if p == nil || len(p.Options) > can.Options || units(p.Question) > can.Question {
		return false
	}
	for _, o := range p.Options {
		if units(o.Text) > can.Option {
			return false
		}
	}
	return true
}

// native is a poll of the platform's own. The platform counts the votes, so
// there is nothing to edit.
func native(card flows.Card) []Message {
	if card.Replace {
		return nil
	}
	return []Message{{Card: card.ID, Lang: card.Lang, Poll: card.Poll, Silent: card.Silent}}
}
