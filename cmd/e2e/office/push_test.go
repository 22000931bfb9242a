package officetest_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"visesbot/bot/register"
	"visesbot/bot/rooms/push"
	officetest "visesbot/cmd/e2e/office"
	"visesbot/flows"
)

const newPush = "o~push~new"

// filled is the form of a push.
func filled(module, cohorts string, more ...string) map[string][]string {
	f := map[string][]string{"module": {module}, "cohorts": strings.Fields(cohorts)}
	for i := 0; i+1 < len(more); i += 2 {
		f[more[i]] = []string{more[i+1]}
	}
	return f
}

// says wants all these words on the newest card of somebody.
func says(t *testing.T, w *officetest.World, who string, words ...string) {
	t.Helper()
	got := plain(w.Channel.Last(who))
	for _, word := range words {
		if !strings.Contains(got, word) {
			t.Errorf("%s does not read %q:\n%s", who, word, got)
		}
	}
}

// plain has a common space wherever French has another.
func plain(s string) string { return strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(s) }

// shown counts the messages of somebody with these words.
func shown(w *officetest.World, who, words string) (n int) {
	for _, m := range w.Channel.Shown(who) {
		if strings.Contains(plain(m.Text()), words) {
			n++
		}
	}
	return n
}

// receipt is the receipt as the register has it.
func receipt(t *testing.T, w *officetest.World) (push.Order, push.Receipt) {
	t.Helper()
	entries, err := w.Store.Entries(w.Ctx(), push.Table)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range push.Orders(entries) {
		if o.State != push.Sent {
			continue
		}
		marks, err := w.Store.Below(w.Ctx(), push.Marks, o.ID+"/")
		if err != nil {
			t.Fatal(err)
		}
		return o, push.NewReceipt(o, marks)
	}
	t.Fatal("nothing was pushed")
	return push.Order{}, push.Receipt{}
}

// north lets all staff of the first cohort and its accompanist come in.
func north(t *testing.T) *officetest.World {
	t.Helper()
	w := officetest.New(t)
	for i := 1; i <= 5; i++ {
		w.Staff(fmt.Sprintf("s-e%d", i))
	}
	w.Partner("odile")
	return w
}

// A module goes from the form over the summary to five phones; the receipt fills
// while they receive it, open it, answer its checks and finish it, in one card;
// it is offered again to those who missed it.
func TestPush(t *testing.T) {
	w := north(t)
	w.Channel.Forget("odile")
	w.Fills("odile", newPush, filled("M1", "north", "note", "À lire avant jeudi !"))
	all := w.Channel.Shown("odile")
	if len(all) != 2 || !strings.Contains(plain(all[0].Text()), "La première page du module") || !strings.Contains(all[0].Text(), "M1 · 1/") {
		t.Fatalf("the preview is\n%s", all[0].Text())
	}
	says(t, w, "odile", "Groupe du Nord", "Entreprises : 5 · personnes : 5 · langues : fr", "tout de suite", "À lire avant jeudi", "Qui accompagne", "[Envoyer]", "[Modifier]", "[Abandonner]")

	w.Presses("odile", "Envoyer")
	for i := 1; i <= 5; i++ {
		says(t, w, fmt.Sprintf("s-e%d", i), "M1 · ", "Un mot de la personne", "À lire avant jeudi", "Commencer")
	}
	w.Pass(10 * time.Second)
	says(t, w, "odile", "reçu 5/5 · ouvert 0 · terminé 0", "Atelier 1 (fictional) : reçu 1/1", "Reproposer à qui ne l'a pas ouvert (5)")

	w.Presses("s-e1", "Commencer")
	w.Pass(10 * time.Second)
	says(t, w, "odile", "reçu 5/5 · ouvert 1 · terminé 0", "La même information pour tous", "(4)")
	if n := shown(w, "odile", "Parti :"); n != 1 {
		t.Errorf("the receipt stands on %d cards", n)
	}

	w.Presses("odile", "Reproposer")
	w.Pass(10 * time.Second)
	for who, times := range map[string]int{"s-e1": 1, "s-e2": 2, "s-e5": 2} {
		if n := shown(w, who, "Commencer"); n != times {
			t.Errorf("%s was offered it %d times", who, n)
		}
	}
	if _, r := receipt(t, w); r.Rounds != 2 || r.People != 5 || r.Delivered != 5 {
		t.Errorf("the receipt is %+v", r)
	}
}

