package officetest_test

import (
	"strings"
	"testing"
	"time"

	"visesbot/bot"
	"visesbot/bot/register"
	"visesbot/bot/rooms/thread"
	officetest "visesbot/cmd/e2e/office"
	"visesbot/flows"
)

// digests are the messages of somebody that are digests, as they stand now.
func digests(w *officetest.World, who string) (all []officetest.Shown) {
	for _, m := range w.Channel.Shown(who) {
		if strings.HasPrefix(m.Card, "digest-") && !strings.HasSuffix(m.Card, "-d") {
			all = append(all, m)
		}
	}
	return all
}

// stalledWorld is one in which an enterprise began on the first day, and is not
// heard of any more.
func stalledWorld(t *testing.T) *officetest.World {
	w := officetest.New(t)
	w.Staff("s-e1")
	w.Says("s-e1", "/continuer")
	w.Partner("odile")
	w.Channel.Forget("odile")
	return w
}

func at(month time.Month, day, hour int) time.Time {
	return time.Date(2027, month, day, hour, 0, 0, 0, officetest.Brussels())
}

// A digest comes on Monday at nine, by itself, and says what there is to say; it
// is brought up to date in its place; while there is nothing to report, there is
// none.
func TestDigestComes(t *testing.T) {
	w := stalledWorld(t)
	w.Until(at(time.March, 8, 8))
	if got := digests(w, "odile"); len(got) != 0 {
		t.Fatalf("before its time there is\n%s", got[0].Text())
	}
	if err := w.Store.PutEntries(w.Ctx(), register.Entry{Table: thread.Calls, ID: "e1/1", Fields: map[string]string{"state": thread.Open, "since": "2027-03-05T10:00:00Z"}}); err != nil {
		t.Fatal(err)
	}
	w.Until(at(time.March, 8, 9).Add(time.Minute))
	got := digests(w, "odile")
	if len(got) != 1 || !strings.Contains(plain(got[0].Text()), "Atelier 1 (fictional) demande de l'aide (5 mars 2027)") || got[0].Media == nil {
		t.Fatalf("on Monday there are %d: %s", len(got), w.Channel.Last("odile"))
	}
	if n := len(got[0].Buttons); n != 3 || got[0].Media.Alt == "" || !got[0].Top {
		t.Errorf("the digest is %+v", got[0].Message)
	}
	last := w.Channel.Shown("odile")
	if detail := last[len(last)-1]; detail.Under != string(got[0].Receipt) || !strings.Contains(plain(detail.Text()), "Atelier 2 (fictional) : pas encore commencé") {
		t.Errorf("the detail is %+v", detail.Message)
	}
	if err := w.Store.PutEntries(w.Ctx(), register.Entry{Table: register.Hours, ID: "e2/1", Fields: map[string]string{"minutes": "90"}}); err != nil {
		t.Fatal(err)
	}
	w.Until(at(time.March, 8, 11))
	again := digests(w, "odile")
	if len(again) != 1 || !strings.Contains(plain(again[0].Text()), "1 h 30 sur 50 h, il reste 48 h 30") || !again[0].Silent || again[0].Receipt != got[0].Receipt {
		t.Errorf("two hours later there are %d: %s", len(again), again[0].Text())
	}
}

// Nothing to report, no message; and somebody who asks is told so.
func TestDigestNothing(t *testing.T) {
	w := officetest.New(t)
	w.Partner("odile")
	w.Channel.Forget("odile")
	w.Until(at(time.April, 1, 9))
	if got := w.Channel.Shown("odile"); len(got) != 0 {
		t.Fatalf("with nothing to report there is\n%s", got[0].Text())
	}
	w.Says("odile", "/synthese")
	w.Presses("odile", "o~digest~now~north")
	if got := digests(w, "odile"); len(got) != 1 || !strings.Contains(plain(got[0].Text()), "Rien de neuf depuis le 25 mars 2027.") {
		t.Errorf("asked, it says %s", w.Channel.Last("odile"))
	}
}

// A holiday moves the digest to the next working day, and it comes at nine on
// both sides of the change to summer time (28 March 2027). Easter Monday is the
// 29th.
func TestDigestMoved(t *testing.T) {
	w := stalledWorld(t)
	var came []string
	for day := at(time.March, 2, 0); day.Before(at(time.April, 14, 0)); day = day.AddDate(0, 0, 1) {
		w.Channel.Forget("odile")
		for _, hour := range []int{8, 9, 23} {
			w.Until(time.Date(2027, day.Month(), day.Day(), hour, 30, 0, 0, officetest.Brussels()))
			if len(digests(w, "odile")) > 0 {
				came = append(came, w.Clock.Now().Format("01-02 15:04"))
				w.Channel.Forget("odile")
			}
		}
	}
	// Two weeks after the first of March Atelier 1 has stalled.
	if got := strings.Join(came, ", "); got != "03-15 09:30, 03-22 09:30, 03-30 09:30, 04-05 09:30, 04-12 09:30" {
		t.Errorf("digests came on %s", got)
	}
}

