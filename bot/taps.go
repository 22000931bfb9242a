package bot

import (
	"sync"
	"time"

	"visesbot/flows/form"
)

// Taps say when a press cannot have been meant. The zero value takes every press.
type Taps struct {
	Unread time.Duration // how long a card takes no press after it was sent: nobody has read it yet
	Repeat time.Duration // within what time the same button of the same card is not pressed twice on purpose
}

// DefaultTaps are those of a hand that is in a hurry, or trembles.
func DefaultTaps() Taps { return Taps{Unread: 500 * time.Millisecond, Repeat: 2 * time.Second} }

// Unmeant is why a press was not taken in. The channel acknowledges it to the
// platform like any other, and says Say where that takes no message.
type Unmeant struct{ Say form.Text }

func (*Unmeant) Error() string { return "the press was not meant" }

// unread is said to a press on a card that was sent a moment ago.
func unread() phrase {
	return phrase{"bot.unread", form.Text{
		FR: "Cette carte vient d'arriver. Lisez-la d'abord, puis appuyez.",
		NL: "Deze kaart komt net binnen. Lees ze even en druk dan.",
		EN: "This card has only just come. Read it first, then press.",
	}}
}

// repeated is said to the second press of a double tap.
func repeated() phrase {
	return phrase{"bot.repeated", form.Text{FR: "C'est déjà noté.", NL: "Dat is al genoteerd.", EN: "That is noted already."}}
}

// tapsKept is how many cards are remembered before those are forgotten that no
// longer matter.
const tapsKept = 1000

// taps remember which cards were shown and pressed a moment ago. What a program
// that starts anew has forgotten is too old to matter.
type taps struct {
	rule Taps

	mu    sync.Mutex
	cards map[tapped]*tap
}

// tapped is a card where it was shown.
type tapped struct {
	to Address
	on Receipt
}

// tap is what is known of a card.
type tap struct {
	sent   time.Time
	edited time.Time // in place
	at     time.Time // of the last press
	press  string
	update string // that brought it
}

// unmeant tells why an update is a press that nobody can have meant; nil when it
// is not. The same update may come again: it is left to whoever knows ids.
func (t *taps) unmeant(u Update, now time.Time) *phrase {
	if u.On == "" || u.Press == "" {
		return nil
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	card := t.cards[tapped{u.Address, u.On}]
	switch {
	case card == nil || card.update == u.ID:
		return nil
	case now.Sub(card.sent) < t.rule.Unread:
		p := unread()
		return &p
	case card.press == u.Press && now.Sub(card.at) < t.rule.Repeat && !card.changed(now, t.rule):
		p := repeated()
		return &p
	}
	return nil
}

// changed tells whether the card has shown what the press led to for long enough to
// be read: pressing once more is meant then.
func (c *tap) changed(now time.Time, rule Taps) bool {
	return !c.edited.Before(c.at) && now.Sub(c.edited) >= rule.Unread
}

// pressed notes a press that was taken in.
func (t *taps) pressed(u Update, now time.Time) {
	if u.On == "" || u.Press == "" {
		return
	}
	t.note(u.Address, u.On, now, func(c *tap) { c.at, c.press, c.update = now, u.Press, u.ID })
}

// shown notes that a message is to be seen; one that was edited in place is not new.
func (t *taps) shown(to Address, m Message, r Receipt, now time.Time) {
	if r == "" || len(m.Buttons) == 0 {
		return
	}
	t.note(to, r, now, func(c *tap) {
		if c.edited = now; m.Replace != string(r) {
			c.sent = now
		}
	})
}

// note writes down something of a card, while there is a rule that asks for it.
func (t *taps) note(to Address, r Receipt, now time.Time, write func(*tap)) {
	if t.rule == (Taps{}) {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.cards) >= tapsKept {
		t.tidy(now)
	}
	if t.cards == nil {
		t.cards = map[tapped]*tap{}
	}
	card := t.cards[tapped{to, r}]
	if card == nil {
		card = &tap{}
		t.cards[tapped{to, r}] = card
	}
	write(card)
}

// tidy forgets what no longer matters. The lock is held.
func (t *taps) tidy(now time.Time) {
	for key, c := range t.cards {
		if now.Sub(c.edited) > t.rule.Repeat+t.rule.Unread && now.Sub(c.at) > t.rule.Repeat+t.rule.Unread {
			delete(t.cards, key)
		}
	}
}
