package bot

import (
	"context"
	"fmt"
	"strings"
)

// Lasting tells whether a store keeps the receipts of a card for good: it has a
// name of its own, so that it is kept up to date and has a thread. The cards of
// the talk are numbered ("c12", "c12-2"), and of those the newest are enough.
func Lasting(card string) bool {
	number, numbered := strings.CutPrefix(card, "c")
	number, _, _ = strings.Cut(number, "-")
	return !strings.HasPrefix(card, answered) && !(numbered && number != "" && strings.Trim(number, "0123456789") == "")
}

// Shown is what a store knows of the cards that a conversation was ever shown:
// the lasting ones, also after the newest receipts of a [Claim] have pushed them
// out. What is not known is empty.
type Shown interface {
	// Receipt gives the receipt under which a card was shown last.
	Receipt(ctx context.Context, a Address, card string) (Receipt, error)
	// Card gives the card that was shown under a receipt.
	Card(ctx context.Context, a Address, r Receipt) (string, error)
}

// receipt finds under which receipt a card of the conversation was shown.
func (b *Bot) receipt(ctx context.Context, c Claim, card string) (Receipt, error) {
	if r, ok := strings.CutPrefix(card, raw); ok {
		return Receipt(r), nil
	}
	if r := c.Receipts[card]; r != "" || card == "" || !Lasting(card) {
		return r, nil
	}
	r, err := b.o.Store.Receipt(ctx, c.Address, card)
	if err != nil {
		return "", fmt.Errorf("find a message that was shown: %w", err)
	}
	return r, nil
}

// under names the card below which something was written, or the answer that was
// given by a message: the event comes with the receipt.
func (b *Bot) under(ctx context.Context, c Claim, r Receipt) (string, error) {
	if r == "" {
		return "", nil
	}
	for card, receipt := range c.Receipts {
		if receipt == r && !strings.HasPrefix(card, answered) {
			return card, nil
		}
	}
	card, err := b.o.Store.Card(ctx, c.Address, r)
	if err != nil {
		return "", fmt.Errorf("find the card of a thread: %w", err)
	}
	return card, nil
}

// answered begins the key under which the message is noted that gave an answer.
const answered = "a="
