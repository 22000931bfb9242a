package mongo

import (
	"errors"
	"testing"

	"visesbot/bot"
)

func TestKeysThatDoNotFit(t *testing.T) {
	s := &Store{}
	for _, bad := range []string{"", "a.b", "$a", "a$", "a\x00"} {
		if err := s.Enqueue(t.Context(), bot.Address(bad), bot.Job{ID: "u1"}); !errors.Is(err, errAddressKey) {
			t.Errorf("enqueue to %q: %v", bad, err)
		}
		if err := s.Enqueue(t.Context(), "test:a", bot.Job{ID: bad}); !errors.Is(err, errJobKey) {
			t.Errorf("enqueue of %q: %v", bad, err)
		}
		for want, o := range map[error]bot.Outcome{
			errJobKey:     {Jobs: []bot.Job{{ID: bad}}},
			errAddressKey: {Elsewhere: []bot.Posted{{To: bot.Address(bad), Job: bot.Job{ID: "n1"}}}},
			errCardKey:    {Receipts: map[string]bot.Receipt{bad: "r"}},
		} {
			if err := s.Commit(t.Context(), bot.Claim{Address: "test:a"}, o); !errors.Is(err, want) {
				t.Errorf("commit with %q: %v, want %v", bad, err, want)
			}
		}
	}
}