// However much is heard, the receipt is shown anew at most once in five seconds,
// and the last of it is always shown.
func TestPushReceiptIsCalm(t *testing.T) {
	w := north(t)
	w.Fills("odile", newPush, filled("M1", "north"))
	w.Presses("odile", "Envoyer")
	w.Pass(10 * time.Second)
	before := w.Channel.Edits("odile")
	for range 20 {
		for i := 1; i <= 5; i++ {
			w.Presses(fmt.Sprintf("s-e%d", i), "Commencer")
		}
		w.Pass(time.Second)
	}
	w.Presses("s-e2", "next~0")
	if n := w.Channel.Edits("odile") - before; n < 1 || n > 5 {
		t.Errorf("in twenty seconds the receipt was shown anew %d times", n)
	}
	w.Pass(10 * time.Second)
	says(t, w, "odile", "ouvert 5")
}

// follows lets somebody follow M1 to its end, each check answered by its nth
// option.
func follows(w *officetest.World, who string, option int) {
	w.Helper()
	w.Presses(who, "learn~M1")
	for range 60 {
		all := w.Channel.Shown(who)
		var forward, choice string
		choices := 0
		for _, row := range all[len(all)-1].Buttons {
			for _, b := range row {
				switch {
				case strings.HasPrefix(b.Data, "check~"):
					if choices == option || choice == "" {
						choice = b.Data
					}
					choices++
				case strings.HasPrefix(b.Data, "next~"), b.Data == "leave":
					forward = b.Data
				}
			}
		}
		switch {
		case choice != "":
			w.Presses(who, choice)
		case forward != "":
			w.Presses(who, forward)
		default:
			return
		}
	}
	w.Fatalf("%s does not come to an end: %s", who, w.Channel.Last(who))
}

// The receipt says what was misunderstood once three have answered, and before
// that nothing; it never says who.
func TestPushQuiz(t *testing.T) {
	w := north(t)
	w.Fills("odile", newPush, filled("M1", "north"))
	w.Presses("odile", "Envoyer")
	follows(w, "s-e1", 1)
	follows(w, "s-e2", 1)
	w.Pass(10 * time.Second)
	says(t, w, "odile", "dès que 3 personnes", "terminé 2")
	if _, r := receipt(t, w); r.Finished != 2 || len(r.Checks) == 0 || r.Checks[0].Wrong != 0 || r.Checks[0].Most != "" {
		t.Errorf("two answers show: %+v", r)
	}
	follows(w, "s-e3", 0)
	w.Pass(10 * time.Second)
	says(t, w, "odile", "mal compris", "erreurs : ", "/3")
	_, r := receipt(t, w)
	wrong := 0
	for _, c := range r.Checks {
		wrong += c.Wrong
	}
	if wrong == 0 || !r.Same() || r.Versions[0].People != 3 {
		t.Errorf("the receipt is %+v", r)
	}
	if got := w.Channel.Last("odile"); strings.Contains(got, "Noor") {
		t.Errorf("a name stands on\n%s", got)
	}
}

// Who is without consent gets it; who has blocked the bot is not reached; who
// comes in later gets it too, once.
func TestPushToWhom(t *testing.T) {
	w := officetest.New(t)
	once := func(who string, all ...string) {
		t.Helper()
		for _, words := range all {
			if n := shown(w, who, words); n != 1 {
				t.Errorf("%q stands in %d messages of %s", words, n, who)
			}
		}
	}
	w.Staff("s-e1")
	e, _ := w.Enterprise("s-e2")
	w.Opens("s-e2", flows.Invite{Dossier: e.ID, Enterprise: e, Lang: "fr", Member: "s-e2"})
	w.Presses("s-e2", "consent~no")
	w.Staff("s-e3")
	w.Channel.Shut("s-e3")
	w.Partner("odile")
	w.Fills("odile", newPush, filled("M1", "north"))
	says(t, w, "odile", "personnes : 3", "Personne n'est encore venu de : Atelier 4 (fictional), Atelier 5 (fictional)", "quand même le module : 1")
	w.Presses("odile", "Envoyer")
	w.Pass(10 * time.Second)
	says(t, w, "s-e2", "Commencer")
	once("odile", "reçu 2/3", "n'a pas atteintes : 1", "n'arrivent plus chez Noor s-e3")

	w.Staff("s-e4")
	w.Pass(5 * 24 * time.Hour)
	once("s-e4", "Commencer") // who came in later
	once("s-e1", "Commencer")
	once("odile", "reçu 3/4")
}

