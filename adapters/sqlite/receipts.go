package sqlite

//go:generate easyjson -output_filename receipts_easyjson.go receipts.go

import (
	"context"
	"maps"
	"slices"

	"visesbot/bot"
)

// receiptsKept is how many receipts of a conversation stay.
const receiptsKept = 50

// receipt is a shown message as it is stored: the card and its receipt.
//
//easyjson:json
type receipt [2]string

// receipts are those of a conversation, newest last.
//
//easyjson:json
type receipts []receipt

// byCard gives receipts as the contract does.
func byCard(list receipts) map[string]bot.Receipt {
	all := make(map[string]bot.Receipt, len(list))
	for _, x := range list {
		all[x[0]] = bot.Receipt(x[1])
	}
	return all
}

// newest adds receipts to those there are, and keeps the newest. Those of lasting
// cards that make way for others are put away.
func newest(list receipts, add map[string]bot.Receipt) (kept, away receipts) {
	for _, x := range list {
		r, again := add[x[0]]
		switch {
		case !again:
			kept = append(kept, x)
		case string(r) != x[1]:
			away = append(away, x)
		}
	}
	for _, card := range slices.Sorted(maps.Keys(add)) {
		kept = append(kept, receipt{card, string(add[card])})
	}
	over := max(0, len(kept)-receiptsKept)
	away = append(away, kept[:over]...)
	return kept[over:], slices.DeleteFunc(away, func(x receipt) bool { return !bot.Lasting(x[0]) })
}

// putAway keeps receipts beside their conversation.
func (list receipts) putAway(c *conn, id int64) error {
	for _, x := range list {
		_, err := c.exec("INSERT INTO shown (conversation, receipt, card) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", id, x[1], x[0])
		if err != nil {
			return err
		}
	}
	return nil
}

// Receipt gives the receipt under which a card was shown last; see [bot.Shown].
func (s *Store) Receipt(ctx context.Context, a bot.Address, card string) (bot.Receipt, error) {
	x, err := s.shown(ctx, a, func(x receipt) bool { return x[0] == card }, "card = ?2", card)
	return bot.Receipt(x[1]), err
}

// Card gives the card that was shown under a receipt; see [bot.Shown].
func (s *Store) Card(ctx context.Context, a bot.Address, r bot.Receipt) (string, error) {
	x, err := s.shown(ctx, a, func(x receipt) bool { return x[1] == string(r) }, "receipt = ?2", string(r))
	return x[0], err
}

// shown finds a receipt of a conversation: among its newest, or among those put
// away.
func (s *Store) shown(ctx context.Context, a bot.Address, is func(receipt) bool, where string, arg string) (found receipt, err error) {
	err = s.read(ctx, func(c *conn) error {
		r, ok, err := c.one("SELECT id, receipts FROM conversations WHERE address = ?", string(a))
		if err != nil || !ok {
			return err
		}
		if !r.null(1) {
			list, err := decode[receipts](r.text(1), "receipts")
			if i := slices.IndexFunc(list, is); err != nil || i >= 0 {
				if err == nil {
					found = list[i]
				}
				return err
			}
		}
		r, ok, err = c.one("SELECT card, receipt FROM shown WHERE conversation = ?1 AND "+where+" ORDER BY nr DESC LIMIT 1", r.integer(0), arg)
		if err == nil && ok {
			found = receipt{r.text(0), r.text(1)}
		}
		return err
	})
	return found, s.worded(err)
}
