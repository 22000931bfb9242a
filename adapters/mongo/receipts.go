package mongo

import (
	"context"
	"errors"
	"slices"
	"strings"

	"go.mongodb.org/mongo-driver/v2/bson"
	driver "go.mongodb.org/mongo-driver/v2/mongo"

	"visesbot/bot"
)

// newestReceipts is how many receipts a conversation itself has.
const newestReceipts = 50

// addReceipts appends receipts, those of new cards and those of old ones that
// were shown again, and leaves the newest. Those of lasting cards that make way
// for others are put away.
func addReceipts(old bson.D, more map[string]bot.Receipt) (kept, away bson.D) {
	for _, e := range old {
		r, again := more[e.Key]
		switch {
		case !again:
			kept = append(kept, e)
		case string(r) != e.Value:
			away = append(away, e)
		}
	}
	var cards []string
	for card := range more {
		cards = append(cards, card)
	}
	slices.SortFunc(cards, byNumber)
	for _, card := range cards {
		kept = append(kept, bson.E{Key: card, Value: string(more[card])})
	}
	over := max(0, len(kept)-newestReceipts)
	away = append(away, kept[:over]...)
	return kept[over:], slices.DeleteFunc(away, func(e bson.E) bool { return !bot.Lasting(e.Key) })
}

// byNumber puts "c9" before "c12".
func byNumber(x, y string) int {
	if len(x) != len(y) {
		return len(x) - len(y)
	}
	return strings.Compare(x, y)
}

// putAway keeps receipts beside their conversation, each twice: by its card, and
// by itself. It is done before the conversation is written, and may be done again.
func (s *Store) putAway(ctx context.Context, a bot.Address, away bson.D) error {
	var writes []driver.WriteModel
	for _, e := range away {
		r, _ := e.Value.(string)
		writes = append(writes, shownAs(a, "card", e.Key, r), shownAs(a, "receipt", r, e.Key))
	}
	if len(writes) == 0 {
		return nil
	}
	if _, err := s.shown.BulkWrite(ctx, writes); err != nil {
		return fault("keep the receipts of lasting cards", err)
	}
	return nil
}

func shownAs(a bot.Address, by, key, is string) driver.WriteModel {
	return driver.NewUpdateOneModel().SetFilter(bson.D{{Key: "_id", Value: shownID(a, by, key)}}).
		SetUpdate(bson.D{{Key: "$set", Value: bson.D{{Key: "is", Value: is}}}}).SetUpsert(true)
}

func shownID(a bot.Address, by, key string) string { return string(a) + " " + by + " " + key }

// Receipt gives the receipt under which a card was shown last; see [bot.Shown].
func (s *Store) Receipt(ctx context.Context, a bot.Address, card string) (bot.Receipt, error) {
	e, err := s.wasShown(ctx, a, "card", card, func(e bson.E) bool { return e.Key == card })
	r, _ := e.Value.(string)
	return bot.Receipt(r), err
}

// Card gives the card that was shown under a receipt; see [bot.Shown].
func (s *Store) Card(ctx context.Context, a bot.Address, r bot.Receipt) (string, error) {
	e, err := s.wasShown(ctx, a, "receipt", string(r), func(e bson.E) bool { return e.Value == string(r) })
	return e.Key, err
}

// wasShown finds a receipt of a conversation: among its newest, or among those
// put away.
func (s *Store) wasShown(ctx context.Context, a bot.Address, by, key string, is func(bson.E) bool) (found bson.E, err error) {
	ctx, cancel := s.limit(ctx)
	defer cancel()
	c, err := s.read(ctx, a)
	if err != nil {
		return found, err
	}
	if i := slices.IndexFunc(c.Receipts, is); i >= 0 {
		return c.Receipts[i], nil
	}
	var kept struct {
		Is string `bson:"is"`
	}
	err = s.shown.FindOne(ctx, bson.D{{Key: "_id", Value: shownID(a, by, key)}}).Decode(&kept)
	if errors.Is(err, driver.ErrNoDocuments) {
		return found, nil
	}
	if err != nil {
		return found, fault("find the receipt of a lasting card", err)
	}
	if by == "card" {
		return bson.E{Key: key, Value: kept.Is}, nil
	}
	return bson.E{Key: kept.Is, Value: key}, nil
}