// A push for the night, the weekend or a holiday goes out on the next working
// day; it can be withdrawn before, and then nobody gets it.
func TestPushPlanned(t *testing.T) {
	w := north(t)
	w.Fills("odile", newPush, filled("M1", "north", "day", "2027-03-07", "hour", "11:00")) // a Sunday
	says(t, w, "odile", "on n'écrit à personne", "Départ : 8 mars 2027 à 08:00")
	w.Presses("odile", "Envoyer")
	says(t, w, "odile", "Prévu : 8 mars 2027", "[Retirer cet envoi]")
	w.Until(time.Date(2027, 3, 7, 23, 0, 0, 0, officetest.Brussels()))
	if n := shown(w, "s-e1", "Commencer"); n != 0 {
		t.Fatal("it went out on a Sunday")
	}
	w.Presses("odile", "Retirer cet envoi")
	says(t, w, "odile", "Retiré avant le départ")
	w.Pass(3 * 24 * time.Hour)
	if n := shown(w, "s-e1", "Commencer"); n != 0 {
		t.Error("it went out although it was withdrawn")
	}
	w.Fills("odile", newPush, filled("M1", "north", "day", "2027-03-29", "hour", "10:00")) // Easter Monday
	says(t, w, "odile", "Départ : 30 mars 2027 à 08:00")
	w.Presses("odile", "Envoyer")
	w.Until(time.Date(2027, 3, 30, 9, 0, 0, 0, officetest.Brussels()))
	says(t, w, "s-e1", "Commencer")
	w.Fills("odile", "o~push~withdraw~"+sent(t, w), nil)
	says(t, w, "odile", "Trop tard")
}

// sent is the id of the newest push that was not withdrawn.
func sent(t *testing.T, w *officetest.World) string {
	t.Helper()
	entries, err := w.Store.Entries(w.Ctx(), push.Table)
	if err != nil {
		t.Fatal(err)
	}
	all := push.Orders(entries)
	return all[len(all)-1].ID
}

// What cannot be sent is answered with one clear sentence.
func TestPushRefused(t *testing.T) {
	w := north(t)
	for _, bad := range []struct {
		fields map[string][]string
		want   string
	}{
		{filled("M1", ""), "Personne ne le recevrait"},
		{filled("M1", "", "enterprises", ""), "Personne ne le recevrait"},
		{filled("M1", "north", "day", "2027-02-01"), "Ce moment est passé"},
		{filled("M1", "north", "day", "bientôt"), "ne se lit pas"},
		{filled("M77", "north"), "Ce module n'existe pas"},
		{filled("M1", "south"), "pas ouvert pour vous"},
		{filled("M1", "nowhere"), "pas ouvert pour vous"},
		{filled("M1", "", "enterprises", "e7"), "pas ouvert pour vous"},
	} {
		w.Fills("odile", newPush, bad.fields)
		says(t, w, "odile", bad.want)
	}
	if entries, _ := w.Store.Entries(w.Ctx(), push.Table); len(entries) > 5 {
		t.Errorf("%d orders were kept", len(entries))
	}
	w.Fills("s-e1", newPush, filled("M1", "north"))
	if got := w.Channel.Last("s-e1"); strings.Contains(got, "[Envoyer]") {
		t.Errorf("staff may push:\n%s", got)
	}
	if n := shown(w, "s-e2", "Commencer"); n != 0 {
		t.Error("something went out")
	}
}