// A digest that the bot could not send in time waits for the morning, also when
// its reader looks around before.
func TestDigestLate(t *testing.T) {
	w := stalledWorld(t)
	w.Until(at(time.March, 15, 8))
	if err := w.Clock.Set(at(time.March, 15, 22)); err != nil {
		t.Fatal(err)
	}
	w.Fills("odile", "o~front", nil)
	w.Fills("odile", "o~digest", nil)
	if n := len(digests(w, "odile")); n != 0 {
		t.Fatalf("at night there are %d", n)
	}
	w.Until(at(time.March, 16, 9))
	if n := len(digests(w, "odile")); n != 1 {
		t.Errorf("in the morning there are %d", n)
	}
	w.Until(at(time.March, 22, 8))
	if n := len(digests(w, "odile")); n != 1 {
		t.Errorf("within a week there are %d", n)
	}
	w.Until(at(time.March, 22, 10))
	if n := len(digests(w, "odile")); n != 2 {
		t.Errorf("a week later there are %d", n)
	}
}

// Somebody chooses another day and hour, or none at all.
func TestDigestChosen(t *testing.T) {
	w := stalledWorld(t)
	w.Fills("odile", "o~digest~when~north", map[string][]string{"day": {"4"}, "hour": {"14"}, "state": {"on"}})
	if got := w.Channel.Last("odile"); !strings.Contains(plain(got), "chaque jeudi à 14:00") || !strings.Contains(plain(got), "4 mars 2027") {
		t.Fatalf("chosen is\n%s", got)
	}
	w.Until(at(time.March, 18, 13))
	if n := len(digests(w, "odile")); n != 0 {
		t.Errorf("before the hour there are %d", n)
	}
	w.Until(at(time.March, 18, 15))
	if got := digests(w, "odile"); len(got) != 1 || !strings.Contains(plain(got[0].Text()), "Sans réponse depuis deux semaines ou plus") {
		t.Errorf("on Thursday there are %d", len(got))
	}
	w.Fills("odile", "o~digest~when~north", map[string][]string{"day": {"4"}, "hour": {"14"}, "state": {"off"}})
	w.Channel.Forget("odile")
	w.Until(at(time.April, 9, 9))
	if n := len(digests(w, "odile")); n != 0 {
		t.Errorf("switched off, %d came", n)
	}
}

// Nobody reads the digest of another partner's cohort, whatever they press.
func TestDigestOfOthers(t *testing.T) {
	w := stalledWorld(t)
	for _, press := range []string{"now", "open", "write", "nudge", "snooze", "when", "book"} {
		w.Channel.Forget("odile")
		w.Fills("odile", "o~digest~"+press+"~south", map[string][]string{"enterprise": {"e6"}, "date": {"2027-03-01"}, "minutes": {"60"}})
		if got := w.Channel.Last("odile"); !strings.Contains(plain(got), "pas ouvert pour vous") {
			t.Errorf("%s shows\n%s", press, got)
		}
	}
	w.Channel.Forget("odile")
	w.Fills("odile", "o~digest~nudged~e6", nil)
	if got := w.Channel.Last("odile"); !strings.Contains(plain(got), "pas ouvert pour vous") {
		t.Errorf("she nudges another's:\n%s", got)
	}
	w.Fills("odile", "o~digest~weekly~south", nil)
	if n := len(digests(w, "odile")); n != 0 {
		t.Errorf("another cohort's digest came")
	}
	if !strings.Contains(plain(w.Log()), "read a digest") || strings.Contains(plain(w.Log()), "Odile") {
		t.Errorf("logged is %s", w.Log())
	}
}

