package engine_test

import (
	"strings"
	"testing"
	"time"

	"visesbot/flows"
	"visesbot/flows/engine"
	"visesbot/flows/form/formtest"
)

// boardOf is what stands on somebody's board, its lines and buttons in a row.
func (w *world) boardOf(p *talker) string {
	source := formtest.Share(w.mem)
	card, err := w.engine.Board(w.memory(p), source, w.now)
	if err != nil {
		w.fail("board: %v", err)
	}
	if err := source.Unchanged(); err != nil {
		w.fail("looking changed something: %v", err)
	}
	var all []string
	for _, l := range card.Lines {
		all = append(all, l.Text)
	}
	for _, r := range card.Buttons {
		for _, b := range r {
			all = append(all, "["+b.Label+"]")
		}
	}
	return strings.Join(all, " / ")
}

func TestBoard(t *testing.T) {
	w := newWorld(t, formtest.Seeded(1), realScript())
	brussels, err := time.LoadLocation("Europe/Brussels")
	if err != nil {
		t.Fatal(err)
	}
	w.now = w.now.In(brussels)
	stranger := &talker{address: "phone9", session: []byte(`{"mode":"welcome","lang":"nl"}`)}
	shows(t, w.boardOf(stranger), "uitnodiging", "[Français]")
	p := w.joinIn("nl")
	shows(t, w.boardOf(p), "Atelier Horizon", "[Verdergaan]", "[English]")
	w.press(p, "consent~yes")
	w.say(p, "Noor")
	shows(t, w.boardOf(p),
		"Atelier Horizon", "nog ongeveer", "Hierna: ", "0/", "Volgende herinnering: 4 maart 2027 om 09:00.",
		"tussen 8 en 20 uur (Europe/Brussels)", "Taal: Nederlands", "[Vragen beantwoorden]", "[Taal]", "[Later]")
	w.press(p, "later~1")
	shows(t, w.boardOf(p), "Volgende herinnering: 2 maart 2027 om 09:00.")
	w.press(p, "lang~fr")
	shows(t, w.boardOf(p), "Prochain rappel", "Langue\u00a0: Français")
}

func shows(t *testing.T, got string, want ...string) {
	t.Helper()
	rest := got
	for _, piece := range want {
		_, after, found := strings.Cut(rest, piece)
		if !found {
			t.Fatalf("%q is not shown, after what came before, in\n%s", piece, got)
		}
		rest = after
	}
}

// A newcomer whose app speaks one of the languages is welcomed in it, and can
// take another at once; an invitation that names one goes before.
func TestLanguageOfTheProfile(t *testing.T) {
	for name, c := range map[string]struct{ invited, app, want, button string }{
		"of the app":        {"", "fr", "Bonjour et bienvenue", "Nederlands"},
		"of the invitation": {"nl", "fr", "Welkom!", ""},
		"of neither":        {"", "", "Quelle langue", "Français"},
	} {
		turn := welcomed(t, c.invited, c.app)
		card := turn.Wishes[0].Say
		if !strings.Contains(card.Lines[0].Text, c.want) {
			t.Errorf("%s: it says %q", name, card.Lines[0].Text)
		}
		if got := len(card.Buttons) > 0; got != (c.button != "") || got && card.Buttons[0][0].Label != c.button {
			t.Errorf("%s: buttons %v", name, card.Buttons)
		}
	}
}

func welcomed(t *testing.T, invited, app string) flows.Turn {
	t.Helper()
	e := engine.Must(realScript())
	turn, err := e.Step(flows.Session{Address: "phone1", Mode: flows.Welcome}, formtest.New(), flows.Event{
		Kind: flows.Started, At: time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC), Invite: invitation(invited),
		Person: flows.Sender{Lang: app, Zone: "Europe/Lisbon"},
	})
	if err != nil {
		t.Fatal(err)
	}
	if turn.Session.Zone != "Europe/Lisbon" {
		t.Errorf("the time zone kept is %q", turn.Session.Zone)
	}
	return turn
}

// A reminder that comes late does not ring at night: it is moved to the next
// morning, and comes then.
func TestLateReminderIsMoved(t *testing.T) {
	w := newWorld(t, formtest.Seeded(1), realScript())
	p := w.joinIn("nl")
	w.press(p, "consent~yes")
	w.say(p, "Noor")
	for _, c := range []struct{ late, want string }{
		{"2027-03-04T22:30", "2027-03-05T09:00"},
		{"2027-03-05T05:10", "2027-03-05T09:00"},
		{"2027-03-05T20:00", "2027-03-08T09:00"}, // a Friday
		{"2027-03-07T11:00", "2027-03-08T09:00"},
	} {
		shown := p.newest
		w.now = moment(t, c.late).Add(-7 * time.Second)
		w.step(p, flows.Event{Kind: flows.Timer, Timer: "remind"})
		if p.newest != shown {
			t.Fatalf("at %s it said %+v", c.late, p.newest.Lines)
		}
		if !p.remind.Equal(moment(t, c.want)) {
			t.Errorf("at %s it was moved to %v", c.late, p.remind)
		}
	}
	w.now = moment(t, "2027-03-08T09:00")
	w.step(p, flows.Event{Kind: flows.Timer, Timer: "remind"})
	if p.newest == nil || len(p.newest.Buttons) == 0 {
		t.Error("and then it did not come")
	}
}

func moment(t *testing.T, text string) time.Time {
	t.Helper()
	at, err := time.Parse("2006-01-02T15:04", text)
	if err != nil {
		t.Fatal(err)
	}
	return at
}
