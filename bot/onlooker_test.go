package bot_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

// Session makes the memory a bot.Talks.
func (s *memory) Session(_ context.Context, a bot.Address) (flows.Session, error) {
	if err := s.enter("session"); err != nil {
		s.mu.Unlock()
		return flows.Session{}, err
	}
	defer s.mu.Unlock()
	if b := s.boxes[a]; b != nil {
		return b.session, nil
	}
	return flows.Session{Address: string(a)}, nil
}

// Board makes the parrot tell how it stands.
func (p *parrot) Board(s flows.Session, d form.Source, at time.Time) (flows.Card, error) {
	text := at.Format("15:04 MST")
	if d != nil {
		a, _ := d.Answer("Q1")
		text += " " + a.Value.Text
	}
	return flows.Card{Lang: s.Lang, Lines: []flows.Line{{Text: text}}}, nil
}

func TestOnlooker(t *testing.T) {
	w := newWorld(t)
	o := bot.Onlooker{Talks: w.store, Store: w.store, Scripts: bot.One(w.parrot), Clock: w.clock}
	looks := func(lang, want string) {
		t.Helper()
		card, err := o.Dashboard(t.Context(), "test:a", "fr")
		if err != nil || card.Lang != lang || card.Lines[0].Text != want {
			t.Errorf("it tells %+v, %v; want %s in %s", card, err, want, lang)
		}
	}
	looks("fr", "12:00 UTC")
	w.store.invites["d1"] = flows.Invite{Dossier: "d1", Lang: "nl"}
	w.arrive(bot.Update{Address: "test:a", Start: true, Code: "d1", From: flows.Sender{Zone: "Europe/Lisbon"}})
	w.say("test:a", "keep it")
	looks("nl", "12:00 UTC it")
	w.store.boxes["test:a"].session.Zone = "America/New_York"
	looks("nl", "07:00 EST it")
	w.store.fail = func(string) error { return errors.New("the disk is full") }
	if _, err := o.Dashboard(t.Context(), "test:a", "fr"); err == nil {
		t.Error("it tells what it cannot read")
	}
}

func TestOnlookerDraft(t *testing.T) {
	w := newWorld(t)
	o := bot.Onlooker{Talks: w.store, Store: w.store, Scripts: bot.One(w.parrot), Clock: w.clock}
	w.say("test:a", "hello")
	for _, c := range []struct {
		place  form.Place
		drafts []flows.Draft
		want   string
	}{
		{"", nil, ""},
		{"", []flows.Draft{{Text: "at home"}}, ""},
		{"Q1", []flows.Draft{{Place: "Q2", Text: "other"}}, ""},
		{"Q1", []flows.Draft{{Place: "Q1", Text: "old"}, {Place: "Q1", Text: "new"}, {Place: "Q2", Text: "other"}}, "new"},
	} {
		s := &w.store.boxes["test:a"].session
		s.Place, s.Drafts = c.place, c.drafts
		if got, err := o.Draft(t.Context(), "test:a"); err != nil || got != c.want {
			t.Errorf("at %q with %v: %q, %v", c.place, c.drafts, got, err)
		}
	}
}

// People live in the time of their profile, and in the programme's where that
// tells none that there is.
func TestTimeZones(t *testing.T) {
	for name, want := range map[string]string{
		"": "Europe/Brussels", "Asia/Kolkata": "Asia/Kolkata", "Europe/Nowhere": "Europe/Brussels", "Local": "Europe/Brussels", "../../etc/passwd": "Europe/Brussels",
	} {
		w := newWorld(t)
		w.arrive(bot.Update{Address: "test:a", Text: "wait 1h", From: flows.Sender{Zone: name}})
		w.drain()
		w.store.boxes["test:a"].session.Zone = name // as a conversation keeps it
		w.clock.Move(2 * time.Hour)
		w.drain()
		for _, ev := range w.parrot.events {
			if got := ev.At.Location().String(); got != want {
				t.Errorf("%q: %s came in the time of %s", name, ev.Kind, got)
			}
		}
		if len(w.parrot.events) != 2 {
			t.Errorf("%q: %d events", name, len(w.parrot.events))
		}
	}
}