// The buttons: into a dossier, a friendly word (once a week, outside the quiet
// hours), an hour booked, later.
func TestDigestButtons(t *testing.T) {
	w := stalledWorld(t)
	w.Until(at(time.March, 15, 10))
	w.Presses("odile", "Ouvrir un dossier")
	w.Presses("odile", "o~cohort~open~e1")
	if got := w.Channel.Last("odile"); !strings.Contains(plain(got), "Atelier 1") {
		t.Errorf("the dossier is\n%s", got)
	}
	w.Presses("odile", "Écrire")
	if got := w.Channel.Last("odile"); !strings.Contains(plain(got), "À quelle entreprise") {
		t.Errorf("to write to:\n%s", got)
	}
	w.Until(at(time.March, 15, 21))
	w.Channel.Forget("s-e1")
	w.Presses("odile", "Faire signe")
	w.Presses("odile", "o~digest~nudged~e1")
	if got := w.Channel.Last("odile"); !strings.Contains(plain(got), "C'est fait") {
		t.Fatalf("a nudge says\n%s", got)
	}
	if got := w.Channel.Shown("s-e1"); len(got) != 0 {
		t.Errorf("in the evening Noor gets\n%s", got[0].Text())
	}
	w.Until(at(time.March, 16, 8))
	if got := w.Channel.Last("s-e1"); !strings.Contains(plain(got), "Un petit bonjour de Odile") {
		t.Errorf("in the morning Noor gets\n%s", got)
	}
	w.Presses("odile", "o~digest~nudged~e1")
	if got := w.Channel.Last("odile"); !strings.Contains(plain(got), "déjà reçu un petit mot le 15 mars 2027") {
		t.Errorf("again it says\n%s", got)
	}
	w.Fills("odile", "o~digest~book~north", map[string][]string{"enterprise": {"e1"}, "date": {"2027-03-15"}, "minutes": {"90"}, "note": {"critères"}})
	if got := w.Channel.Last("odile"); !strings.Contains(plain(got), "1 h 30 noté pour Atelier 1 (fictional)") || !strings.Contains(plain(got), "il reste 8 h 30") {
		t.Errorf("booked:\n%s", got)
	}
	w.Fills("odile", "o~digest~book~north", map[string][]string{"enterprise": {"e1"}, "date": {"soon"}, "minutes": {"-3"}})
	if got := w.Channel.Last("odile"); !strings.Contains(plain(got), "Il faut une date") {
		t.Errorf("badly booked:\n%s", got)
	}
	w.Presses("odile", "o~digest~snooze~north")
	w.Presses("odile", "Demain")
	w.Channel.Forget("odile")
	w.Until(at(time.March, 17, 9).Add(time.Minute))
	all := digests(w, "odile") // the one of Monday is brought up to date as well, without a sound
	if again := all[len(all)-1]; again.Silent || !again.Top || !strings.Contains(plain(again.Text()), "1 h 30") {
		t.Errorf("put off, it comes as\n%s", again.Text())
	}
}

// A friendly word comes in the morning of who gets it, wherever they live.
func TestDigestNudgeFarAway(t *testing.T) {
	w := stalledWorld(t)
	w.Until(at(time.March, 15, 10))
	away := bot.Update{ID: "away", Address: officetest.Address("s-e1"), Press: "home", From: flows.Sender{Zone: "America/Martinique"}}
	if err := w.Bot.Accept(w.Ctx(), away); err != nil {
		t.Fatal(err)
	}
	w.Drain()
	w.Channel.Forget("s-e1")
	w.Presses("odile", "Faire signe")
	w.Presses("odile", "o~digest~nudged~e1") // it is five in the morning there
	if got := w.Channel.Shown("s-e1"); len(got) != 0 {
		t.Errorf("in the night Noor gets\n%s", got[0].Text())
	}
	w.Until(at(time.March, 15, 13))
	if got := w.Channel.Last("s-e1"); !strings.Contains(plain(got), "Un petit bonjour de Odile") {
		t.Errorf("in her morning Noor gets\n%s", got)
	}
}

// What an enterprise does at the gate brings the digest up to date within the
// hour.
func TestDigestHears(t *testing.T) {
	w := stalledWorld(t)
	w.Until(at(time.March, 15, 12))
	before := digests(w, "odile")[0].Text()
	if strings.Contains(plain(before), "Étapes franchies") {
		t.Fatal(before)
	}
	w.Close("e1", "mandate", at(time.March, 15, 12).Add(time.Minute))
	w.Notes("digest-e1", "o~digest~changed", "e1")
	w.Until(at(time.March, 15, 13).Add(5 * time.Minute))
	after := digests(w, "odile")
	if len(after) != 1 || !strings.Contains(plain(after[0].Text()), "Étapes franchies") {
		t.Errorf("an hour later it says\n%s", after[0].Text())
	}
}

// Trainers hear what was followed, the coordination how the programme stands.
func TestDigestWider(t *testing.T) {
	w := officetest.New(t)
	w.Staff("s-e6")
	w.Presses("s-e6", "M1")
	w.Partner("thea")
	w.Partner("carla")
	w.Channel.Forget("thea")
	w.Channel.Forget("carla")
	w.Until(at(time.March, 8, 10))
	if got := w.Channel.Last("thea"); !strings.Contains(plain(got), "Groep Zuid") || !strings.Contains(plain(got), "Gevolgde modules: M") {
		t.Errorf("the trainer reads\n%s", got)
	}
	w.Says("carla", "/digest")
	w.Presses("carla", "o~digest~now~all")
	all := w.Channel.Shown("carla")
	if got := all[len(all)-2].Text(); !strings.Contains(plain(got), "10 enterprises. not begun yet: 9 ; Preparing the evaluation: 1") {
		t.Errorf("the coordination reads\n%s", got)
	}
	if got := all[len(all)-1].Text(); !strings.Contains(plain(got), "Fewer than 5 enterprises: nothing is shown.") {
		t.Errorf("the pools read\n%s", got)
	}
}
