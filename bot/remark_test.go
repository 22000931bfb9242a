package bot_test

import (
	"context"
	"errors"
	"testing"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

// shelf holds the records of two enterprises.
type shelf struct{ fail error }

func (s shelf) Sessions(_ context.Context, each func(bot.Address, flows.Session) error) error {
	for _, d := range []string{"zorg", "atelier", "zorg", ""} {
		if err := each("test:1", flows.Session{Dossier: d}); err != nil {
			return err
		}
	}
	return nil
}

func (s shelf) Records(_ context.Context, dossier string) ([]form.Record, error) {
	said := func(on, verdict string, day int) form.Record {
		return form.Record{
			Kind: form.RecordFeedback, At: noon().AddDate(0, 0, day), Author: form.Author{Person: "p1", Respondent: "rp1", Lang: "nl"},
			Feedback: &form.Feedback{On: on, Verdict: verdict},
		}
	}
	if dossier == "zorg" {
		return []form.Record{{Kind: form.RecordAnswer}, said("P1-05", "unclear", 1), said("M1", "clear", 5)}, s.fail
	}
	return []form.Record{said("P1-05", "clear", 3)}, nil
}

// What was said is listed by what it is about, then by time; the enterprise
// that spoke first is the first, whatever it is called.
func TestRemarks(t *testing.T) {
	all, err := bot.Remarks(t.Context(), shelf{})
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, r := range all {
		got += r.On + " " + r.Verdict + " " + r.Who + "\n"
	}
	if want := "M1 clear E1-p1\nP1-05 unclear E1-p1\nP1-05 clear E2-p1\n"; got != want {
		t.Errorf("listed:\n%swant:\n%s", got, want)
	}
	torn := errors.New("torn")
	if _, err := bot.Remarks(t.Context(), shelf{fail: torn}); !errors.Is(err, torn) {
		t.Errorf("of a store that fails: %v", err)
	}
}