// The same module to the same cohort on the same day is not sent again: it is
// offered to those who missed it. A push pressed twice, and one whose visit is
// made again, is sent once.
func TestPushTwice(t *testing.T) {
	w := north(t)
	w.Fills("odile", newPush, filled("M1", "north"))
	w.Presses("odile", "Envoyer")
	id := sent(t, w)
	w.Fills("odile", "o~push~send~"+id, nil)
	w.Pass(10 * time.Second)
	if n := shown(w, "s-e1", "Commencer"); n != 1 {
		t.Fatalf("pressed twice, it was offered %d times", n)
	}
	w.Fills("odile", newPush, filled("M1", "", "enterprises", "e2"))
	says(t, w, "odile", "M1 part déjà ce jour-là vers Groupe du Nord", "[Reproposer", "[Voir le suivi]", "[Modifier]")
	again := "o~push~again~" + id + "~2"
	w.Fills("odile", again, nil)
	w.Fills("odile", again, nil)
	w.Pass(10 * time.Second)
	if n := shown(w, "s-e1", "Commencer"); n != 2 {
		t.Errorf("offered again, it was offered %d times", n)
	}
	w.Pass(24 * time.Hour)
	w.Fills("odile", newPush, filled("M1", "north"))
	says(t, w, "odile", "[Envoyer]")
	w.Presses("odile", "Abandonner")
	says(t, w, "odile", "rien n'a été envoyé")
}

// Where there are no forms, the same is asked field by field; a command leads
// there too.
func TestPushAsked(t *testing.T) {
	w := north(t)
	w.Says("odile", "/envoyer")
	says(t, w, "odile", "[Envoyer un module]")
	w.Presses("odile", "Envoyer un module")
	w.Presses("odile", "M1 · ")
	w.Presses("odile", "Groupe du Nord")
	w.Presses("odile", "Terminé")
	w.Presses("odile", "Terminé")
	for range 4 {
		w.Presses("odile", "Passer")
	}
	says(t, w, "odile", "personnes : 5", "[Envoyer]")
	w.Presses("odile", "Envoyer")
	says(t, w, "s-e3", "Commencer")
}

// The content changes between two who open it: the receipt says who saw which.
func TestPushContentChanges(t *testing.T) {
	w := north(t)
	w.Fills("odile", newPush, filled("M1", "north"))
	w.Presses("odile", "Envoyer")
	w.Presses("s-e1", "Commencer")
	for _, m := range w.Script.Modules {
		if m.ID == "M1" {
			m.Version = "other"
		}
	}
	w.Presses("s-e2", "Commencer")
	w.Pass(10 * time.Second)
	says(t, w, "odile", "Le contenu a changé entre-temps", "empreinte other · personnes : 1 · Atelier 2 (fictional)")
	if _, r := receipt(t, w); r.Same() {
		t.Error("all saw the same")
	}
}

// A holiday of one country is none of another: a phone in France keeps it until
// its own working day.
func TestPushHoliday(t *testing.T) {
	w := officetest.New(t)
	if err := w.Store.PutEntries(w.Ctx(), register.Entry{Table: register.Enterprises, ID: "e2", Fields: map[string]string{
		"id": "e2", "name": "Atelier 2 (fictional)", "country": "FR", "language": "fr", "pool": "other",
	}}); err != nil {
		t.Fatal(err)
	}
	w.Staff("s-e1")
	w.Staff("s-e2")
	w.Partner("odile")
	w.Fills("odile", newPush, filled("M1", "north", "day", "2027-07-14", "hour", "10:00")) // a holiday in France
	says(t, w, "odile", "Départ : 14 juillet 2027 à 10:00")
	w.Presses("odile", "Envoyer")
	w.Until(time.Date(2027, 7, 14, 12, 0, 0, 0, officetest.Brussels()))
	says(t, w, "s-e1", "Commencer")
	if n := shown(w, "s-e2", "Commencer"); n != 0 {
		t.Error("somebody in France was written to on a holiday")
	}
	among(t, w, "odile", "Envoi en cours", "reçu 1/2")
	w.Until(time.Date(2027, 7, 15, 9, 0, 0, 0, officetest.Brussels()))
	if n := shown(w, "s-e2", "Commencer"); n != 1 {
		t.Errorf("the day after, it was offered %d times", n)
	}
}
